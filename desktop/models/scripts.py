"""The script of a discovery call: flexible but structured. It proposes what to ask; the rep keeps the order."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from desktop.models.need_kinds import NeedKind

Kind = Literal["b2b", "b2c"]


@dataclass(frozen=True)
class Question:
    """One open question, one idea.

    ``title`` is its short name in the outline, ``text`` what is said, ``why`` the guidance (never said), ``probes``
    what to dig with. ``criterion`` is the key of the criterion the answer informs, ``need_kind`` what the answer tends
    to reveal. The higher the ``weight``, the later the question is dropped when time is short.
    """

    key: str
    title: str
    text: str
    why: str
    probes: tuple[str, ...] = ()
    criterion: str | None = None
    need_kind: NeedKind | None = None
    weight: int = 1


@dataclass(frozen=True)
class Section:
    """A theme of the call."""

    key: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Script:
    """Themes in their usual order; ``grid`` is the key of the grid chosen unless the rep chooses another."""

    key: str
    name: str
    language: str
    version: int
    sections: tuple[Section, ...]
    grid: str
    kind: Kind = "b2b"

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order, whatever its theme."""
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, key: str) -> Question:
        """The question of that key; ``KeyError`` when the script has none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def section_of(self, key: str) -> Section:
        """The theme that holds the question of that key; ``KeyError`` when the script has none."""
        for section in self.sections:
            if any(question.key == key for question in section.questions):
                return section
        raise KeyError(key)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON: what a call stores of its script."""
        plain = asdict(self)
        plain["sections"] = [
            {**section, "questions": [{**each, "probes": list(each["probes"])} for each in section["questions"]]}
            for section in plain["sections"]
        ]
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Script":
        """The inverse of ``as_dict``."""
        return cls(**{**plain, "sections": tuple(_section(each) for each in plain["sections"])})


def _section(plain: Mapping[str, Any]) -> Section:
    return Section(**{**plain, "questions": tuple(_question(each) for each in plain["questions"])})


def _question(plain: Mapping[str, Any]) -> Question:
    kind = plain.get("need_kind")
    return Question(**{**plain, "probes": tuple(plain["probes"]), "need_kind": NeedKind(kind) if kind else None})
