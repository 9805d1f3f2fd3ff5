"""What changed in the ways to say yes between two revisions: prices first, then lines and words."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from desktop.i18n import _, current, pgettext
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line, bill
from desktop.services.catalogue_cells import billing_label
from desktop.services.change_words import became, in_euros, list_change, plain, quoted, text_change

Json = Mapping[str, Any]


def option_differences(old: Sequence[Json], new: Sequence[Json]) -> Iterator[str]:
    """Sentences about the options of two revisions; an option keeps its name, or else its place."""
    pairs, gone, come = _matched(old, new)
    for place, option in gone:
        yield _("Option removed: {option}").format(option=quoted(_named(option, place)))
    for place, option in come:
        yield _("Option added: {option}").format(option=quoted(_named(option, place)))
        yield from _prices(_("Option {option}").format(option=quoted(_named(option, place))), {"lines": []}, option)
    for before, after, place in pairs:
        yield from _option(before, after, place)
    if not gone and not come and [after for _before, after, _place in pairs] != list(new):
        yield _("The options are in another order")


def _matched(
    old: Sequence[Json], new: Sequence[Json]
) -> tuple[list[tuple[Json, Json, int]], list[tuple[int, Json]], list[tuple[int, Json]]]:
    """Pairs in the order of ``old``, then what only one side has, with places from 0."""
    left = dict(enumerate(new))
    found: dict[int, int] = {}
    for i, before in enumerate(old):
        named = (j for j, after in left.items() if before["name"] and after["name"] == before["name"])
        if (match := next(named, None)) is not None:
            found[i] = match
            del left[match]
    for i in range(len(old)):
        if i not in found and i in left:
            found[i] = i
            del left[i]
    pairs = [(old[i], new[j], j) for i, j in sorted(found.items())]
    return pairs, [(i, each) for i, each in enumerate(old) if i not in found], list(left.items())


def _named(option: Json, place: int) -> str:
    return option["name"].strip() or _("Option {number}").format(number=place + 1)


def _option(old: Json, new: Json, place: int) -> Iterator[str]:
    what = _("Option {option}").format(option=quoted(_named(new, place)))
    yield from text_change(_("Name of the option"), old["name"], new["name"])
    yield from _prices(what, old, new)
    yield from _lines(what, old["lines"], new["lines"])
    lead = _("{option}, lead time").format(option=what)
    yield from text_change(lead, old["lead_time"], new["lead_time"], plain)
    yield from text_change(_("{option}, for whom").format(option=what), old["for_whom"], new["for_whom"])
    yield from text_change(_("{option}, reason").format(option=what), old["reason"], new["reason"])
    yield from list_change(_("{option}, included").format(option=what), old["included"], new["included"])
    if old["recommended"] != new["recommended"]:
        yield (
            _("{option} is now recommended") if new["recommended"] else _("{option} is no longer recommended")
        ).format(option=what)
    if old["answers"] != new["answers"]:
        yield _("{option}: other needs covered").format(option=what)
    if old.get("door", "") != new.get("door", ""):
        yield _("{option}: another purpose").format(option=what)


def _prices(what: str, old: Json, new: Json) -> Iterator[str]:
    """What is asked once, a month and a year, each apart; what is optional and not chosen is left out."""
    before, after = (bill(map(_line, side["lines"])) for side in (old, new))
    for billing, sentence in (
        (Billing.ONCE, _("{old} → {new} excl. VAT")),
        (Billing.MONTHLY, _("{old} → {new} a month excl. VAT")),
        (Billing.YEARLY, _("{old} → {new} a year excl. VAT")),
    ):
        was, now = before.of(billing).net, after.of(billing).net
        if was != now:
            first, second = in_euros(was, now)
            yield _("{what}: {change}").format(what=what, change=sentence.format(old=first, new=second))


def _line(line: Json) -> Line:
    return Line(
        label=line["label"],
        detail=line["detail"],
        quantity=Decimal(line["quantity"]),
        unit=line["unit"],
        unit_price=Decimal(line["unit_price"]),
        vat_rate=Decimal(line["vat_rate"]),
        discount=Decimal(line["discount"]),
        billing=Billing(line.get("billing", "once")),
        optional=line.get("optional", False),
        chosen=line.get("chosen", False),
    )


def _lines(what: str, old: Sequence[Json], new: Sequence[Json]) -> Iterator[str]:
    """A line keeps its label; of two with the same, the first is the first."""
    left = list(map(_line, new))
    kept = []
    for before in map(_line, old):
        after = next((each for each in left if each.label == before.label), None)
        if after is None:
            yield _("{option}: line removed, {line}").format(option=what, line=quoted(before.label))
            continue
        left.remove(after)
        kept.append(after)
        yield from _line_change(what, before, after)
    for added in left:
        yield _("{option}: line added, {line}").format(option=what, line=quoted(added.label))
    if not left and kept != list(map(_line, new)):
        yield _("{option}: the lines are in another order").format(option=what)


def _line_change(what: str, old: Line, new: Line) -> Iterator[str]:
    name = _("{option}, {line}").format(option=what, line=quoted(old.label))
    if old.unit_price != new.unit_price:
        yield became(_("{line}, unit price").format(line=name), *in_euros(old.unit_price, new.unit_price))
    if (old.quantity, old.unit) != (new.quantity, new.unit):
        yield became(_("{line}, quantity").format(line=name), _quantity(old), _quantity(new))
    for words, before, after in (
        (_("{line}, discount"), old.discount, new.discount),
        (_("{line}, VAT"), old.vat_rate, new.vat_rate),
    ):
        if before != after:
            yield became(words.format(line=name), current().percent(before), current().percent(after))
    yield from text_change(_("{line}, detail").format(line=name), old.detail, new.detail)
    if old.billing is not new.billing:
        yield became(_("{line}, asked").format(line=name), billing_label(old.billing), billing_label(new.billing))
    if (old.optional, old.chosen) != (new.optional, new.chosen):
        yield became(_("{line}, in the total").format(line=name), _counted(old), _counted(new))


def _quantity(line: Line) -> str:
    return f"{current().number(line.quantity)} {line.unit}".strip()


def _counted(line: Line) -> str:
    if not line.optional:
        return pgettext("change", "always")
    return pgettext("change", "optional, chosen") if line.chosen else pgettext("change", "optional, not chosen")
