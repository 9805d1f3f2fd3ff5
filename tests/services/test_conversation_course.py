"""What a call comes to, and what cannot be played, before a key is pressed."""

from datetime import datetime
from typing import Any

import pytest

from desktop.services import templates
from desktop.services.conversation_course import Course
from desktop.services.conversation_steps import Step

NOW = datetime.fromisoformat("2026-11-23T09:30:00")


def course(script: str = "b2b", grid: str = "five-criteria", language: str = "en") -> Course:
    held = templates.grid(grid, language)
    asked = templates.with_fit_test(templates.script(script, language), held)
    criteria = frozenset(criterion.key for criterion in held.criteria)
    return Course(asked, criteria, NOW, ("Nadia", "Thierry"), grid)


def follow(*steps: dict[str, Any], held: Course | None = None) -> tuple[Course, list[tuple[str, str]]]:
    """The call after these steps, and what was wrong with them."""
    held = held or course()
    mistakes = [mistake for step in steps for mistake in held.take(Step.model_validate(step))]
    return held, mistakes


SAID = {"say": "We lose a day."}


@pytest.mark.parametrize(
    ("steps", "key", "sentence"),
    [
        ([{"ask": "budgit"}], "ask", "the script “b2b” has no question “budgit”: opening, objective,"),
        ([{"score": 1, "criterion": "fiit"}], "criterion", "the grid “five-criteria” has no criterion “fiit”."),
        ([SAID, {"prove": "fiit"}], "prove", "the grid “five-criteria” has no criterion “fiit”."),
        ([{"prove": "fit"}], "prove", "nothing was said yet that could prove a score."),
        ([{"say": "=boiling"}], "say", "“boiling” is not a heat."),
        ([{"say": "# impact"}], "say", "there is nothing to tag yet: a tag goes on the last entry."),
        ([{"say": "@one of these days"}], "say", "“@one of these days” does not begin with a date."),
        ([{"say": "@20/11/2026 call"}], "say", "the next step is before the call."),
        ([{"correct": "Anything"}], "correct", "nothing was written down yet that could be changed."),
        ([SAID, {"correct": "=hot"}], "correct", "an entry begins with -, ! or ?, or with their words."),
        ([{"say": "- a note"}, {"citable": True}], "citable", "nothing was said yet that could be quoted."),
        ([{"say": "- a note", "citable": True}], "citable", "nothing was said yet that could be quoted."),
        ([{"speaker": "Karim"}], "speaker", "“Karim” is not on the line: Nadia, Thierry."),
        ([{"joins": ", DAF"}], "joins", "write the name of who joins, and after a comma their job title."),
        ([{"joins": "Nadia, DAF"}], "joins", "“Nadia” is on the line already."),
        ([{"reformulate": "confirmed"}], "reformulate", "nothing was said yet that could be said back."),
        ([{"need": True}], "need", "nothing was said yet that states a need."),
        ([SAID, {"need": True}, {"need": True}], "need", "these words state a need already."),
        ([{"accept": True}], "accept", "nothing was said yet in which a figure could be recognised."),
        ([{"seen": True}], "seen", "nothing was said yet that could contradict a score."),
        ([{"objection": "too-expensive"}], "objection", "nothing was objected yet: write the objection first"),
        ([{"say": "! dear"}, {"objection": "dear"}], "objection", "there is no objection card “dear”: too-expensive,"),
        ([SAID, {"mirror": {"tick": ["We lose a day."]}}], "mirror", "“We lose a day.” is not one of the citable"),
        ([{"undo": True}], "undo", "the step before this one is no act that can be taken back."),
        ([SAID, {"ask": "budget"}, {"undo": True}], "undo", "the step before this one is no act"),
        ([SAID, {"undo": True}, {"undo": True}], "undo", "the step before this one is no act"),
        ([{"resume_at": "2026-11-23T09:30:00"}], "resume_at", "the call is taken up again before it was left."),
        ([{"resume_at": "2026-11-24T09:30:00Z"}], "resume_at", "write the time as a clock on the wall shows it"),
    ],
)
def test_what_cannot_be_played_is_told(steps: list[dict[str, Any]], key: str, sentence: str):
    _held, mistakes = follow(*steps)
    assert [each for each, _sentence in mistakes] == [key]
    assert mistakes[0][1].startswith(sentence)


