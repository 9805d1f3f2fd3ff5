"""The live call under a finger: sizes, and nothing left of them when the finger goes away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import KeyCap
from desktop.ui.widgets.overlay import Overlay
from tests.ui.calls.conftest import Rep
from tests.ui.touch import geometries, small_scores, targets, too_small

LEFT = Qt.MouseButton.LeftButton
SIZES = [(1080, 692), (968, 532)]
"""The page in a window of 1280×800, and in one of 1024×640."""


@pytest.fixture
def busy(on_call: Rep) -> Rep:
    """A call with words, scores, figures offered and two people who do not agree."""
    on_call.say("We lose a day a week, 12 k euros a year.")
    on_call.ctrl(Qt.Key.Key_3)
    on_call.say("- internal")
    on_call.say("! Too expensive")
    return on_call


def by_finger(touch: bool) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.current(), touch)


def lay_out(rep: Rep, size: tuple[int, int], qtbot) -> QWidget:
    rep.window.resize(*size)
    settled: list[object] = []

    def still() -> bool:
        settled.append(geometries(rep.page.live))
        return len(settled) > 2 and settled[-1] == settled[-2] == settled[-3]

    qtbot.waitUntil(still)
    return rep.page.live


@pytest.mark.parametrize("size", SIZES)
def test_a_finger_hits_everything(busy: Rep, qtbot, size: tuple[int, int]) -> None:
    by_finger(True)
    live = lay_out(busy, size, qtbot)
    assert len(targets(live)) > 30
    assert too_small(live, 44) == []
    assert small_scores(live) == []
    assert too_small_in_header(busy, 44) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_pointer_hits_everything(busy: Rep, qtbot, size: tuple[int, int]) -> None:
    live = lay_out(busy, size, qtbot)
    assert too_small(live, 24) == []
    assert too_small_in_header(busy, 24) == []


def too_small_in_header(rep: Rep, side: int) -> list[str]:
    """The page hands these to the top bar."""
    box = QWidget()
    for each in rep.page.header_widgets():
        each.setParent(box)
    return too_small(box, side)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_left_of_a_finger(busy: Rep, qtbot, size: tuple[int, int]) -> None:
    before = geometries(lay_out(busy, size, qtbot))
    by_finger(True)
    assert geometries(lay_out(busy, size, qtbot)) != before
    by_finger(False)
    assert geometries(lay_out(busy, size, qtbot)) == before


def test_switching_gives_what_a_start_gives(at_desk: Callable[[], Rep], qtbot) -> None:
    sizes = []
    for switched in (False, True):
        by_finger(not switched)
        rep = at_desk()
        rep.page.prepare(rep.prospect_id)
        if rep.page.live.isHidden():
            rep.press(Qt.Key.Key_Return)
        by_finger(True)
        sizes.append(geometries(lay_out(rep, SIZES[0], qtbot)))
        rep.window.close()
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("touch", [True, False])
def test_nothing_is_cut_nor_covered(busy: Rep, qtbot, touch: bool) -> None:
    by_finger(touch)
    live = lay_out(busy, SIZES[1], qtbot)
    panels = [live.outline, live.question, live.shown_grid, live.line]
    for each in panels:
        place = each.rect().translated(each.mapTo(live, each.rect().topLeft()))
        assert live.rect().contains(place), each.objectName()
        for other in panels:
            if other is not each:
                assert not place.intersects(other.rect().translated(other.mapTo(live, other.rect().topLeft())))


def test_the_strip_takes_the_place_of_the_column(busy: Rep, qtbot) -> None:
    live = lay_out(busy, SIZES[0], qtbot)
    assert live.grid.isVisible() and not live.strip.isVisible()
    by_finger(True)
    lay_out(busy, SIZES[0], qtbot)
    assert live.strip.isVisible() and not live.grid.isVisible()
    at_hand = busy.page.call.at_hand
    assert live.strip.rows[at_hand].isChecked() and live.strip.buttons.mark == "3"
    qtbot.mouseClick(live.strip.buttons.button("2"), Qt.MouseButton.LeftButton)
    assert busy.saved_sheet().row(at_hand).answer == 2
    assert live.strip.buttons.mark == "2" and busy.focused is live.line, "the caret stays in the line"
    qtbot.mouseClick(live.strip.rows["fit"], Qt.MouseButton.LeftButton)
    busy.ctrl(Qt.Key.Key_1)
    assert busy.saved_sheet().row("fit").answer == 1
    qtbot.mouseClick(live.strip.heat.chip("hot"), Qt.MouseButton.LeftButton)
    assert busy.saved_sheet().heat == "hot"
    by_finger(False)
    lay_out(busy, SIZES[0], qtbot)
    assert live.grid.rows["fit"].buttons.mark == "1" and live.grid.heat.heat == "hot"


PANELS: dict[str, Callable[[Rep], object]] = {
    "jump": lambda rep: rep.page.overlays.open_jump(),
    "speakers": lambda rep: rep.page.overlays.open_speakers(),
    "objections": lambda rep: rep.page.overlays.open_objections(),
    "needs": lambda rep: rep.page.overlays.open_needs(),
    "words": lambda rep: rep.page.words.open(),
}


def shown_panel(rep: Rep) -> Overlay:
    (panel,) = (each for each in rep.window.findChildren(Overlay) if each.isVisible())
    return panel


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PANELS)
def test_a_finger_hits_everything_of_a_panel(busy: Rep, qtbot, name: str, size: tuple[int, int]) -> None:
    by_finger(True)
    lay_out(busy, size, qtbot)
    PANELS[name](busy)
    panel = shown_panel(busy)
    qtbot.waitUntil(lambda: visible_targets(panel) != [] and too_small(panel.panel, 44) == [])
    assert panel.rect().contains(panel.panel.geometry())
    for each in visible_targets(panel):
        if not in_what_scrolls(each, panel):
            assert panel.panel.rect().contains(each.rect().translated(each.mapTo(panel.panel, each.rect().topLeft())))
    for view in panel.findChildren(QAbstractItemView):
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())] if view.isVisible() else []
        chosen = [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable]
        assert all(view.visualRect(row).height() >= 52 for row in chosen)


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_lists_no_key_that_is_not_on_a_button(busy: Rep, qtbot, name: str) -> None:
    by_finger(True)
    lay_out(busy, SIZES[0], qtbot)
    PANELS[name](busy)
    panel = shown_panel(busy)
    assert [each for each in panel.findChildren(KeyCap) if each.isVisible()] == []
    qtbot.mouseClick(next(each for each in visible_targets(panel) if each.accessibleName() == "Close"), LEFT)
    assert not panel.isVisible()


def visible_targets(panel: Overlay) -> list[QWidget]:
    return [each for each in targets(panel.panel) if each.isVisible()]


def in_what_scrolls(widget: QWidget, panel: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not panel:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize("size", SIZES)
def test_a_finger_hits_everything_before_the_call(rep: Rep, qtbot, size: tuple[int, int]) -> None:
    by_finger(True)
    rep.window.resize(*size)
    start = rep.page.start
    qtbot.waitUntil(lambda: start.isVisible() and too_small(start, 44) == [])
    assert start.horizontalScrollBar().maximum() == 0
    button = start.start_button
    qtbot.waitUntil(
        lambda: start.viewport().rect().contains(button.mapTo(start.viewport(), button.rect().bottomRight()))
    )
    by_finger(False)
    assert too_small(start, 24) == []


def test_a_finger_goes_on_without_a_keyboard(busy: Rep, qtbot) -> None:
    live = lay_out(busy, SIZES[0], qtbot)
    assert not live.question.next_button.isVisible()
    by_finger(True)
    lay_out(busy, SIZES[1], qtbot)
    with qtbot.waitSignal(live.question.next_requested):
        qtbot.mouseClick(live.question.next_button, Qt.MouseButton.LeftButton)
    assert busy.focused is live.line
