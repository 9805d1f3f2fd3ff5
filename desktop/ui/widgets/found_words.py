"""How a thing that was found reads: its sign, its group, and the line under its sentence."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from desktop.i18n import _, current, pgettext
from desktop.models.exchanges import ExchangeKind
from desktop.services.found_things import Found, FoundKind

Opened = Callable[[Found], None]
"""Opens the very place of what was found."""

ICONS = {
    FoundKind.PROSPECT: "user",
    FoundKind.SENTENCE: "quote",
    FoundKind.EXCHANGE: "message-square-quote",
    FoundKind.PROPOSAL: "file-text",
}


def group_title(kind: FoundKind) -> str:
    """The heading of those of a kind."""
    return {
        FoundKind.PROSPECT: _("Prospects"),
        FoundKind.SENTENCE: _("Said and noted in calls"),
        FoundKind.EXCHANGE: _("Exchanges"),
        FoundKind.PROPOSAL: _("Proposals"),
    }[kind]


def first_line(found: Found) -> str:
    """Its sentence; for a proposal, its number and title."""
    if found.kind is FoundKind.PROPOSAL:
        return " · ".join(part for part in (found.sort, found.text) if part)
    return found.text


def second_line(found: Found, zone: ZoneInfo) -> str:
    """Who, and when: "Menuiserie Durand · Zoé Martin · dit le 12 mars 2026"; for a prospect, where the words are."""
    if found.kind is FoundKind.PROSPECT:
        return found.beside
    parts = [found.prospect, found.who if found.who != found.prospect else ""]
    if found.at is not None:
        parts.append(_verb(found).format(date=current().date(found.at.astimezone(zone).date())))
    if found.kind is FoundKind.PROPOSAL:
        parts.append(found.beside)
    return " · ".join(part for part in parts if part)


def _verb(found: Found) -> str:
    """What was done that day, with room for ``{date}``."""
    if found.kind is FoundKind.PROPOSAL:
        return _("changed on {date}")
    if found.kind is FoundKind.EXCHANGE:
        return {
            ExchangeKind.RECEIVED: pgettext("exchange", "received on {date}"),
            ExchangeKind.SENT: pgettext("exchange", "sent on {date}"),
            ExchangeKind.MEETING: pgettext("exchange", "met on {date}"),
        }.get(ExchangeKind(found.sort), pgettext("exchange", "noted on {date}"))
    return pgettext("entry", "said on {date}") if found.sort in ("verbatim", "objection") else _("noted on {date}")