def test_the_fit_test_has_no_shorter_way_than_itself():
    _held, mistakes = follow({"fit_test": True}, held=course("fit-test"))
    assert mistakes == [("fit_test", "the script of this call is the fit test itself.")]


@pytest.mark.parametrize(
    "steps",
    [
        [{"ask": "fit-urgency"}, {"score": 1}],
        [{"next": True}, {"score": 1}],
        [SAID, {"say": "# impact, margin"}, {"say": "# -impact"}],
        [{"say": "@ven 10h valider"}, {"say": "@in 2 weeks"}],
        [{"joins": "Bruno Maillot, associé"}, {"speaker": "Bruno Maillot"}, {"speaker": "Nadia"}],
        [{"say": "! dear"}, {"objection": "too-expensive", "settled": True}],
        [SAID, {"wait": 3}, {"undo": True}],
        [SAID, {"score": 2}, {"undo": True}, {"undo": True}],
        [{"minutes": 3}, {"fit_test": True}, {"advised": True}, {"unknown": True}],
        [{"wait": 60}, {"resume_at": "2026-11-24T09:00:00"}, {"say": "@tomorrow 10am"}],
    ],
)
def test_what_can_be_played_is_not_refused(steps: list[dict[str, Any]]):
    assert follow(*steps)[1] == []


def test_a_question_that_informs_nothing_asks_for_a_criterion():
    _held, mistakes = follow({"ask": "next-step"}, {"score": 1}, held=course("trade-show"))
    assert mistakes == [("", "this question informs no criterion of the grid: name one with “criterion”.")]


def test_a_correction_keeps_what_the_words_were_and_another_kind_does_not():
    held, _mistakes = follow({"say": "We loose a day.", "citable": True}, {"correct": "We lose a day."})
    assert held.standing.citable == ("We lose a day.",)
    held, _mistakes = follow({"say": "We loose a day.", "citable": True}, {"correct": "! We lose a day."})
    assert (held.standing.citable, held.standing.verbatims) == ((), ())


def test_words_that_put_it_right_are_quoted_in_the_place_of_the_first():
    put_right = {"reformulate": "corrected", "correction": "Two days."}
    held, _mistakes = follow({**SAID, "citable": True}, {"say": "- a note"}, put_right)
    assert held.standing.citable == ("Two days.",)
    held, _mistakes = follow(SAID, put_right)
    assert held.standing.citable == ()


def test_the_page_takes_away_what_they_struck_and_adds_what_they_wrote():
    page = {"tick": ["A."], "strike": ["B."], "correct": {"C.": "D."}}
    said = [{"say": words, "citable": True} for words in ("A.", "B.", "C.")]
    held, mistakes = follow(*said, {"mirror": page})
    assert mistakes == []
    assert held.standing.citable == ("A.", "D.")
    held, _mistakes = follow({"undo": True}, held=held)
    assert held.standing.citable == ("A.", "B.", "C.")


def test_what_is_undone_was_not_said():
    held, mistakes = follow(SAID, {"say": "And time.", "citable": True}, {"score": 2}, {"undo": True}, {"undo": True})
    assert mistakes == []
    assert held.standing.verbatims == ("We lose a day.",)


def test_a_step_typed_with_at_fixes_what_comes_next():
    assert follow(SAID)[0].standing.step_fixed is False
    assert follow({"say": "@fri 10am call"})[0].standing.step_fixed is True
    assert follow({"say": "@fri 10am call"}, {"undo": True})[0].standing.step_fixed is False


def test_time_goes_on_with_the_waits_and_the_night():
    held, _mistakes = follow({"wait": 90, **SAID}, {"resume_at": "2026-11-24T09:00:00"}, {"wait": 30})
    assert held.now.isoformat() == "2026-11-24T09:00:30"
