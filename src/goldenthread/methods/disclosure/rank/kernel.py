"""Kernel: publish rows one after the other by sparse elimination, compiled.

A row is a cell as a combination of coordinates. To publish it is to take it as known: one of its coordinates
(the pivot) is then expressed by the others wherever it stands. A primary cell is fixed by what is published
exactly when nothing is left of its row; it would become so by publishing a row that is a multiple of its own.
That is told by fingerprints: each row carries two random combinations of its values, and rows that are
multiples of each other have the same ratio of the two. The ratios of all primary rows stand in a hash table.

Everything works on arrays made outside, and stops when one is too small: whoever called makes room and calls
again.
"""

from __future__ import annotations

from typing import Any, Final

from numba import njit

from goldenthread.methods.disclosure.rank.prime import PRIME, inverse, reduced

DONE: Final = 0
NO_ROOM: Final = 1
TABLE_FULL: Final = 2

PUBLISHED: Final = 0
HIDDEN: Final = 1

# Places in `state`.
AT: Final = 0
POOL_USED: Final = 1
LINKS_USED: Final = 2
RATIOS: Final = 3
POOL_WANTED: Final = 4
LINKS_WANTED: Final = 5

EMPTY: Final = -1
_SPREAD: Final = 2_654_435_769

_ROW = "int64[::1],int32[::1],int32[::1],int32[::1],int32[::1]"
_SIGNATURE = (
    "int64(int64,int64[::1],uint8[::1],uint8[::1],uint8[::1],uint8[::1],"  # order, forced, primary, active...
    f"{_ROW},"  # start, length, room, columns, values
    "int32[::1],int32[::1],int32[::1],int32[::1],"  # head, following, link_row, in_column
    "int64[::1],int64[::1],int64[::1],int64[::1],int32[::1],"  # first, second, ratio, keys, held
    "int32[::1],int32[::1],int64[::1])"  # scratch columns and values, state
)


@njit("int64(int64[::1],int64)", cache=True)
def slot(keys: Any, ratio: int) -> int:
    """Where a ratio stands in the hash table, or the empty place where it would."""
    mask = len(keys) - 1
    place = ((ratio * _SPREAD) >> 11) & mask
    while keys[place] != EMPTY and keys[place] != ratio:
        place = (place + 1) & mask
    return place


@njit("void(int64[::1],int64[::1],int64[::1],int64[::1],int64[::1],int32[::1],int64[::1])", cache=True)
def enter(rows: Any, first: Any, second: Any, ratio: Any, keys: Any, held: Any, state: Any) -> None:
    """Put the ratios of these rows into the empty hash table `keys`, `held`."""
    for row in rows:
        ratio[row] = reduced(first[row] * inverse(second[row]))
        place = slot(keys, ratio[row])
        if keys[place] == EMPTY:
            keys[place] = ratio[row]
            state[RATIOS] += 1
        held[place] += 1


@njit(_SIGNATURE, cache=True)
def publish(
    until: int,
    order: Any,
    forced: Any,
    primary: Any,
    active: Any,
    status: Any,
    start: Any,
    length: Any,
    room: Any,
    columns: Any,
    values: Any,
    head: Any,
    following: Any,
    link_row: Any,
    in_column: Any,
    first: Any,
    second: Any,
    ratio: Any,
    keys: Any,
    held: Any,
    new_columns: Any,
    new_values: Any,
    state: Any,
) -> int:
    """Publish the rows `order[state[AT]:until]`, but hide what would fix a primary row and is not forced."""
    for at in range(state[AT], until):
        row = order[at]
        begin, size = start[row], length[row]
        end = begin + size
        if size == 0:
            active[row] = 0
            continue
        if not forced[row] and held[slot(keys, reduced(first[row] * inverse(second[row])))] > 0:
            status[row] = HIDDEN
            active[row] = 0
            for k in range(begin, end):
                in_column[columns[k]] -= 1
            continue
        best = begin
        for k in range(begin + 1, end):
            if in_column[columns[k]] < in_column[columns[best]]:
                best = k
        pivot = columns[best]

        pool_wanted, links_wanted, link = 0, 0, head[pivot]
        while link >= 0:
            other = link_row[link]
            link = following[link]
            if active[other] and other != row:
                if length[other] + size - 2 > room[other]:
                    pool_wanted += (3 * (length[other] + size)) // 2
                links_wanted += size
        if state[POOL_USED] + pool_wanted > len(columns) or state[LINKS_USED] + links_wanted > len(link_row):
            state[AT], state[POOL_WANTED], state[LINKS_WANTED] = at, pool_wanted, links_wanted
            return NO_ROOM
        if 2 * (state[RATIOS] + in_column[pivot]) > len(keys):
            state[AT] = at
            return TABLE_FULL

        active[row] = 0
        for k in range(begin, end):
            in_column[columns[k]] -= 1
        scale = PRIME - inverse(values[best])
        link = head[pivot]
        while link >= 0:
            other = link_row[link]
            link = following[link]
            if not active[other]:
                continue
            low, high = start[other], start[other] + length[other]
            stop = high
            while low < high:
                middle = (low + high) >> 1
                if columns[middle] < pivot:
                    low = middle + 1
                else:
                    high = middle
            if low == stop or columns[low] != pivot:
                continue
            factor = reduced(scale * values[low])
            # other += factor * row, both in the order of their columns.
            x, y, made = start[other], begin, 0
            while x < stop or y < end:
                if y == end or (x < stop and columns[x] < columns[y]):
                    new_columns[made], new_values[made] = columns[x], values[x]
                    made += 1
                    x += 1
                elif x == stop or columns[y] < columns[x]:
                    column = columns[y]
                    new_columns[made], new_values[made] = column, reduced(factor * values[y])
                    made += 1
                    y += 1
                    in_column[column] += 1
                    free = state[LINKS_USED]
                    link_row[free], following[free] = other, head[column]
                    head[column] = free
                    state[LINKS_USED] = free + 1
                else:
                    value = reduced(values[x] + factor * values[y])
                    if value != 0:
                        new_columns[made], new_values[made] = columns[x], value
                        made += 1
                    else:
                        in_column[columns[x]] -= 1
                    x += 1
                    y += 1
            if made > room[other]:
                start[other] = state[POOL_USED]
                room[other] = (3 * made) // 2
                state[POOL_USED] += room[other]
            to = start[other]
            for k in range(made):
                columns[to + k], values[to + k] = new_columns[k], new_values[k]
            length[other] = made
            first[other] = reduced(first[other] + factor * first[row])
            second[other] = reduced(second[other] + factor * second[row])
            if primary[other]:
                held[slot(keys, ratio[other])] -= 1
                ratio[other] = EMPTY
                if made > 0:
                    ratio[other] = reduced(first[other] * inverse(second[other]))
                    place = slot(keys, ratio[other])
                    if keys[place] == EMPTY:
                        keys[place] = ratio[other]
                        state[RATIOS] += 1
                    held[place] += 1
        head[pivot] = -1
    state[AT] = until
    return DONE
