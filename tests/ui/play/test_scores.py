"""Scores are given without leaving the line, and words linked where they prove something."""

import pytest

from desktop.services import evidence
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError
from desktop.ui.play.scores import ScorePilot


@pytest.fixture
def scores(begun: HeldCall) -> ScorePilot:
    return ScorePilot(begun)


def test_the_criterion_of_the_question_is_scored_whatever_was_at_hand(begun: HeldCall, scores: ScorePilot):
    scores.score(1, "timing")
    scores.score(3, None)
    assert (begun.sheet.row("need").answer, begun.sheet.row("timing").answer) == (3, 1)


def test_the_same_score_twice_does_not_clear_it(begun: HeldCall, scores: ScorePilot):
    scores.score(2, None)
    scores.score(2, None)
    scores.score("?", "fit")
    assert (begun.sheet.row("need").answer, begun.sheet.row("fit").answer) == (2, "?")


def test_each_of_two_people_has_an_opinion(begun: HeldCall, scores: ScorePilot):
    scores.score(3, "budget")
    begun.running.speaking.add("Thierry")
    scores.score(3, "budget")
    scores.score(1, "budget")
    told = {each.name: each.level for each in begun.sheet.row("budget").opinions}
    assert told == {"Claire": 3, "Thierry": 1}


def test_the_last_words_are_linked_to_another_criterion(begun: HeldCall, scores: ScorePilot):
    begun.type_line("And time.")
    scores.prove("budget")
    entry = begun.last_verbatim()
    assert begun.stage.workspace.ask(evidence.words_for, entry.id, "budget").by_hand is True
    assert begun.line().hasFocus()


def test_words_linked_already_stay_so(begun: HeldCall, scores: ScorePilot):
    scores.prove("need")
    words = begun.stage.workspace.ask(evidence.words_for, begun.last_verbatim().id, "need")
    assert (words.linked, words.by_hand) == (True, None)


def test_a_criterion_that_is_not_there_stops_the_play(scores: ScorePilot):
    with pytest.raises(PlayError, match="Right does not lead to the words or the criterion to link"):
        scores.prove("fiit")
