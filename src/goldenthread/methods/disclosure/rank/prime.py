"""Prime: whole numbers modulo 2^31 - 1, compiled.

Sums of cells have small whole coefficients, so rows that depend on each other do so modulo this prime too;
the other way round, a chance agreement has odds of about one in two thousand million for each comparison,
and makes two rows look dependent, that is, hides a cell too many.
"""

from __future__ import annotations

from typing import Final

from numba import njit

PRIME: Final = 2**31 - 1


@njit("int64(int64)", cache=True)
def reduced(product: int) -> int:
    """`product` modulo the prime, for 0 <= product < 2^62: folding its upper bits onto the lower ones."""
    folded = (product & PRIME) + (product >> 31)
    folded = (folded & PRIME) + (folded >> 31)
    return folded - PRIME if folded >= PRIME else folded


@njit("int64(int64)", cache=True)
def inverse(value: int) -> int:
    """The value by which `value` comes to 1; 0 has none and gives 0. Fermat: value^(p - 2)."""
    result, power, left = 1, value, PRIME - 2
    while left > 0:
        if left & 1:
            result = reduced(result * power)
        power = reduced(power * power)
        left >>= 1
    return result
