"""The library page in a real window, over a real file."""

from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from desktop.models.library import ItemKind
from desktop.services import library
from desktop.services.library import Shelfmark
from desktop.ui.library.page import LibraryPage
from tests.ui.in_window import in_window

SCRIPT = Shelfmark(ItemKind.SCRIPT, "b2b", "en")
GRID = Shelfmark(ItemKind.GRID, "five-criteria", "en")
CARDS = Shelfmark(ItemKind.OBJECTIONS, "objections", "en")
SENTENCES = Shelfmark(ItemKind.REFORMULATIONS, "usual", "en")


@pytest.fixture
def bench(workspace, tmp_path, qtbot):
    """``page`` in ``window``; ``draft(mark)`` and ``in_use(mark)`` read the file; ``said`` are the toasts."""
    page = LibraryPage(workspace, tmp_path)
    window, said = in_window(page, workspace, qtbot)
    yield SimpleNamespace(
        page=page,
        window=window,
        workspace=workspace,
        said=said,
        draft=lambda mark: workspace.ask(library.piece, mark).draft,
        in_use=lambda mark: workspace.ask(library.piece, mark).in_use,
        type=lambda editor, text: (editor.setFocus(), editor.selectAll(), QTest.keyClicks(editor, text)),
    )
    for editor in page.editors.values():
        editor.hide()
