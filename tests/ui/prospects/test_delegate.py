"""A row of the list as it is drawn: late in red, heat by its dot, names on two lines, nothing outside its cell."""

import uuid
from datetime import datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.services import followups, prospects
from desktop.ui import theme
from desktop.ui.prospects.delegate import ROW_HEIGHT, ProspectDelegate, row_height
from desktop.ui.prospects.item_model import Column, ProspectItemModel
from desktop.ui.workspace import Workspace

WIDTH = 200


@pytest.fixture
def model(workspace: Workspace, clock: FixedClock) -> ProspectItemModel:
    key = workspace.do(prospects.create_prospect, now=clock.now(), company="Roux\nand sons " * 30, person="Paul " * 50)
    workspace.do(prospects.set_heat, key, Heat.HOT, now=clock.now())
    plan(workspace, clock, key)
    model = ProspectItemModel(workspace)
    model.look_for("")
    return model


def plan(workspace: Workspace, clock: FixedClock, key: uuid.UUID) -> None:
    due = datetime.fromisoformat("2026-11-24T09:00")
    step = followups.NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
    workspace.do(followups.plan, key, step, now=clock.now())


def painted(model: ProspectItemModel, column: Column, *, selected: bool = False) -> QImage:
    image = QImage(WIDTH + 20, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("surface"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, ROW_HEIGHT)
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    ProspectDelegate().paint(painter, option, model.index(0, column))
    painter.end()
    return image


def has(image: QImage, token: str) -> bool:
    wanted = theme.current().colour(token).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_heat_is_a_dot_of_its_colour(model: ProspectItemModel) -> None:
    assert has(painted(model, Column.HEAT), "hot")
    assert not has(painted(model, Column.HEAT), "cold")


def test_a_date_turns_red_once_its_day_is_over(model: ProspectItemModel, clock: FixedClock) -> None:
    assert not has(painted(model, Column.NEXT), "danger")
    clock.advance(2 * 24 * 3600)
    assert has(painted(model, Column.NEXT), "danger")


@pytest.mark.parametrize("column", list(Column))
def test_nothing_is_drawn_outside_the_cell(model: ProspectItemModel, column: Column) -> None:
    image = painted(model, column)
    ground = QColor(theme.current().colour("surface")).rgb()
    outside = {image.pixel(x, y) for x in range(WIDTH, image.width()) for y in range(ROW_HEIGHT)}
    assert outside == {ground}


def test_the_selected_row_has_a_mark_and_not_only_a_colour(model: ProspectItemModel) -> None:
    plain, selected = painted(model, Column.NAME), painted(model, Column.NAME, selected=True)
    accent = theme.current().colour("accent").rgb()
    assert selected.pixel(1, 10) == accent
    assert plain.pixel(1, 10) != accent


def test_a_finger_has_higher_rows(model: ProspectItemModel, look: QApplication) -> None:
    hints = []
    for touch in (False, True):
        theme.apply(look, theme.current(), touch)
        hint = ProspectDelegate().sizeHint(QStyleOptionViewItem(), model.index(0, Column.NAME))
        assert hint.height() == row_height()
        hints.append(hint.height())
    assert hints == [ROW_HEIGHT, 52]
