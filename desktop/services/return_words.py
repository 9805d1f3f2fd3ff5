"""The figures of a return as a sentence reads them, alike on the screen and in the document, in either language."""

from collections.abc import Iterable
from decimal import Decimal

from desktop.i18n import Language
from desktop.models.returns import DAYS_A_WEEK, HOURS_A_DAY, WEEKS, Family, Figure, Returns, Rhythm, Unit

_ORDER = (Family.THINGS, Family.TIME, Family.PEOPLE, Family.MONEY, Family.SHARE)


def figure_words(value: Decimal, unit: Unit, rhythm: Rhythm | None, language: Language) -> str:
    """What a figure is read as: "1 day a week", "€350 for a day", "2 people"."""
    return _again(_quantity(value, unit, language), unit, rhythm, language)


def product_words(figures: Iterable[Figure], language: Language) -> str:
    """The figures of a gain, multiplied: "1 day a week × 2 people × €350 for a day"."""
    ordered = sorted(figures, key=lambda each: _ORDER.index(each.family))
    return " × ".join(figure_words(each.value, each.unit, each.rhythm, language) for each in ordered)


def conventions(returns: Returns, language: Language) -> str:
    """What was counted that they did not say, in a few sentences."""
    _ = language.gettext
    sentences = [_("Counted from your figures alone, as if all of it were won back, rounded down to the euro.")]
    if returns.counts_days:
        text = _("A year is counted as {weeks} worked weeks of {days} days.")
        sentences.append(text.format(weeks=WEEKS, days=DAYS_A_WEEK))
    elif returns.counts_weeks:
        sentences.append(_("A year is counted as {weeks} worked weeks.").format(weeks=WEEKS))
    if returns.counts_hours:
        sentences.append(_("A day is counted as {hours} hours.").format(hours=HOURS_A_DAY))
    return " ".join(sentences)


def months_words(months: int, language: Language) -> str:
    """``5 mois``."""
    return language.ngettext("{count} month", "{count} months", months).format(count=months)


def euros(amount: Decimal, language: Language) -> str:
    """A sum without cents when there are none."""
    return language.money(amount, cents=amount != amount.to_integral_value())


def _quantity(value: Decimal, unit: Unit, language: Language) -> str:
    _, ngettext = language.gettext, language.ngettext
    # Under one, French says "0,5 jour" and English "0.5 days": both rules agree on what 0 takes.
    count = 1 if value == 1 else 0 if value < 2 else 2
    number = language.number(value)
    match unit:
        case Unit.MINUTES:
            return ngettext("{number} minute", "{number} minutes", count).format(number=number)
        case Unit.HOURS:
            return ngettext("{number} hour", "{number} hours", count).format(number=number)
        case Unit.DAYS:
            return ngettext("{number} day", "{number} days", count).format(number=number)
        case Unit.THINGS:
            return ngettext("{number} time", "{number} times", count).format(number=number)
        case Unit.PEOPLE:
            return ngettext("{number} person", "{number} people", count).format(number=number)
        case Unit.PERCENT:
            return language.percent(value)
        case Unit.EUROS_AN_HOUR:
            return _("{amount} for an hour").format(amount=euros(value, language))
        case Unit.EUROS_A_DAY:
            return _("{amount} for a day").format(amount=euros(value, language))
        case Unit.EUROS:
            return euros(value, language)


def _again(quantity: str, unit: Unit, rhythm: Rhythm | None, language: Language) -> str:
    _ = language.gettext
    if rhythm is None:
        each = unit in (Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.EUROS)
        return _("{quantity} each time").format(quantity=quantity) if each else quantity
    patterns = {
        Rhythm.DAY: _("{quantity} a day"),
        Rhythm.WEEK: _("{quantity} a week"),
        Rhythm.MONTH: _("{quantity} a month"),
        Rhythm.QUARTER: _("{quantity} a quarter"),
        Rhythm.YEAR: _("{quantity} a year"),
    }
    return patterns[rhythm].format(quantity=quantity)
