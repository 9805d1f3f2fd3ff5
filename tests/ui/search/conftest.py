"""A small file to search, and the overlay over it."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from desktop.services import calls, prospects, templates
from desktop.services.found_things import Found
from desktop.ui.search.overlay import SearchOverlay
from tests.conftest import MONDAY


@pytest.fixture
def opened() -> list[Found]:
    return []


@pytest.fixture
def overlay(qtbot, workspace, opened) -> SearchOverlay:
    durand = workspace.do(
        prospects.create_prospect,
        now=MONDAY,
        company="Menuiserie <b>Durand",
        person="Zoé Martin",
        notes="Devis en cours",
    )
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call = workspace.do(calls.start_call, durand, script, grid, now=MONDAY)
    march = MONDAY.replace(month=3, day=12)
    for place, words in enumerate(("Bonjour", "Le devis de mars était cher", "Le devis <i>suivant</i> aussi", "Merci")):
        workspace.do(calls.add_entry, call, "verbatim", words, at=march + timedelta(minutes=place))
    for place in range(40):
        workspace.do(prospects.create_prospect, now=MONDAY, company=f"Atelier {place}")
    window = QWidget()
    window.resize(1200, 760)
    qtbot.addWidget(window)
    shown = SearchOverlay(window, workspace, opened.append)
    with qtbot.waitActive(window):
        window.show()
    return shown
