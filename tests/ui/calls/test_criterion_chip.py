import uuid
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.models.evidence import Grade
from desktop.services import templates
from desktop.services.grids import CriterionRow
from desktop.services.opinions import SpeakerOpinion
from desktop.ui import theme
from desktop.ui.calls.criterion_chip import CriterionChip

NEED = templates.grid("five-criteria", "en").criteria[0]
AT = datetime(2026, 11, 2, tzinfo=UTC)
ROW = CriterionRow(NEED, "", None, None, 1, Grade.CONFIRMED)


@pytest.fixture
def chip(qtbot) -> CriterionChip:
    chip = CriterionChip(NEED)
    qtbot.addWidget(chip)
    chip.resize(180, 44)
    chip.show()
    return chip


def inside_the_square(chip: CriterionChip) -> QColor:
    return chip.grab().toImage().pixelColor(11, 22)


def test_the_name_says_all_that_is_drawn(chip: CriterionChip) -> None:
    assert chip.accessibleName() == f"{NEED.name} · not asked"
    chip.show_row(replace(ROW, answer=2))
    assert chip.accessibleName() == f"{NEED.name} · 2"
    chip.show_row(replace(ROW, answer=3, grade=Grade.STATED))
    assert chip.accessibleName() == f"{NEED.name} · 3 · to prove"
    chip.show_row(replace(ROW, carried=1, carried_at=AT))
    assert chip.accessibleName() == f"{NEED.name} · 1 in an earlier call"
    opinions = tuple(SpeakerOpinion(uuid.uuid4(), name, level, AT) for name, level in (("Claire", 3), ("Karim", 1)))
    chip.show_row(replace(ROW, answer=2, opinions=opinions))
    assert chip.accessibleName() == f"{NEED.name} · 2 · they disagree"
    chip.set_at_hand(True)
    assert chip.accessibleDescription() == "at hand"


def test_filled_when_it_counts_and_hollow_when_it_is_to_prove(chip: CriterionChip) -> None:
    look = theme.current()
    chip.show_row(replace(ROW, answer=3))
    assert inside_the_square(chip) == look.colour("score_3")
    chip.show_row(replace(ROW, answer=3, grade=Grade.STATED))
    assert inside_the_square(chip) == look.colour("surface")
    chip.show_row(replace(ROW, answer="?"))
    assert inside_the_square(chip) == look.colour("score_unknown")
    chip.show_row(replace(ROW, carried=3, carried_at=AT))
    assert inside_the_square(chip) == look.colour("surface")


def test_a_click_only_asks(chip: CriterionChip, qtbot) -> None:
    with qtbot.waitSignal(chip.chosen) as asked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked.args == [NEED.key]
    assert not chip.isChecked()


def test_as_high_as_a_finger(chip: CriterionChip, qapp: QApplication) -> None:
    assert chip.sizeHint().height() == 34
    theme.apply(qapp, theme.current(), touch=True)
    assert chip.sizeHint().height() == 44
    assert chip.minimumSizeHint() == QSize(104, 44)
