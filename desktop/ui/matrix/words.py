"""The words of the matrix page: places, totals, and what an act is about to do or has done."""

from datetime import date, datetime
from decimal import Decimal

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.followup_kinds import channel_label
from desktop.models.grids import Band, band_name
from desktop.models.matrix import ProposalKind, action
from desktop.services.matrix_acts import Applied, Calling, Outlook
from desktop.services.matrix_board import Beside, Place, StandingRow, Tally
from desktop.ui.widgets.heat import heat_word


def band_word(band: Band) -> str:
    """The head of a row of the matrix."""
    return {
        Band.GOOD: pgettext("matrix row", "Good"),
        Band.MEDIUM: pgettext("matrix row", "Medium"),
        Band.LOW: pgettext("matrix row", "Low"),
    }[band]


def place_name(place: Place) -> str:
    """``Bonne × Chaud``, ``À compléter``."""
    match place:
        case Beside.TO_COMPLETE:
            return _("To complete")
        case Beside.NO_HEAT:
            return _("Heat to choose")
        case (band, heat):
            return f"{band_word(band)} × {heat_word(heat)}"


def place_action(asked: Calling) -> str:
    """What a place calls for, in words."""
    if asked.cell is not None:
        return action(asked.cell)
    if asked.place is Beside.TO_COMPLETE:
        return _("Ask what is missing: nothing can be decided yet")
    return _("Scored, but how ready are they? Choose a heat")


def counted(tally: Tally) -> str:
    """``4 prospects · 92 000 €``."""
    words = ngettext("{count} prospect", "{count} prospects", tally.prospects)
    words = words.format(count=current().number(tally.prospects))
    return f"{words} · {money(tally.amount)}" if tally.amount else words


def number(count: int) -> str:
    """``2 824``, as the language writes it."""
    return current().number(count)


def money(amount: Decimal | None) -> str:
    """Whole euros; nothing for no amount."""
    return current().money(amount, cents=False) if amount is not None else ""


def how(asked: Calling) -> str:
    """``Téléphone, dans 2 jours ouvrés``."""
    days = ngettext("in {count} working day", "in {count} working days", asked.delay_days)
    return f"{channel_label(asked.channel)}, {days.format(count=asked.delay_days)}"


def document(kind: ProposalKind) -> str:
    """The furthest document that a cell allows."""
    return {"full": _("Proposal"), "preproposal": _("Pre-proposal"), "none": _("No proposal")}[kind]


def total(row: StandingRow) -> str:
    """``13/15``, ``9 à 12/15``; before the first call, that there was none."""
    if row.low is None or row.high is None:
        return _("no call yet")
    points = str(row.low)
    if row.low != row.high:
        points = pgettext("total", "{low} to {high}").format(low=row.low, high=row.high)
    return f"{points}/{row.maximum}"


def qualification(low: Band | None, high: Band | None, to_complete: bool) -> str:
    """``bonne``, ``moyenne à bonne``, ``à compléter``."""
    if low is None or high is None:
        return ""
    if to_complete:
        return pgettext("qualification", "to complete")
    names = band_name(low), band_name(high)
    if low is high:
        return names[0]
    return pgettext("qualification", "{low} to {high}").format(low=names[0], high=names[1])


def due(due_local: datetime | None, today: date) -> str:
    """``14:30`` for today, otherwise ``ven. 27 nov.``."""
    if due_local is None:
        return _("none planned")
    day = due_local.date()
    return current().time(due_local) if day == today else current().date(day, "weekday")


def foreseen(asked: Calling, outlook: Outlook, by_cadence: bool) -> str:
    """What applying to all would do, before it is done."""
    if not outlook.count:
        return _("Nobody here lacks a next step.")
    parts = [_will_be(asked, outlook, by_cadence)]
    if outlook.kept:
        words = ngettext("{count} keeps its next step.", "{count} keep their next step.", outlook.kept)
        parts.append(words.format(count=current().number(outlook.kept)))
    if outlook.beyond:
        words = ngettext("{count} is left for another time.", "{count} are left for another time.", outlook.beyond)
        parts.append(words.format(count=current().number(outlook.beyond)))
    return " ".join(parts)


def _will_be(asked: Calling, outlook: Outlook, by_cadence: bool) -> str:
    assert outlook.first is not None and outlook.last is not None
    if by_cadence and asked.cadence is not None:
        if outlook.first == outlook.last:
            words = ngettext(
                "“{cadence}” will start for {count} prospect on {first}.",
                "“{cadence}” will start for {count} prospects on {first}.",
                outlook.count,
            )
        else:
            words = ngettext(
                "“{cadence}” will start for {count} prospect between {first} and {last}, {a_day} a day at most.",
                "“{cadence}” will start for {count} prospects between {first} and {last}, {a_day} a day at most.",
                outlook.count,
            )
    elif outlook.first == outlook.last:
        words = ngettext(
            "{count} follow-up will be set on {first}.", "{count} follow-ups will be set on {first}.", outlook.count
        )
    else:
        words = ngettext(
            "{count} follow-up will be set between {first} and {last}, {a_day} a day at most.",
            "{count} follow-ups will be set between {first} and {last}, {a_day} a day at most.",
            outlook.count,
        )
    return words.format(
        count=outlook.count,
        cadence=asked.cadence.name if asked.cadence else "",
        first=current().date(outlook.first, "day"),
        last=current().date(outlook.last, "day"),
        a_day=outlook.a_day,
    )


def done_to_all(applied: Applied) -> str:
    """What was done, for the toast and the name of the act."""
    words = ngettext("{count} next step planned", "{count} next steps planned", applied.count)
    return words.format(count=applied.count)


def done_to_one(applied: Applied, who: str) -> str:
    """The same for one prospect, with its day."""
    assert applied.first is not None
    return _("Next step on {date}: {who}").format(date=current().date(applied.first, "day"), who=who)
