"""What a rep begins from nothing, and each row that they add: the least of its kind, honest about what is missing.

Nothing is filled in on their behalf but what has a usual value: ``library_checks`` says what is left to write.
"""

from sqlalchemy.orm import Session

from desktop.models.base import new_id
from desktop.models.cadences import Anchor, Cadence
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Criterion, Grid
from desktop.models.library import ItemKind
from desktop.models.message_templates import Situation
from desktop.models.need_kinds import NeedKind
from desktop.models.scripts import Question, Script, Section
from desktop.services import library
from desktop.services.library_shipped import SETS, Content

FIRST_STEP = 2
"""Days before the first step of a cadence, unless the rep says otherwise; each new one comes a week after the last."""
_FROM_NOTHING = 8
"""Signs of a key that no colleague has: two items begun from nothing must not meet when one is imported."""


def item(session: Session, kind: ItemKind, language: str) -> Content:
    """A script of one question, a grid of one criterion or a cadence of one step, to be written, under its own key.

    ``ValueError`` for a set: a language has one already, and what is new in it is a row.
    """
    if kind in SETS:
        raise ValueError(f"{kind}: a language has one set")
    key = f"{kind.value}-{new_id().hex[-_FROM_NOTHING:]}"
    if kind is ItemKind.CADENCE:
        return {**Cadence(key, "", language, 1, "", ()).as_dict(), "steps": [step("step", FIRST_STEP)]}
    if kind is ItemKind.GRID:
        return {**Grid(key, "", language, 1, ()).as_dict(), "criteria": [criterion("criterion")]}
    grid = str(library.in_use(session, ItemKind.GRID, language)[0]["key"])
    first = theme("theme")
    first["questions"] = [question("question")]
    return {**Script(key, "", language, 1, (), grid).as_dict(), "sections": [first]}


def theme(key: str) -> Content:
    """A theme without a question."""
    return _plain(Section(key, "", ()))


def question(key: str) -> Content:
    """A question without its words."""
    plain: Content = _plain(Section("theme", "", (Question(key, "", "", ""),)))["questions"][0]
    return plain


def criterion(key: str) -> Content:
    """A criterion whose levels mean nothing yet."""
    rows = Grid("grid", "", "", 1, (Criterion(key, "", "objective", ("", "", "", "")),)).as_dict()["criteria"]
    plain: Content = rows[0]
    return plain


def card(key: str) -> Content:
    """An objection that nobody has put into words."""
    steps = dict.fromkeys(("welcome", "dig", "answer", "check"), "")
    return {"key": key, "title": "", "phrasings": [], **steps, "proof": "none", "proof_words": []}


def sentence(key: str, kind: str | None = NeedKind.NEED.value) -> Content:
    """A reformulation without its words, for a kind of need (``None``: every kind)."""
    return {"key": key, "text": "", "kind": kind}


def step(key: str, days: int) -> Content:
    """A step that obtains nothing yet, by phone, so many days from the start."""
    return {
        "key": key,
        "days": days,
        "objective": Objective.VALIDATION.value,
        "channels": [Channel.PHONE.value, Channel.EMAIL.value],
        "subject": "",
        "brings": "",
        "message": "",
        "anchor": Anchor.START.value,
        "hot_days": None,
    }


def message(key: str, situation: str = Situation.FOLLOW_UP.value) -> Content:
    """A message without its words, for a situation and every objective."""
    return {"key": key, "title": "", "situation": situation, "objective": None, "subject": "", "text": ""}


def _plain(section: Section) -> Content:
    plain: Content = Script("script", "", "", 1, (section,), "").as_dict()["sections"][0]
    return plain
