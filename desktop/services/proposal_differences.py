"""What changed between two revisions, said in words: nobody compares two PDF files by eye.

Both sides are what an export keeps (``proposal_exports.as_json``), so that a revision of last year reads as that of
today. Whatever differs is said by at least one sentence, even a part that this program does not know yet.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.i18n import _, current, pgettext
from desktop.models.backplan import Side
from desktop.services.change_words import became, list_change, on_day, plain, quoted, rewritten, text_change
from desktop.services.proposal_option_differences import option_differences

Json = Mapping[str, Any]


_SAID = {
    *(
        "revision",
        "number",
        "options",
        "needs",
        "plan",
        "returns",
        "blocks",
        "appointment",
        "contractual",
        "language",
        "agreed",
    ),
    *("client", "seller", "issued_on", "valid_until", "start_on", "sign_before", "call_date", "title", "objective"),
    *("cost_today", "cost_source", "recommendation", "next_step", "lead_quote", "gains", "to_confirm"),
}
"""What the sentences below know of; anything else that differs is said as such."""


def differences(old: Json, new: Json) -> list[str]:
    """Sentences in the language of the screens, prices first; none when nothing but the revision changed."""
    said = [
        *option_differences(old["options"], new["options"]),
        *_needs(old["needs"], new["needs"]),
        *_dates(old, new),
        *_appointment(old.get("appointment"), new.get("appointment")),
        *_plan(old.get("plan"), new.get("plan")),
        *_words(old, new),
        *_returns(old.get("returns"), new.get("returns")),
        *_blocks(old.get("blocks", []), new.get("blocks", [])),
        *_nature(old, new),
        *_parties(old, new),
    ]
    unknown = any(old.get(name) != new.get(name) for name in {*old, *new} - _SAID)
    missed = not said and any(old.get(name) != new.get(name) for name in {*old, *new} - {"revision", "appointment"})
    return [*said, _("Other details of the document changed")] if unknown or missed else said


def _needs(old: Sequence[Json], new: Sequence[Json]) -> Iterator[str]:
    before, after = {_name(each): each for each in old}, {_name(each): each for each in new}
    for name in after:
        if name not in before:
            yield _("Need added: {need}").format(need=quoted(name))
    for name in before:
        if name not in after:
            yield _("Need removed: {need}").format(need=quoted(name))
    both = [name for name in after if name in before]
    if both != [name for name in before if name in after]:
        yield _("The needs are in another order")
    for name in both:
        yield from _need(name, before[name], after[name])


def _name(need: Json) -> str:
    """What makes it the same need: their words, or else ours."""
    quotes = need["quotes"]
    return str(quotes[0]["text"] if quotes else need["understanding"])


def _need(name: str, old: Json, new: Json) -> Iterator[str]:
    need = _("Need {need}").format(need=quoted(name))
    yield from text_change(_("{need}, answer").format(need=need), old["answer"], new["answer"])
    yield from text_change(_("{need}, proof").format(need=need), old["proof"], new["proof"])
    yield from text_change(_("{need}, benefit").format(need=need), old["benefit"], new["benefit"])
    yield from text_change(_("{need}, impact").format(need=need), old["impact"], new["impact"])
    understood = _("{need}, what we understand").format(need=need)
    yield from text_change(understood, old["understanding"], new["understanding"])
    texts = [[quote["text"] for quote in side["quotes"]] for side in (old, new)]
    yield from list_change(_("{need}, words quoted").format(need=need), *texts)
    if texts[0] == texts[1] and old["quotes"] != new["quotes"]:
        agreed = [all(quote["confirmed"] for quote in side["quotes"]) for side in (old, new)]
        if agreed == [False, True]:
            yield _("{need}: now confirmed with them").format(need=need)
        else:
            yield _("{need}: words quoted otherwise").format(need=need)


def _dates(old: Json, new: Json) -> Iterator[str]:
    for name, what in (
        ("issued_on", _("Date of the document")),
        ("valid_until", _("Valid until")),
        ("start_on", _("In service on")),
        ("sign_before", _("Sign before")),
        ("call_date", _("Date of the call")),
    ):
        yield from text_change(what, old[name], new[name], on_day)


def _appointment(old: Json | None, new: Json | None) -> Iterator[str]:
    """Printed on the slip alone: one side knows of it only when its slip was handed over."""
    if old and new and old != new:
        days = [datetime.fromisoformat(side["due_local"]) for side in (old, new)]
        words = [f"{current().date(day.date(), 'weekday')} {current().time(day)}" for day in days]
        what = _("Next appointment")
        yield became(what, *words) if words[0] != words[1] else rewritten(what)


def _plan(old: Json | None, new: Json | None) -> Iterator[str]:
    if old is None or new is None:
        if new is not None:
            yield _("A plan is added, for {date}").format(date=on_day(new["wished_on"]))
        elif old is not None:
            yield _("The plan is removed")
        return
    yield from text_change(_("Plan, wished for"), old["wished_on"], new["wished_on"], on_day)
    before, after = ({step["name"]: step for step in side["steps"]} for side in (old, new))
    yield from list_change(_("Plan, steps"), list(before), list(after))
    for name, step in after.items():
        if name in before:
            yield from _step(name, before[name], step)
    if old["late"] != new["late"]:
        yield became(_("Plan, working days that are missing"), str(old["late"]), str(new["late"]))


def _step(name: str, old: Json, new: Json) -> Iterator[str]:
    what = _("Plan, {step}").format(step=quoted(name))
    days = [
        _("from {start} to {end}").format(start=on_day(side["starts_on"]), end=on_day(side["ends_on"]))
        for side in (old, new)
    ]
    if days[0] != days[1]:
        yield became(what, *days)
    owners = [
        side["owner"] or (pgettext("change", "us") if side["side"] == Side.OURS else pgettext("change", "them"))
        for side in (old, new)
    ]
    if (old["owner"], old["side"]) != (new["owner"], new["side"]):
        yield became(_("{step}, who does it").format(step=what), *owners) if owners[0] != owners[1] else rewritten(what)
    if days[0] == days[1] and any(old[name] != new[name] for name in ("days", "after", "slack")):
        yield _("{step}: linked otherwise to the others").format(step=what)


def _words(old: Json, new: Json) -> Iterator[str]:
    for name, what in (
        ("title", _("Title")),
        ("objective", _("Their goal")),
        ("cost_today", _("What it costs today")),
        ("cost_source", _("Source of that cost")),
        ("recommendation", _("Our recommendation")),
        ("next_step", _("The next step")),
    ):
        yield from text_change(what, old[name], new[name])
    lead = [(side["lead_quote"] or {}).get("text", "") for side in (old, new)]
    yield from text_change(_("Words that open page 1"), *lead)
    yield from list_change(_("What they gain"), old["gains"], new["gains"])
    yield from list_change(_("What remains to be confirmed"), old["to_confirm"], new["to_confirm"])


def _returns(old: Json | None, new: Json | None) -> Iterator[str]:
    if old == new:
        return
    if old is None:
        yield _("The return on investment is added")
    elif new is None:
        yield _("The return on investment is removed")
    else:
        yield _("The return on investment is counted otherwise")


def _blocks(old: Sequence[Json], new: Sequence[Json]) -> Iterator[str]:
    yield from list_change(_("Standing text"), *([each["title"] for each in side] for side in (old, new)))
    before = {(each["kind"], each["title"]): each["text"] for each in old}
    for block in new:
        if (key := (block["kind"], block["title"])) in before:
            what = _("Standing text {title}").format(title=quoted(block["title"]))
            yield from text_change(what, before[key], block["text"])
    titles = [[each["title"] for each in side] for side in (old, new)]
    kinds = [[each["kind"] for each in side] for side in (old, new)]
    if titles[0] == titles[1] and kinds[0] != kinds[1]:
        yield rewritten(_("Standing text"))


def _nature(old: Json, new: Json) -> Iterator[str]:
    if old["contractual"] != new["contractual"]:
        yield _("It gives a price and can be signed") if new["contractual"] else _("It has become a pre-proposal")
    if old["language"] != new["language"]:
        names = {"fr": pgettext("change", "French"), "en": pgettext("change", "English")}
        was, now = (names.get(side["language"], str(side["language"])) for side in (old, new))
        yield became(pgettext("change", "Language"), was, now)
    agreed = [side.get("agreed") for side in (old, new)]
    if agreed[0] != agreed[1]:
        yield (
            _("Their agreement on the needs is said otherwise") if agreed[1] else _("Their agreement is no longer said")
        )


def _parties(old: Json, new: Json) -> Iterator[str]:
    for part, whose, names in (
        ("client", _("Client, {detail}"), _client_details()),
        ("seller", _("Your company, {detail}"), _seller_details()),
    ):
        before, after = old[part], new[part]
        for name in sorted(
            {*before, *after}, key=lambda each: list(names).index(each) if each in names else len(names)
        ):
            values = before.get(name, ""), after.get(name, "")
            if values[0] == values[1]:
                continue
            what = whose.format(detail=names.get(name, pgettext("change", "other details")))
            if name in names and all(isinstance(value, str) for value in values):
                yield from text_change(what, *values, plain)
            else:
                yield _("{what}: changed").format(what=what)


def _client_details() -> dict[str, str]:
    return {
        "company": pgettext("change", "company"),
        "contact": pgettext("change", "contact"),
        "title": pgettext("change", "position"),
        "address": pgettext("change", "address"),
        "siren": "SIREN",
    }


def _seller_details() -> dict[str, str]:
    return {
        "name": pgettext("change", "name"),
        "representative": pgettext("change", "representative"),
        "address": pgettext("change", "address"),
        "postcode_city": pgettext("change", "town"),
        "phone": pgettext("change", "phone"),
        "email": pgettext("change", "e-mail"),
        "siret": "SIRET",
        "rcs": "RCS",
        "vat_number": pgettext("change", "VAT number"),
        "payment_terms": pgettext("change", "terms of payment"),
        "late_penalty": pgettext("change", "late payment"),
    }
