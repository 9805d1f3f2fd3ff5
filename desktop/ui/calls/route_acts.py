"""How the rep goes through the script and the criteria: any order, skip, come back, nothing lost.

The compass is read here too, since what to ask next and where "next" leads are one question.
"""

from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import QuestionState
from desktop.models.elastic import Moment
from desktop.models.scripts import Question
from desktop.services import calls, live_call, route
from desktop.services.route import Compass
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class RouteActs:
    """Where the call is, on the disk too: a call killed in the middle reopens there."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call
        self._since = ("", 0)
        """The question on the screen, and the second of the call when it came."""
        self._before_fit_test = ""
        """The question of the script to return to; lost with the program, and then the first one not asked."""
        self._read: tuple[object, Compass] | None = None

    # What is shown

    def compass(self) -> Compass:
        """What to ask next and what there is time for; read again when something changed, or at each minute."""
        call = self._call
        self._notice_question()
        levels = tuple(row.level for row in call.sheet.rows)
        time = (call.outline.call.planned_minutes, call.elapsed // 60)
        key = (levels, call.sheet.heat, tuple(call.marks.items()), call.question.key, time)
        if self._read is None or self._read[0] != key:
            self._read = key, route.compass(call.script, call.sheet, call.marks, self._moment())
        return self._read[1]

    @property
    def in_fit_test(self) -> bool:
        """Whether the question on the screen is one of the fit test."""
        return self._call.script.in_fit_test(self._call.question.key)

    @property
    def has_fit_test(self) -> bool:
        """False for a call begun before fit tests, and for one whose script is the fit test itself."""
        return self._call.script.fit_test is not None

    # What the rep does

    def mark_and_move(self, state: QuestionState = QuestionState.ASKED) -> bool:
        """Say what became of the question on the screen, and go to the next one there is time for."""
        call = self._call
        here, before = call.question, call.marks.get(call.question.key)
        there = self._after(here)
        words = _("question asked: {title}") if state is QuestionState.ASKED else _("question skipped: {title}")
        return call.act(
            words.format(title=here.title),
            self._marking(here.key, state, there.key),
            self._marking(here.key, before, here.key),
        )

    def move(self, step: int) -> None:
        """Go to the question before or after, without marking this one; past the ends of the fit test, back."""
        neighbour = self._neighbour(step)
        if neighbour is not None:
            self.go_to(neighbour.key)

    def go_to(self, question: str) -> None:
        """Put a question on the screen. Not an act to undo: the way back is the same key."""
        call = self._call
        self._remember(question)
        try:
            call.write(live_call.go_to, call.call_id, question, call.elapsed)
        except UserError as error:
            call.refused.emit(str(error))
            return
        call.arrive_at(question)

    def toggle_fit_test(self) -> None:
        """Go to the first question of the fit test that has something to learn; from the fit test, back."""
        call = self._call
        if not self.has_fit_test:
            call.refused.emit(self.no_fit_test())
        elif self.in_fit_test:
            self.go_to(self._back().key)
        else:
            first = next((tick.question for tick in self.compass().ticks if not tick.done), None)
            if first is None:
                call.refused.emit(_("The fit test has nothing left to learn: all its answers are known."))
            else:
                self.go_to(first.key)

    def no_fit_test(self) -> str:
        """Why this call has none, in a sentence; "" when it has one."""
        if self.has_fit_test:
            return ""
        return _("This call has no fit test: it began without one, or its script is the fit test itself.")

    def go_to_advised(self) -> None:
        """Go to the question that the compass advises."""
        question = self.compass().advice.question
        if question is None:
            self._call.refused.emit(_("Nothing is left to ask: fix the next step, and conclude."))
        elif question.key != self._call.question.key:
            self.go_to(question.key)

    def choose_criterion(self, key: str) -> None:
        """Make a criterion the one that the digits score."""
        self._call.at_hand = key
        self._call.moved.emit()

    def other_criterion(self, step: int) -> None:
        """Go through the criteria of the grid, round the ends."""
        keys = [row.criterion.key for row in self._call.sheet.rows]
        self.choose_criterion(keys[(keys.index(self._call.at_hand) + step) % len(keys)])

    def set_planned(self, minutes: int) -> None:
        """Change the time there is. Raises ``UserError``, and then nothing has changed."""
        self._call.write(calls.set_planned, self._call.call_id, minutes)
        self._call.reread()
        self._call.moved.emit()

    def _marking(self, question: str, state: QuestionState | None, there: str) -> Step:
        call = self._call

        def step() -> None:
            self._remember(there)
            call.write(live_call.mark_and_go, call.call_id, question, state, there, at=call.now(), seconds=call.elapsed)
            if state is None:
                call.marks.pop(question, None)
            else:
                call.marks[question] = state
            call.arrive_at(there)

        return step

    # Where a key leads

    def _after(self, here: Question) -> Question:
        """In the fit test, its next question with something to learn, then back. In the script, the next one not
        asked that there is time for, which may be the fit test; when none follows, the next one whatever it is."""
        call, compass = self._call, self.compass()
        if self.in_fit_test:
            questions = [tick.question for tick in compass.ticks]
            waiting = [tick.question for tick in compass.ticks if not tick.done and tick.question.key not in call.marks]
            following = [each for each in waiting if questions.index(each) > questions.index(here)]
            return following[0] if following else self._back()
        if compass.plan.express:
            return call.script.question(compass.plan.kept[0])
        return self._kept_after(here) or self._neighbour(1) or here

    def _kept_after(self, here: Question) -> Question | None:
        call = self._call
        dropped, questions = self.compass().plan.dropped, call.script.questions
        following = questions[questions.index(here) + 1 :]
        return next((each for each in following if each.key not in call.marks and each.key not in dropped), None)

    def _neighbour(self, step: int) -> Question | None:
        call = self._call
        questions = call.script.fit_test.questions if self.in_fit_test and call.script.fit_test else ()
        if questions:
            place = questions.index(call.question) + step
            return questions[place] if 0 <= place < len(questions) else self._back()
        questions = call.script.questions
        place = questions.index(call.question) + step
        return questions[place] if 0 <= place < len(questions) else None

    def _back(self) -> Question:
        """Where the script was left, or after it when that question was asked."""
        call = self._call
        if not self._before_fit_test:
            unasked = (each for each in call.script.questions if each.key not in call.marks)
            return next(unasked, call.script.questions[-1])
        before = call.script.question(self._before_fit_test)
        return before if before.key not in call.marks else self._kept_after(before) or before

    def _remember(self, there: str) -> None:
        """Keep the question of the script that is left for the fit test."""
        call = self._call
        if call.script.in_fit_test(there) and not self.in_fit_test:
            self._before_fit_test = call.question.key

    def _notice_question(self) -> None:
        """Count the time on a question from when it came to the screen, by whichever way."""
        if self._since[0] != self._call.question.key:
            self._since = self._call.question.key, self._call.elapsed

    def _moment(self) -> Moment:
        call = self._call
        seconds = call.elapsed
        left = call.outline.call.planned_minutes * 60 - seconds
        return Moment(call.question.key, left, seconds - self._since[1])
