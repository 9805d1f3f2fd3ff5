"""Keys on a score, and a header that says a name whole on two lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from desktop.services import templates
from desktop.ui import theme
from desktop.ui.matrix.score_model import ScoreModel
from desktop.ui.matrix.score_table import ScoreTable, two_lines
from desktop.ui.workspace import Workspace


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_0, 0),
        (Qt.Key.Key_3, 3),
        (Qt.Key.Key_Eacute, 2),
        (Qt.Key.Key_I, "?"),
        (Qt.Key.Key_Question, "?"),
        (Qt.Key.Key_Delete, ""),
        (Qt.Key.Key_4, None),
        (Qt.Key.Key_X, None),
    ],
)
def test_a_key_asks_for_its_level(qtbot, workspace: Workspace, keys, key: Qt.Key, wanted: object) -> None:
    model = ScoreModel(workspace)
    table = ScoreTable(model)
    qtbot.addWidget(table)
    model.show_of(None, templates.grid("five-criteria", "en"))
    table.take(1, 2)
    given = []
    table.given.connect(lambda index, answer: given.append((index.row(), index.column(), answer)))
    QTest.keyClick(table, key)
    assert given == ([] if wanted is None else [(1, 2, wanted)])


def test_a_name_on_two_lines() -> None:
    metrics = QFontMetricsF(theme.font("label"))
    room = metrics.horizontalAdvance("Cultural and")
    assert two_lines("Cultural and sector fit", metrics, room) == ["Cultural and", "sector fit"]
    assert two_lines("Need", metrics, room) == ["Need"]
    assert two_lines("Cultural", metrics, 20)[0].endswith("…")
