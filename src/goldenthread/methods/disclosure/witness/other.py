"""Other: tables that an outsider must hold possible, to render a release from in place of the true one."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.protection import Witness
from goldenthread.methods.disclosure.system import Counts, System


def other_table(system: System, witness: Witness) -> Counts:
    """The counts of the table in which the most cells differ from the truth; the true ones if there is none.

    Everything published is the same in it: whatever is rendered from it must come out byte for byte alike.
    """
    tables = other_tables(system, witness)
    return tables[0] if tables else system.counts.copy()


def other_tables(system: System, witness: Witness) -> list[Counts]:
    """As few tables as possible such that each cell which differs in any differs in one of these.

    The first one differs in the most cells; each further one adds the most of those not yet met.
    """
    changes = sparse.csr_array(witness.changes)
    moved = changes != 0
    left, chosen = np.ones(len(system), np.int64), []
    while moved.shape[0] and (gains := moved.astype(np.int64) @ left).max() > 0:
        best = int(np.argmax(gains))
        row = np.asarray(changes[[best]].todense(), np.int64).reshape(-1)
        left[row != 0] = 0
        chosen.append(system.counts + row)
    return chosen
