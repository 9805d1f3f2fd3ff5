"""Claire's proposal on the page, over a real file; the thread and the document are let go of at the end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.models.matrix import Heat
from desktop.services import proposals
from desktop.ui.proposals.page import ProposalsPage
from desktop.ui.workspace import Workspace
from tests.services.proposal_case import NOW, Case, claire, seller, shared_grid


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform says so of every popup."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)"))


class Bench:
    """The page, what it was made on, and what it asked to open."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.folder = folder
        self.opened: list[QUrl] = []
        self.page = ProposalsPage(workspace, folder, self.opened.append)
        workspace.changed.connect(self.page.refresh)
        self.case: Case | None = None

    def claire(self, **fields: Any) -> Case:
        """Her call, in the file."""
        self.workspace.do(seller)
        self.workspace.do(shared_grid)
        self.case = self.workspace.do(claire, **fields)
        return self.case

    def compose(self, **fields: Any) -> None:
        """Her proposal, open on the page."""
        case = self.claire(**fields)
        key = self.workspace.do(proposals.compose, case.prospect, now=NOW, language="fr", call_id=case.call)
        self.page.open_proposal(key)

    @property
    def sheet(self) -> Any:
        """What the file says now."""
        from desktop.services.proposal_sheet import sheet

        return self.workspace.ask(sheet, self.page.desk.key)


@pytest.fixture
def bench(workspace: Workspace, tmp_path: Path, qtbot: Any) -> Iterator[Bench]:
    bench = Bench(workspace, tmp_path / "documents")
    qtbot.addWidget(bench.page)
    bench.page.resize(1180, 800)
    yield bench
    bench.page.stop()
    # Outside of a window, what the page gives to the header belongs to nobody, and would hold the page.
    for widget in vars(bench.page).values():
        if isinstance(widget, QWidget) and isValid(widget) and widget.parent() is None and widget.isHidden():
            widget.setParent(bench.page)


@pytest.fixture
def composed(bench: Bench, qtbot: Any) -> Bench:
    """Her proposal open, the page shown."""
    bench.compose()
    bench.page.show()
    return bench


@pytest.fixture
def warm(bench: Bench) -> Bench:
    """The same where the matrix allows no price."""
    bench.compose(heat=Heat.WARM)
    bench.page.show()
    return bench
