"""What is known of a call as plain values, and what each act makes of it: worked out here, apart from the services."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

Act = tuple[Any, ...]


@dataclass(frozen=True)
class Line:
    """One entry, as the file holds it."""

    kind: str
    text: str
    citable: bool = False
    gone: bool = False
    tags: tuple[str, ...] = ()
    corrected: str = ""
    card: str = ""
    settled: bool | None = None


@dataclass(frozen=True)
class KnownNeed:
    """A need, by the place of the line that states it."""

    line: int
    statement: str = ""
    confirmed: bool = False


@dataclass
class Played:
    """What is known of a call after some acts: from the acts, or from the file. Lines and needs go by their place."""

    question: str
    scores: dict[str, object] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    opinions: dict[str, object] = field(default_factory=dict)
    """By criterion and name: ``budget/Claire Morel``."""
    heat: str = ""
    step: str = ""
    """What the next step is about."""
    needs: list[KnownNeed] = field(default_factory=list)
    replies: list[tuple[int, str]] = field(default_factory=list)
    """The line that was said back, and what they answered."""
    proofs: dict[str, bool] = field(default_factory=dict)
    """By line and criterion: ``3/budget``."""
    pages: list[str] = field(default_factory=list)
    """Who signed the shared page, in order."""
    latest: list[str] = field(default_factory=list, compare=False)
    """The opinions, the last one given at the end: the score is theirs."""

    answers: set[int] = field(default_factory=set, compare=False)
    """The lines that put others right: nothing more is done with them."""

    def plain(self) -> dict[str, Any]:
        """What JSON can hold of it."""
        return {name: value for name, value in asdict(self).items() if name not in ("latest", "answers")}

    def after(self, act: Act) -> "Played":
        played = replace(
            self, **{name: value.copy() for name, value in vars(self).items() if isinstance(value, list | dict | set)}
        )
        what, *rest = act
        _AFTER[what](played, *rest)
        return played

    def _score(self, criterion: str, answer: object, who: str) -> None:
        key = f"{criterion}/{who}"
        if answer == "":
            if self.opinions.pop(key, None) is None:
                return
            self.latest.remove(key)
            left = [each for each in self.latest if each.startswith(f"{criterion}/")]
            answer = self.opinions[left[-1]] if left else ""
        elif self.opinions.get(key) != answer:
            self.opinions[key] = answer
            self.latest = [each for each in self.latest if each != key] + [key]
        if answer == "":
            self.scores.pop(criterion, None)
        else:
            self.scores[criterion] = answer

    def _line(self, kind: str, text: str) -> None:
        self.lines.append(Line(kind, text))

    def _change(self, place: int, **values: Any) -> None:
        self.lines[place] = replace(self.lines[place], **values)

    def _retype(self, place: int, kind: str, text: str) -> None:
        former = self.lines[place]
        fresh = Line(kind, text, tags=former.tags)
        if former.kind == kind == "objection":
            fresh = replace(fresh, card=former.card, settled=former.settled)
        self._change(place, gone=True)
        self.lines.append(fresh)

    def _mark(self, question: str, state: str) -> None:
        self.marks[question] = state

    def _go(self, question: str) -> None:
        self.question = question

    def _next(self, question: str, there: str) -> None:
        self.marks[question], self.question = "asked", there

    def _reply(self, place: int, reply: str, correction: str) -> None:
        self.replies.append((place, reply))
        if correction:
            # What they put right is what may be quoted, in the place of the words it corrects.
            self.lines.append(Line("verbatim", correction, citable=self.lines[place].citable))
            self._change(place, citable=False)
            self.answers.add(len(self.lines) - 1)

    def _change_need(self, place: int, **values: Any) -> None:
        self.needs[place] = replace(self.needs[place], **values)


_AFTER: dict[str, Any] = {
    "score": Played._score,
    "line": Played._line,
    "citable": lambda played, place, citable: played._change(place, citable=citable),
    "take back": lambda played, place: played._change(place, gone=True),
    "tags": lambda played, place, tags: played._change(place, tags=tuple(tags)),
    "correct": lambda played, place, words: played._change(place, corrected=words),
    "retype": Played._retype,
    "card": lambda played, place, card: played._change(place, card=card),
    "settle": lambda played, place, settled: played._change(place, settled=settled),
    "go": Played._go,
    "mark": Played._mark,
    "next": Played._next,
    "heat": lambda played, heat: setattr(played, "heat", heat),
    "step": lambda played, subject: setattr(played, "step", subject),
    "reply": Played._reply,
    "need": lambda played, place: played.needs.append(KnownNeed(place)),
    "state need": lambda played, place, statement: played._change_need(place, statement=statement),
    "confirm need": lambda played, place: played._change_need(place, confirmed=True),
    "proof": lambda played, place, criterion, linked: played.proofs.update({f"{place}/{criterion}": linked}),
    "page": lambda played, name: played.pages.append(name),
    "speak": lambda played, name: None,
}
