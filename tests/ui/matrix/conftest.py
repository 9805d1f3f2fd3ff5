"""The matrix page over the small book of the services' tests."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.ui.matrix.page import MatrixPage
from desktop.ui.workspace import Workspace
from tests.services.matrix_case import book
from tests.ui.in_window import by_itself


@pytest.fixture
def keys(workspace: Workspace, clock: FixedClock) -> dict[str, uuid.UUID]:
    """The book: the key of each by its name."""
    return workspace.do(book, clock)


def shown(qtbot, workspace: Workspace) -> MatrixPage:
    return by_itself(MatrixPage(workspace), workspace, qtbot, 1180, 780)


@pytest.fixture
def page(qtbot, workspace: Workspace, keys: dict[str, uuid.UUID]) -> MatrixPage:
    return shown(qtbot, workspace)
