"""What a call of a conversation file comes to, step by step: what cannot be played is found before a key is pressed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.needs import Reply
from desktop.models.scripts import Script
from desktop.services import capture, objection_templates
from desktop.services.conversation_steps import MirrorForm, Step
from desktop.services.natural_dates import understand

Mistake = tuple[str, str]
"""The key of the step that cannot be, and why. The key is "" when the whole step cannot."""


@dataclass(frozen=True)
class Spoken:
    """A line written down, as it is read now."""

    kind: str
    words: str
    citable: bool = False
    stated: bool = False
    """A need was made of it."""


@dataclass(frozen=True)
class Standing:
    """Where the call is."""

    entries: tuple[Spoken, ...] = ()
    people: tuple[str, ...] = ()
    """Who can speak, the person called first."""
    step_fixed: bool = False
    """A next step was typed with "@"."""

    @property
    def verbatims(self) -> tuple[str, ...]:
        return tuple(each.words for each in self.entries if each.kind == "verbatim")

    @property
    def citable(self) -> tuple[str, ...]:
        """Those that may be quoted, once each."""
        return tuple(dict.fromkeys(each.words for each in self.entries if each.citable))


class Course:
    """Follows the steps of a call. Each ``take`` gives what is wrong with one, and goes on as if it were right.

    ``language`` is that of the call, ``now`` a wall clock, ``people`` the contacts by name, the one called first.
    """

    def __init__(
        self, script: Script, criteria: frozenset[str], now: datetime, people: tuple[str, ...], grid: str
    ) -> None:
        self.standing = Standing(people=people)
        self.now = now
        self._script = script
        self._criteria = criteria
        self._grid = grid
        self._questions = {each.key: each for each in script.questions}
        if script.fit_test is not None:
            self._questions |= {each.key: each for each in script.fit_test.questions}
        self._at_hand: str | None = script.questions[0].criterion or ""
        """The criterion of the question on the screen; ``None`` when only the program knows which one that is."""
        self._before: list[Standing] = []
        """What ``undo`` goes back to, the last one last; empty after an act that is not undone."""

    def take(self, step: Step) -> Iterator[Mistake]:
        """Follow one step."""
        self.now += timedelta(seconds=step.wait)
        if not step.acts:
            return
        before = self.standing
        act = step.acts[0]
        yield from getattr(self, f"_{act}")(step)
        if step.undoable:
            self._before.append(before)
        elif act != "undo":
            self._before = []

    # The script and the grid

    def _ask(self, step: Step) -> Iterator[Mistake]:
        if step.ask not in self._questions:
            message = _("the script “{script}” has no question “{key}”: {choices}.")
            choices = ", ".join(each.key for each in self._script.questions)
            self._at_hand = None
            yield "ask", message.format(script=self._script.key, key=step.ask, choices=choices)
            return
        self._at_hand = self._questions[step.ask].criterion or ""

    def _next(self, step: Step) -> Iterator[Mistake]:
        self._at_hand = None
        yield from ()

    _minutes = _advised = _next

    def _fit_test(self, step: Step) -> Iterator[Mistake]:
        self._at_hand = None
        if self._script.fit_test is None:
            yield "fit_test", _("the script of this call is the fit test itself.")

    def _score(self, step: Step) -> Iterator[Mistake]:
        if step.criterion and step.criterion not in self._criteria:
            message = _("the grid “{grid}” has no criterion “{key}”.")
            yield "criterion", message.format(grid=self._grid, key=step.criterion)
            return
        informed = step.criterion or self._at_hand
        if informed is not None and informed not in self._criteria:
            yield "", _("this question informs no criterion of the grid: name one with “criterion”.")

    _unknown = _score

    def _prove(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("prove", _("nothing was said yet that could prove a score."))
        if step.prove not in self._criteria:
            message = _("the grid “{grid}” has no criterion “{key}”.")
            yield "prove", message.format(grid=self._grid, key=step.prove)

    # What is said and written down

    def _say(self, step: Step) -> Iterator[Mistake]:
        try:
            line = capture.read_line(step.say or "")
        except UserError as error:
            yield "say", str(error)
            return
        if line.kind == "step":
            yield from self._fix(line.text)
        elif line.kind == "tags" and not self.standing.entries:
            yield "say", _("there is nothing to tag yet: a tag goes on the last entry.")
        elif line.is_entry:
            self._write(Spoken(line.kind, line.text))
        if step.citable:
            yield from self._citable(step)

    def _fix(self, said: str) -> Iterator[Mistake]:
        understood = understand(said, self.now, self._script.language)
        if understood is None:
            yield "say", _("“@{words}” does not begin with a date.").format(words=said)
        elif understood.due_local < self.now:
            yield "say", _("the next step is before the call.")
        self.standing = replace(self.standing, step_fixed=True)

    def _correct(self, step: Step) -> Iterator[Mistake]:
        if not self.standing.entries:
            yield "correct", _("nothing was written down yet that could be changed.")
            return
        try:
            line = capture.read_line(step.correct or "")
        except UserError as error:
            yield "correct", str(error)
            return
        if not line.is_entry:
            yield "correct", _("an entry begins with -, ! or ?, or with their words.")
            return
        last = self.standing.entries[-1]
        kept = last if line.kind == last.kind == "verbatim" else Spoken(line.kind, "")
        self._replace_last(replace(kept, words=line.text))

    def _citable(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("citable", _("nothing was said yet that could be quoted."))
        self._change_words(lambda said: replace(said, citable=True))

    def _heat(self, step: Step) -> Iterator[Mistake]:
        yield from ()

    # Who speaks

    def _speaker(self, step: Step) -> Iterator[Mistake]:
        people = self.standing.people
        if step.speaker not in people:
            message = _("“{name}” is not on the line: {choices}.") if people else _("nobody is named yet.")
            yield "speaker", message.format(name=step.speaker, choices=", ".join(people))

    def _joins(self, step: Step) -> Iterator[Mistake]:
        name = " ".join((step.joins or "").partition(",")[0].split())
        if not name:
            yield "joins", _("write the name of who joins, and after a comma their job title.")
        elif name in self.standing.people:
            yield "joins", _("“{name}” is on the line already.").format(name=name)
        else:
            self.standing = replace(self.standing, people=(*self.standing.people, name))

    # What is made of their words

    def _reformulate(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("reformulate", _("nothing was said yet that could be said back."))
        if step.reformulate is Reply.CORRECTED and self.standing.verbatims:
            last = next(each for each in reversed(self.standing.entries) if each.kind == "verbatim")
            self._change_words(lambda said: replace(said, citable=False))
            self._write(replace(last, words=(step.correction or "").strip()))

    def _need(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("need", _("nothing was said yet that states a need."))
        last = next((each for each in reversed(self.standing.entries) if each.kind == "verbatim"), None)
        if last is not None and last.stated:
            yield "need", _("these words state a need already.")
        self._change_words(lambda said: replace(said, stated=True))

    def _accept(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("accept", _("nothing was said yet in which a figure could be recognised."))

    def _objection(self, step: Step) -> Iterator[Mistake]:
        cards = objection_templates.shipped(self._script.language)
        card = cards.card(step.objection or "")
        if card is None:
            message = _("there is no objection card “{key}”: {choices}.")
            choices = ", ".join(each.key for each in cards.cards)
            yield "objection", message.format(key=step.objection, choices=choices)
        elif not any(each.kind == "objection" for each in self.standing.entries):
            yield "objection", _("nothing was objected yet: write the objection first, with “! ”.")

    def _seen(self, step: Step) -> Iterator[Mistake]:
        yield from self._needs_words("seen", _("nothing was said yet that could contradict a score."))

    def _mirror(self, step: Step) -> Iterator[Mistake]:
        page = step.mirror
        assert page is not None
        for words in page.named:
            if words not in self.standing.citable:
                yield "mirror", _("“{words}” is not one of the citable lines said so far.").format(words=words)
        self._agree(page)

    def _agree(self, page: MirrorForm) -> None:
        """Words struck out or put right are no longer quotable; those that put them right are."""
        told = {*page.strike, *page.correct}
        entries = [
            replace(each, citable=False) if each.citable and each.words in told else each
            for each in self.standing.entries
        ]
        entries += [Spoken("verbatim", words, citable=True, stated=True) for words in page.correct.values()]
        self.standing = replace(self.standing, entries=tuple(entries))

    # Back and forth

    def _undo(self, step: Step) -> Iterator[Mistake]:
        if not self._before:
            yield "undo", _("the step before this one is no act that can be taken back.")
            return
        self.standing = self._before.pop()

    def _resume_at(self, step: Step) -> Iterator[Mistake]:
        at = step.resume_at
        assert at is not None
        self._at_hand = None
        if at.tzinfo is not None:
            yield (
                "resume_at",
                _("write the time as a clock on the wall shows it, without an offset: “zone” says where."),
            )
            return
        if at <= self.now:
            yield "resume_at", _("the call is taken up again before it was left.")
        self.now = max(at, self.now)

    def _needs_words(self, key: str, message: str) -> Iterator[Mistake]:
        if not self.standing.verbatims:
            yield key, message

    def _write(self, spoken: Spoken) -> None:
        self.standing = replace(self.standing, entries=(*self.standing.entries, spoken))

    def _replace_last(self, spoken: Spoken) -> None:
        self.standing = replace(self.standing, entries=(*self.standing.entries[:-1], spoken))

    def _change_words(self, change: Callable[[Spoken], Spoken]) -> None:
        """Change the last verbatim, wherever it stands among the notes."""
        entries = list(self.standing.entries)
        for place in reversed(range(len(entries))):
            if entries[place].kind == "verbatim":
                entries[place] = change(entries[place])
                break
        self.standing = replace(self.standing, entries=tuple(entries))
