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
    to reveal. The higher the ``weight``, the later the question is dropped when time is short; ``seconds`` is about how
    long it takes to ask and to hear out.
    """

    key: str
    title: str
    text: str
    why: str
    probes: tuple[str, ...] = ()
    criterion: str | None = None
    need_kind: NeedKind | None = None
    weight: int = 1
    seconds: int = 120


@dataclass(frozen=True)
class Section:
    """A theme of the call."""

    key: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Script:
    """Themes in their usual order; ``grid`` is the key of the grid chosen unless the rep chooses another.

    ``fit_test`` is the short way through the same grid, one key away in every call; its questions are not among
    ``questions``, but have a key, words and marks like them.
    """

    key: str
    name: str
    language: str
    version: int
    sections: tuple[Section, ...]
    grid: str
    kind: Kind = "b2b"
    fit_test: Section | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order, whatever its theme."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def opening(self) -> tuple[Question, ...]:
        """What a call begins with: in a script of several themes, the first question (domain §5)."""
        return self.questions[:1] if len(self.sections) > 1 else ()

    @property
    def closing(self) -> tuple[Question, ...]:
        """What must be asked before hanging up, the next step: in a script of several themes, the last question."""
        return self.questions[-1:] if len(self.sections) > 1 else ()

    def question(self, key: str) -> Question:
        """The question of that key, the fit test included; ``KeyError`` when the script has none."""
        for section in self._all_sections():
            for question in section.questions:
                if question.key == key:
                    return question
        raise KeyError(key)

    def in_fit_test(self, key: str) -> bool:
        """Whether that question is one of the fit test's."""
        return self.fit_test is not None and any(question.key == key for question in self.fit_test.questions)

    def section_of(self, key: str) -> Section:
        """The theme that holds the question of that key; ``KeyError`` when the script has none."""
        for section in self._all_sections():
            if any(question.key == key for question in section.questions):
                return section
        raise KeyError(key)

    def _all_sections(self) -> tuple[Section, ...]:
        return (*self.sections, self.fit_test) if self.fit_test else self.sections

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON: what a call stores of its script."""
        plain = asdict(self)
        plain["sections"] = [_plain_section(section) for section in plain["sections"]]
        plain["fit_test"] = _plain_section(plain["fit_test"]) if plain["fit_test"] else None
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Script":
        """The inverse of ``as_dict``."""
        fit_test = plain.get("fit_test")
        sections = tuple(_section(each) for each in plain["sections"])
        return cls(**{**plain, "sections": sections, "fit_test": _section(fit_test) if fit_test else None})


def _plain_section(section: Mapping[str, Any]) -> dict[str, Any]:
    return {**section, "questions": [{**each, "probes": list(each["probes"])} for each in section["questions"]]}


def _section(plain: Mapping[str, Any]) -> Section:
    return Section(**{**plain, "questions": tuple(_question(each) for each in plain["questions"])})


def _question(plain: Mapping[str, Any]) -> Question:
    kind = plain.get("need_kind")
    return Question(**{**plain, "probes": tuple(plain["probes"]), "need_kind": NeedKind(kind) if kind else None})
