"""The echo rate: how much of what we propose rests on something they said.

Every block that we write about them counts: the title, their goal, what it costs today, what we recommend and what
they gain, each answer, each option, the plan and the return. It is backed when words that may be quoted stand behind
it (``proposal_trace``). What is only their words quoted raises nothing: it comes from them by itself; a need that no
words of theirs state is a block that nothing stands behind.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.services.proposal_cards import NeedCard
from desktop.services.proposal_trace import ANSWER, OPTION, TracedBlock


@dataclass(frozen=True)
class Echo:
    """``backed`` blocks out of ``blocks``, and the two lists to mend before export."""

    backed: int
    blocks: int
    needs_without_answer: tuple[uuid.UUID, ...]
    """Keys of ``ProposalNeed``: included, and nothing written across from them."""
    answers_without_need: tuple[uuid.UUID, ...]
    """Keys of ``ProposalNeed`` or ``Option``: written, and backed by no stated need."""
    without_words: tuple[TracedBlock, ...] = ()
    """Every block that nothing they said stands behind."""

    @property
    def percent(self) -> int | None:
        """The share backed, rounded down so that 100 means all; ``None`` while there is no block."""
        return self.backed * 100 // self.blocks if self.blocks else None


def echo(blocks: Sequence[TracedBlock], needs: Sequence[NeedCard]) -> Echo:
    """Count the blocks of a proposal."""
    written = [each for each in blocks if not (each.backed and each.quoted)]
    alone = tuple(each for each in written if not each.backed)
    return Echo(
        backed=len(written) - len(alone),
        blocks=len(written),
        needs_without_answer=tuple(each.row.id for each in needs if each.row.included and not each.row.answer.strip()),
        answers_without_need=tuple(
            uuid.UUID(each.where.partition(":")[2]) for each in alone if each.where.startswith((ANSWER, OPTION))
        ),
        without_words=alone,
    )
