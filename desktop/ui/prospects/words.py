"""What the rep reads and types in the file of a prospect: dates, totals, amounts, identifiers."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.calls import Call, CallState
from desktop.models.grids import maximum_label, total_label
from desktop.services.prospect_rows import ProspectRow
from desktop.services.prospects import PastCall

_LARGEST = Decimal(1_000_000_000)
_SIREN_DIGITS = 9


def due(due_local: datetime, today: date) -> str:
    """``09:30`` for today, otherwise ``ven. 27 nov.``."""
    day = due_local.date()
    return current().time(due_local) if day == today else current().date(day, "weekday")


def due_in_full(due_local: datetime) -> str:
    """``vendredi 27 novembre, 09:30``."""
    return f"{current().date(due_local.date(), 'day')}, {current().time(due_local)}"


def total(row: ProspectRow) -> str:
    """``13/15``, ``9 à 12/15``, ``À compléter``, or nothing before the first call."""
    if row.low is None or row.high is None or row.maximum is None:
        return ""
    if row.to_complete:
        return _("To complete")
    points = str(row.low)
    if row.low != row.high:
        points = pgettext("total", "{low} to {high}").format(low=row.low, high=row.high)
    return f"{points}/{row.maximum}"


def call_state(call: Call) -> str:
    """Where a call stands, in a word."""
    return {
        CallState.RUNNING: pgettext("call", "In progress"),
        CallState.LEFT: pgettext("call", "To resume"),
        CallState.CONCLUDED: pgettext("call", "Concluded"),
    }[call.state]


def brought(past: PastCall) -> str:
    """What a call came to: ``23 minutes · 13 sur 15 · 4 verbatims``; only what there was."""
    minutes = round(past.call.elapsed_seconds / 60)
    parts = (
        ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else "",
        f"{total_label(past.standing)} {maximum_label(past.standing)}" if past.standing.known else "",
        ngettext("{count} verbatim", "{count} verbatims", past.verbatims).format(count=past.verbatims)
        if past.verbatims
        else "",
    )
    return " · ".join(part for part in parts if part)


def amount(text: str) -> Decimal | None:
    """``12 500,50 €`` as money; nothing typed is no amount. Raises ``UserError`` for what is not an amount."""
    plain = re.sub(r"[\s€]", "", text)
    if not plain:
        return None
    try:
        # The last of "," and "." is the decimal one; a lone one followed by three digits separates thousands.
        value = Decimal(_without_thousands(plain))
    except InvalidOperation:
        raise UserError(_("Write an amount in euros, such as 12500 or 12500.50.")) from None
    if not value.is_finite() or value < 0 or value >= _LARGEST:
        raise UserError(_("Write an amount in euros, such as 12500 or 12500.50."))
    return value


def _without_thousands(plain: str) -> str:
    if "," in plain and "." in plain:
        thousands = "." if plain.rfind(",") > plain.rfind(".") else ","
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    head, _dot, tail = plain.rpartition(".")
    return head.replace(".", "") + tail if head and len(tail) == 3 else plain


def shown_amount(value: Decimal | None) -> str:
    """An amount as a field shows it; cents only where there are some."""
    if value is None:
        return ""
    return current().money(value, cents=value != value.to_integral_value())


def day(text: str) -> date | None:
    """``31/12/2026``, ``31.12.26`` or ``2026-12-31``; nothing typed is no date. Raises ``UserError`` otherwise."""
    plain = text.strip()
    if not plain:
        return None
    parts = re.findall(r"\d+", plain)
    shape = re.fullmatch(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}", plain)
    if shape is None or len(parts) != 3:
        raise UserError(_("Write a date with day, month and year, such as 31/12/2026."))
    first, month, last = parts
    year, of_month = (first, last) if len(first) == 4 else (last, first)
    century = 2000 if len(year) == 2 else 0
    try:
        return date(int(year) + century, int(month), int(of_month))
    except ValueError:
        raise UserError(_("This date does not exist.")) from None


def shown_day(value: date | None) -> str:
    """A date as a field shows it, in the way it can be typed."""
    return value.strftime("%d/%m/%Y") if value else ""


def siren(text: str) -> str:
    """Nine digits whose Luhn sum is a multiple of ten, or nothing. Raises ``UserError`` otherwise."""
    digits = re.sub(r"\s", "", text)
    if not digits:
        return ""
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise UserError(_("A SIREN has 9 digits."))
    doubled = [int(each) * (1 + place % 2) for place, each in enumerate(digits)]
    if sum(value - 9 if value > 9 else value for value in doubled) % 10:
        raise UserError(_("This SIREN is mistyped: check its digits."))
    return digits


def website(text: str) -> str:
    """An address such as ``www.brevent.fr``, as it was typed, or nothing. Raises ``UserError`` otherwise."""
    plain = text.strip()
    if plain and not re.fullmatch(r"(?:https?://)?[^\s/@.]+(?:\.[^\s/@.]+)+(?:[/?#]\S*)?", plain):
        raise UserError(_("Write an address such as www.company.com."))
    return plain
