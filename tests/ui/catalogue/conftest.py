"""The catalogue page in a real window, over a real file."""

from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from desktop.models.catalogue import Offer, Reference, StandingBlock
from desktop.services import catalogue, catalogue_references, standing_blocks
from desktop.ui.actions import ActionRegistry
from desktop.ui.catalogue.page import CataloguePage
from desktop.ui.main_window import MainWindow
from desktop.ui.rail import RailEntry
from tests.services.catalogue_case import small_catalogue


def shown(workspace, tmp_path, qtbot):
    page = CataloguePage(workspace, tmp_path)
    window = MainWindow([page], [RailEntry("catalogue", "Catalogue", "package", 9, foot=True)], ActionRegistry())
    qtbot.addWidget(window)
    workspace.changed.connect(window.refresh)
    said = []
    page.toasted.connect(lambda text, _undo: said.append(text))
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    window.show_page("catalogue")

    def typed(editor, text):
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, text)

    return SimpleNamespace(
        page=page,
        window=window,
        workspace=workspace,
        said=said,
        type=typed,
        offers=lambda **more: workspace.ask(catalogue.found_offers, **more),
        proofs=lambda **more: workspace.ask(catalogue_references.references, **more),
        blocks=lambda code="fr", **more: workspace.ask(standing_blocks.blocks, code, **more),
        row=lambda kind, key: workspace.ask(lambda session: session.get_one(kind, key)),
        kinds=(Offer, Reference, StandingBlock),
    )


@pytest.fixture
def bare(workspace, tmp_path, qtbot):
    """The page over an empty catalogue."""
    return shown(workspace, tmp_path, qtbot)


@pytest.fixture
def bench(workspace, tmp_path, qtbot):
    """The page over a small catalogue: ``offers``, ``proofs`` and ``blocks`` read the file; ``said`` are the toasts."""
    workspace.do(small_catalogue)
    return shown(workspace, tmp_path, qtbot)
