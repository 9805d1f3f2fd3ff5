"""A gentle second reader for cadences: what a sales trainer would say of one. It advises, and never blocks."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from desktop.i18n import _, ngettext
from desktop.models.cadences import Anchor, Cadence, choose_channel
from desktop.models.followup_kinds import Channel
from desktop.models.pressure import LINE, Touch, level

TOO_CLOSE = 2
"""Days: two touches so near each other look like insistence."""
_DAY_ONE = datetime(2026, 1, 1, 9, tzinfo=UTC)
_ANY = tuple(Channel)


class Rule(StrEnum):
    """What a remark is about."""

    TOO_CLOSE = "too-close"
    SAME_CHANNEL = "same-channel"
    BRINGS_NOTHING = "brings-nothing"
    NO_OBJECTIVE = "no-objective"
    TOO_MUCH = "too-much"


@dataclass(frozen=True)
class Remark:
    """One remark. ``step`` is the place of the step it is about, ``None`` for the cadence; ``count`` a number of days
    or, for ``TOO_MUCH``, that of the step, from 1.
    """

    rule: Rule
    step: int | None = None
    count: int = 0


def lint(cadence: Cadence) -> tuple[Remark, ...]:
    """Remarks on a cadence, in the order of its steps, then those on the whole."""
    remarks = []
    for place, step in enumerate(cadence.steps):
        before = cadence.steps[place - 1] if place else None
        if before is not None and Anchor.EXPIRY not in (step.anchor, before.anchor):
            gap = min(step.delay(hot) - before.delay(hot) for hot in (True, False))
            if 0 < gap <= TOO_CLOSE:
                remarks.append(Remark(Rule.TOO_CLOSE, place, gap))
        if before is not None and _only_one_way(before.channels, step.channels):
            remarks.append(Remark(Rule.SAME_CHANNEL, place))
        if not step.brings.strip():
            remarks.append(Remark(Rule.BRINGS_NOTHING, place))
        if not step.subject.strip():
            remarks.append(Remark(Rule.NO_OBJECTIVE, place))
    return (*remarks, *_too_much(cadence))


def sentence(remark: Remark) -> str:
    """A remark in words, with what to do about it."""
    sentences = {
        Rule.TOO_CLOSE: ngettext(
            "{count} day after the step before: leave them time to answer.",
            "{count} days after the step before: leave them time to answer.",
            remark.count,
        ),
        Rule.SAME_CHANNEL: _("The same channel as the step before, and no other one is listed: vary them."),
        Rule.BRINGS_NOTHING: _(
            "Brings nothing: add a content, a proof or a figure, or they will only hear a reminder."
        ),
        Rule.NO_OBJECTIVE: _("No objective: say what this step must obtain."),
        Rule.TOO_MUCH: _(
            "Without an answer, the pressure gauge passes its line at step {count}: space the steps out, or remove one."
        ),
    }
    return sentences[remark.rule].format(count=remark.count)


def _only_one_way(before: tuple[Channel, ...], now: tuple[Channel, ...]) -> bool:
    return len(set(before)) == 1 and set(before) == set(now)


def _too_much(cadence: Cadence) -> list[Remark]:
    """Whether the cadence alone, never answered, would press too much; steps before expiry depend on the proposal."""
    touches: list[Touch] = []
    last: Channel | None = None
    for place, step in enumerate(cadence.steps):
        if step.anchor is Anchor.EXPIRY:
            continue
        last = choose_channel(step.channels, last, _ANY)
        at = _DAY_ONE + timedelta(days=step.days)
        touches.append(Touch(at, last))
        if level(touches, at) > LINE:
            return [Remark(Rule.TOO_MUCH, count=place + 1)]
    return []
