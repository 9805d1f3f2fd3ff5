"""A row of the list as it is drawn: late in red, heat by its dot, names on two lines, nothing outside its cell."""

import uuid
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView, QToolTip

from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.services import calls, followups, prospects, templates
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


@pytest.fixture
def called(workspace: Workspace, clock: FixedClock) -> ProspectItemModel:
    """From the top: a long grid, a usual one that is to complete, a usual one."""
    for name, key, marks in (("Roux", "five-criteria", "20313"), ("Perrin", "five-criteria", "3????")):
        workspace.do(scored, clock, name, key, marks)
        clock.advance(60)
    workspace.do(scored, clock, "Durand", "meddpicc", "23?13?20")
    model = ProspectItemModel(workspace)
    model.look_for("")
    model.see(range(3))
    return model


def scored(session, clock: FixedClock, name: str, grid_key: str, marks: str) -> None:
    grid, key = templates.grid(grid_key, "en"), prospects.create_prospect(session, now=clock.now(), company=name)
    call_id = calls.start_call(session, key, templates.script("b2b", "en"), grid, now=clock.now())
    for criterion, mark in zip(grid.criteria, marks, strict=True):
        calls.set_score(session, call_id, criterion.key, "?" if mark == "?" else int(mark), at=clock.now())


def grid_cell(model: ProspectItemModel, place: int, width: int = 126) -> QImage:
    image = QImage(width, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("surface"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, ROW_HEIGHT)
    painter = QPainter(image)
    ProspectDelegate().paint(painter, option, model.index(place, Column.QUALIFICATION))
    painter.end()
    return image


def test_a_square_for_each_criterion_hollow_where_it_is_to_prove(called: ProspectItemModel) -> None:
    image, look = grid_cell(called, 2), theme.current()
    # 2 without a word, 0 which needs none, 3 without a word, 1, then a subjective 3.
    for place, (token, filled) in enumerate(
        (("score_2", False), ("score_0", True), ("score_3", False), ("score_1", True), ("score_3", True))
    ):
        inside = image.pixelColor(8 + place * 18 + 2, 25 + 2 + 3)
        assert (inside == look.colour(token)) == filled, place
        assert filled or inside == look.colour("surface")


@pytest.mark.parametrize(("place", "pitch"), [(0, 14), (1, 18), (2, 18)])
def test_each_square_asks_for_its_own_criterion(called: ProspectItemModel, place: int, pitch: int) -> None:
    delegate, cell, index = ProspectDelegate(), QRect(0, 0, 126, ROW_HEIGHT), called.index(place, Column.QUALIFICATION)
    strip = called.strip(place)
    for number, key in enumerate(strip.keys):
        assert delegate.asked_at(QPointF(8 + number * pitch + pitch / 2 - 1, 34), cell, index) == key
    assert delegate.asked_at(QPointF(90, 12), cell, index) is None
    # On the line of the total, the dots stand for the whole grid, where there are some.
    assert delegate.asked_at(QPointF(20, 12), cell, index) == (None if called.at(place).to_complete else "")
    assert delegate.asked_at(QPointF(20, 34), cell, called.index(place, Column.NAME)) is None


def test_a_finger_has_the_height_of_the_row(called: ProspectItemModel, look: QApplication) -> None:
    theme.apply(look, theme.current(), True)
    index = called.index(2, Column.QUALIFICATION)
    assert ProspectDelegate().asked_at(QPointF(20, 4), QRect(0, 0, 126, row_height()), index) == "need"


def test_a_long_grid_stays_in_its_cell(called: ProspectItemModel) -> None:
    image = grid_cell(called, 0)
    ground = theme.current().colour("surface")
    right = [image.pixelColor(x, y) for x in range(119, 126) for y in range(ROW_HEIGHT - 1)]
    assert set(map(QColor.name, right)) == {ground.name()}
    assert image.pixelColor(8 + 7 * 14 + 3, 27 + 2).name() == theme.current().colour("score_0").name()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tip_says_which_criterion(called: ProspectItemModel, qtbot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    option, index = QStyleOptionViewItem(), called.index(2, Column.QUALIFICATION)
    option.rect = QRect(0, 0, 126, ROW_HEIGHT)
    delegate = ProspectDelegate(view)

    def told(x: int, y: int) -> bool:
        return delegate.helpEvent(
            QHelpEvent(QEvent.Type.ToolTip, QPoint(x, y), view.mapToGlobal(QPoint(x, y))), view, option, index
        )

    assert told(14, 34)
    assert "Stated need: 2 (to prove)" in QToolTip.text()
    QToolTip.hideText()
    assert not told(90, 12)


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
