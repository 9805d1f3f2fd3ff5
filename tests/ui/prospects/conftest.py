"""The Prospects page on a real file that holds two prospects, and the file of the first of them open."""

import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.services.prospects import create_prospect
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace


def shown(qtbot, workspace: Workspace, documents: Path | None = None) -> ProspectsPage:
    page = ProspectsPage(workspace, documents=documents)
    qtbot.addWidget(page)
    workspace.changed.connect(page.refresh)
    page.resize(1200, 800)
    page.refresh(frozenset())
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


def visible_texts(card: QWidget) -> list[str]:
    """The words on a card, once Qt has shown the rows that were just added."""
    QCoreApplication.sendPostedEvents()
    return [label.text() for label in card.findChildren(PlainLabel) if label.isVisibleTo(card)]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return tmp_path / "documents"


@pytest.fixture
def page(qtbot, workspace: Workspace, clock: FixedClock, documents: Path) -> ProspectsPage:
    for company, person in (("Ateliers Brévent", "Claire Fontaine"), ("Kerbrat Nautisme", "Thomas Kerbrat")):
        workspace.do(create_prospect, now=clock.now(), company=company, person=person)
        clock.advance(60)
    return shown(qtbot, workspace, documents)


@pytest.fixture
def key(page: ProspectsPage) -> uuid.UUID:
    """Kerbrat, whose file is open."""
    key = page.model.at(0).id
    page.open_prospect(key)
    return key


@pytest.fixture
def other(page: ProspectsPage) -> uuid.UUID:
    """Brévent, whose file is not."""
    return page.model.at(1).id


@pytest.fixture
def detail(page: ProspectsPage, key: uuid.UUID) -> Detail:
    return page.detail
