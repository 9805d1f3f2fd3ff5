"""What a draft must have before it can be used, said field by field. Drafts themselves may be unfinished."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.i18n import _
from desktop.models.content_edits import Place
from desktop.models.grids import Grid
from desktop.models.library import ItemKind
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as kind_label
from desktop.models.objections import STEPS
from desktop.models.reformulations import CLAUSE, WORDS
from desktop.services.cadence_checks import cadence_mistakes, message_mistakes

_GAP = re.compile(r"\{[^}]*\}?|\}")
_APART = {ItemKind.CADENCE: cadence_mistakes, ItemKind.MESSAGES: message_mistakes}


@dataclass(frozen=True)
class Mistake:
    """Something to mend before publishing, as a sentence that can stand under its field or alone."""

    place: Place
    sentence: str


def mistakes(kind: ItemKind, content: Mapping[str, Any], grids: Mapping[str, Grid]) -> list[Mistake]:
    """Everything to mend in the content of an item, in its order; ``grids`` are those that a script may name."""
    found = [] if str(content["name"]).strip() else [Mistake(("name",), _("Give it a name."))]
    if kind is ItemKind.SCRIPT:
        return [*found, *_script(content, grids)]
    if kind in _APART:
        return [*found, *(Mistake(place, sentence) for place, sentence in _APART[kind](content))]
    checks = {ItemKind.GRID: _grid, ItemKind.OBJECTIONS: _cards, ItemKind.REFORMULATIONS: _sentences}
    return [*found, *checks[kind](content)]


def _script(content: Mapping[str, Any], grids: Mapping[str, Grid]) -> Iterator[Mistake]:
    if content["grid"] not in grids:
        yield Mistake(("grid",), _("Choose the grid that goes with this script."))
    if not content["sections"]:
        yield Mistake(("sections",), _("Add a theme and its first question."))
    for place, section in enumerate(content["sections"]):
        here: Place = ("sections", place)
        if not section["name"].strip():
            yield Mistake((*here, "name"), _("Name the theme."))
        if not section["questions"]:
            message = _("The theme “{theme}” has no question.")
            yield Mistake((*here, "questions"), message.format(theme=_named(section["name"])))
        yield from _questions(section, here)
    if content.get("fit_test"):
        yield from _fit_test(content["fit_test"], ("fit_test",))


def _fit_test(section: Mapping[str, Any], place: Place) -> Iterator[Mistake]:
    if not section["name"].strip():
        yield Mistake((*place, "name"), _("Name the fit test."))
    if not section["questions"]:
        yield Mistake((*place, "questions"), _("The fit test has no question."))
    yield from _questions(section, place)


def _questions(section: Mapping[str, Any], place: Place) -> Iterator[Mistake]:
    for index, question in enumerate(section["questions"]):
        here = (*place, "questions", index)
        if not question["title"].strip():
            yield Mistake((*here, "title"), _("Give the question a short title."))
        if not question["text"].strip():
            message = _("Write how the question “{title}” is said.")
            yield Mistake((*here, "text"), message.format(title=_named(question["title"])))


def _grid(content: Mapping[str, Any]) -> Iterator[Mistake]:
    if content["medium"] > content["good"]:
        yield Mistake(("medium",), _("“Medium” may not begin above “good”."))
    if not content["criteria"]:
        yield Mistake(("criteria",), _("Add a criterion."))
    for index, criterion in enumerate(content["criteria"]):
        here = ("criteria", index)
        if not criterion["name"].strip():
            yield Mistake((*here, "name"), _("Name the criterion."))
        for level, text in enumerate(criterion["levels"]):
            if not text.strip():
                message = _("Write what level {level} of “{criterion}” means.")
                message = message.format(level=level, criterion=_named(criterion["name"]))
                yield Mistake((*here, "levels", level), message)


def _cards(content: Mapping[str, Any]) -> Iterator[Mistake]:
    if not content["cards"]:
        yield Mistake(("cards",), _("Add an objection."))
    for index, card in enumerate(content["cards"]):
        here = ("cards", index)
        if not card["title"].strip():
            yield Mistake((*here, "title"), _("Name the objection."))
        if not card["phrasings"]:
            yield Mistake((*here, "phrasings"), _("Write at least one way in which it is said."))
        for step in STEPS:
            if not card[step].strip():
                message = _("Write what to say at each of the four steps of “{title}”.")
                yield Mistake((*here, step), message.format(title=_named(card["title"])))


def _sentences(content: Mapping[str, Any]) -> Iterator[Mistake]:
    sentences = content["sentences"]
    for index, sentence in enumerate(sentences):
        if _GAP.findall(sentence["text"]) not in ([CLAUSE], [WORDS]):
            message = _("Put one gap in it: {clause} for their words turned towards them, or {words} to quote them.")
            yield Mistake(("sentences", index, "text"), message.format(clause=CLAUSE, words=WORDS))
    for kind in NeedKind:
        if not any(each["kind"] in (kind, None) and CLAUSE in each["text"] for each in sentences):
            message = _("There is no sentence with {clause} for “{kind}”.")
            yield Mistake(("sentences",), message.format(clause=CLAUSE, kind=kind_label(kind)))
    if not any(each["kind"] is None and WORDS in each["text"] for each in sentences):
        message = _("A sentence for every kind must quote with {words}: it serves when nothing else fits.")
        yield Mistake(("sentences",), message.format(words=WORDS))


def _named(name: str) -> str:
    return name.strip() or _("untitled")
