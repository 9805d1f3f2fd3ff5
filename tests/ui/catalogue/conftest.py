"""The catalogue page in a real window, over a real file."""

from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from desktop.models.catalogue import Offer, Reference, StandingBlock
from desktop.services import catalogue, catalogue_references, standing_blocks
from desktop.ui.catalogue.page import CataloguePage
from tests.services.catalogue_case import small_catalogue
from tests.ui.in_window import in_window


def shown(workspace, tmp_path, qtbot):
    page = CataloguePage(workspace, tmp_path)
    window, said = in_window(page, workspace, qtbot)

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
