"""The echo rate: how much of what we propose answers something they said.

A block is either the answer written to an included need, or an option. An answer is backed when words that may be
quoted state its need; an option is backed when it covers at least one included need stated that way.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.services.proposal_cards import NeedCard, OptionCard


@dataclass(frozen=True)
class Echo:
    """``backed`` blocks out of ``blocks``, and the two lists to mend before export."""

    backed: int
    blocks: int
    needs_without_answer: tuple[uuid.UUID, ...]
    """Keys of ``ProposalNeed``: included, and nothing written across from them."""
    answers_without_need: tuple[uuid.UUID, ...]
    """Keys of ``ProposalNeed`` or ``Option``: written, and backed by no stated need."""

    @property
    def percent(self) -> int | None:
        """The share backed, rounded down so that 100 means all; ``None`` while there is no block."""
        return self.backed * 100 // self.blocks if self.blocks else None


def echo(needs: Sequence[NeedCard], options: Sequence[OptionCard]) -> Echo:
    """Count the blocks of a proposal."""
    included = [each for each in needs if each.row.included]
    answered = [each for each in included if each.row.answer.strip()]
    stated = {each.row.id for each in included if each.stated}
    alone = [each.row.id for each in answered if not each.stated]
    alone += [each.option.id for each in options if not stated.intersection(each.covers)]
    blocks = len(answered) + len(options)
    return Echo(
        backed=blocks - len(alone),
        blocks=blocks,
        needs_without_answer=tuple(each.row.id for each in included if not each.row.answer.strip()),
        answers_without_need=tuple(alone),
    )
