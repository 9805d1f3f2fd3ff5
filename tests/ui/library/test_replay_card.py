"""The replay of a grid, run in its own thread, told in words, and stopped."""

from datetime import timedelta

import pytest

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import calls, library, prospects
from desktop.services.grid_replay import Place
from desktop.services.scoring import set_score
from desktop.ui.library.replay_card import flow_words, place_words
from tests.ui.library.conftest import GRID


@pytest.fixture
def scored(workspace, clock):
    def score(session):
        script, grid = library.script(session, "b2b", "en"), library.grid(session, "five-criteria", "en")
        for name, last in (("Roux", 2), ("Brévent", 3)):
            key = prospects.create_prospect(session, now=clock.now(), company=name)
            call = calls.start_call(session, key, script, grid, now=clock.now())
            for criterion, level in zip(("need", "budget", "authority", "timing"), (3, 3, 3, last), strict=True):
                set_score(session, call, criterion, level, at=clock.now())
            calls.leave(session, call, now=clock.now() + timedelta(minutes=1))
            prospects.set_heat(session, key, Heat.HOT, now=clock.now())

    workspace.do(score)


def test_who_would_move_is_said_before_adoption(bench, scored, qtbot):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    card = page.editor.grid_part.replay
    card.button.click()
    assert card.cancel_button.isVisible() and not card.button.isEnabled()
    qtbot.waitUntil(lambda: card.headline.isVisible())
    assert card.headline.text() == "2 prospects compared: nobody would change place."
    assert card.button.isEnabled() and not card.bar.isVisible() and not card.flows.isVisible()
    page.editor.grid_part.good.editor.setValue(75)
    assert not card.headline.isVisible(), "what was said of another grid no longer holds"
    card.button.click()
    qtbot.waitUntil(lambda: card.headline.isVisible())
    assert card.headline.text() == "1 of 2 prospects would change place."
    assert card.flows.text() == "1 × good, hot → medium, hot"
    assert card.moves.text() == "Roux: good, hot (11 out of 15) → medium, hot (11 out of 15)"
    assert bench.workspace.ask(library.grid, "five-criteria", "en").good == 70


def test_a_replay_that_is_cancelled_says_nothing(bench, scored, qtbot):
    page = bench.page
    page.open_item(GRID)
    card = page.editor.grid_part.replay
    card.button.click()
    card.cancel_button.click()
    assert card.button.isEnabled() and not card.cancel_button.isVisible()
    qtbot.wait(50)
    assert not card.headline.isVisible() and page.banner.text == ""


def test_nobody_to_compare_is_said(bench, qtbot):
    page = bench.page
    page.open_item(GRID)
    page.editor.grid_part.replay.button.click()
    qtbot.waitUntil(lambda: page.editor.grid_part.replay.headline.isVisible())
    assert "nothing to compare" in page.editor.grid_part.replay.headline.text()


def test_places_in_words():
    assert place_words(Place(None, Heat.COLD)) == "to complete, cold"
    assert place_words(Place(Band.LOW, None)) == "low"
    assert flow_words(Place(Band.LOW, None), Place(None, None), 3) == "3 × low → to complete"
