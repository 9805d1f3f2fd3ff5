"""How much a prospect was pressed, and what to do instead of pressing more: deterministic, and explained in a line.

Sources: domain §6 ("touches without an answer raise it, silence and replies lower it; above the line the app proposes
silence or an intermediate solution") and the article, "Attention à l'excès de pression" ("proposez plutôt un
rétroplanning ou une solution intermédiaire : pré-proposition, audit, test"). The weights, the half-life and the line
are ours: no shipped cadence crosses the line by itself, a fourth message in nine days does.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.i18n import Language, current
from desktop.models.followup_kinds import Channel

LINE = 60
"""The level, out of 100, above which one more touch costs more than it brings."""
HALF_LIFE = 14
"""Days of silence after which a touch weighs half as much."""
MEMORY = 90
"""Days after which a touch weighs less than one point: it is not counted any more."""
CALM = LINE // 2
"""Where silence has to bring the level before the next touch."""
WEIGHTS = {
    Channel.PHONE: 25,
    Channel.MEETING: 25,
    Channel.VIDEO: 25,
    Channel.EMAIL: 20,
    Channel.LINKEDIN: 15,
    Channel.OTHER: 15,
}
"""What one touch without an answer weighs: a call interrupts, a message waits."""
_WRITTEN = (Channel.EMAIL, Channel.LINKEDIN, Channel.OTHER)


class Alternative(StrEnum):
    """What to do instead of one more reminder."""

    SILENCE = "silence"
    AUDIT = "audit"
    TEST = "test"
    PREPROPOSAL = "preproposal"
    BACKPLAN = "backplan"


@dataclass(frozen=True)
class Touch:
    """One attempt of ours to reach them."""

    at: datetime
    channel: Channel


@dataclass(frozen=True)
class Gauge:
    """``level`` from 0 to 100; ``over`` when it passed ``line``. ``reason`` is one line.

    ``alternatives`` are values of ``Alternative``, empty under the line; ``quiet_until`` is the day from which silence
    will have calmed things, when there is something to calm.
    """

    level: int
    line: int
    over: bool
    reason: str
    alternatives: tuple[str, ...] = ()
    quiet_until: date | None = None


def unanswered(touches: Sequence[Touch], heard_at: datetime | None, now: datetime) -> list[Touch]:
    """Our touches since they last said something, the earliest first; those of another season are forgotten."""
    since = now - timedelta(days=MEMORY)
    if heard_at is not None:
        since = max(since, heard_at)
    return sorted((touch for touch in touches if since < touch.at <= now), key=lambda touch: touch.at)


def level(touches: Sequence[Touch], now: datetime) -> int:
    """How much these unanswered touches press, from 0 to 100."""
    return min(100, round(_weight(touches, now)))


def measure(
    touches: Sequence[Touch],
    heard_at: datetime | None,
    now: datetime,
    *,
    proposed: bool = False,
    language: Language | None = None,
) -> Gauge:
    """The gauge of a prospect. ``proposed``: a proposal is with them. ``now`` is the rep's wall clock."""
    waiting = unanswered(touches, heard_at, now)
    found = level(waiting, now)
    over = found > LINE
    return Gauge(
        level=found,
        line=LINE,
        over=over,
        reason=_reason(waiting, heard_at, now, language),
        alternatives=tuple(_alternatives(proposed)) if over else (),
        quiet_until=_quiet_until(waiting, now) if over else None,
    )


def alternative_label(alternative: str, language: Language | None = None) -> str:
    """What to do instead, as a button says it."""
    _ = (language or current()).gettext
    labels = {
        Alternative.SILENCE: _("Leave them in peace"),
        Alternative.AUDIT: _("Offer an audit"),
        Alternative.TEST: _("Offer a test"),
        Alternative.PREPROPOSAL: _("Send a pre-proposal"),
        Alternative.BACKPLAN: _("Send a backward plan"),
    }
    return labels[Alternative(alternative)]


def alternative_subject(alternative: str, language: Language | None = None) -> str:
    """The subject of the follow-up that offers it; "" for silence, which is no follow-up."""
    _ = (language or current()).gettext
    subjects = {
        Alternative.AUDIT: _("offer a short audit, without commitment"),
        Alternative.TEST: _("offer a test on a small scale"),
        Alternative.PREPROPOSAL: _("send a pre-proposal, without a price"),
        Alternative.BACKPLAN: _("send a plan counted back from their date"),
    }
    return subjects.get(Alternative(alternative), "")


def _alternatives(proposed: bool) -> tuple[Alternative, ...]:
    """Silence first. To those who hold a proposal already, a plan counted back from their own date comes next."""
    if proposed:
        return (Alternative.SILENCE, Alternative.BACKPLAN, Alternative.TEST, Alternative.AUDIT)
    return (Alternative.SILENCE, Alternative.AUDIT, Alternative.TEST, Alternative.PREPROPOSAL, Alternative.BACKPLAN)


def _weight(touches: Sequence[Touch], now: datetime) -> float:
    return math.fsum(WEIGHTS[each.channel] * 0.5 ** (_days(each.at, now) / HALF_LIFE) for each in touches)


def _days(since: datetime, until: datetime) -> float:
    return max(0.0, (until - since) / timedelta(days=1))


def _quiet_until(touches: Sequence[Touch], now: datetime) -> date | None:
    """Every weight halves together: the sum reaches calm after so many half-lives."""
    weight = _weight(touches, now)
    if weight <= CALM:
        return None
    return (now + timedelta(days=math.ceil(HALF_LIFE * math.log2(weight / CALM)))).date()


def _reason(touches: Sequence[Touch], heard_at: datetime | None, now: datetime, language: Language | None) -> str:
    said = language or current()
    if not touches:
        if heard_at is None or heard_at > now:
            return said.gettext("No attempt without an answer.")
        zone = now.tzinfo
        day = said.date(heard_at.astimezone(zone).date(), "short")
        return said.gettext("No attempt since they were heard on {date}.").format(date=day)
    count = len(touches)
    days = max(1, (now.date() - touches[0].at.astimezone(now.tzinfo).date()).days)
    if all(each.channel in _WRITTEN for each in touches):
        what = said.ngettext("{count} message without an answer", "{count} messages without an answer", count)
    elif all(each.channel is Channel.PHONE for each in touches):
        what = said.ngettext("{count} call without an answer", "{count} calls without an answer", count)
    else:
        what = said.ngettext("{count} attempt without an answer", "{count} attempts without an answer", count)
    span = said.ngettext("in {count} day", "in {count} days", days)
    return f"{what.format(count=count)} {span.format(count=days)}"
