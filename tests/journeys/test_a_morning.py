"""A morning without a mouse: call, postpone in words, write in theirs, merge a duplicate, find a sentence."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from desktop.clock import FixedClock
from desktop.models.followups import FollowUp
from desktop.services import example_book, prospect_rows
from desktop.services.merging import merged_into
from desktop.ui.play import stage
from desktop.ui.play.stage import Stage
from tests.conftest import MONDAY

IN_MARCH = "Les commandes des entreprises ont doublé depuis qu’on les rappelle le lundi."


def on_screen(widget: QWidget) -> str:
    """Every word that can be read there."""
    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    rows = [
        str(view.model().index(row, 0).data() or "")
        for view in widget.findChildren(QAbstractItemView)
        if view.isVisible() and view.model() is not None
        for row in range(view.model().rowCount(view.rootIndex()))
    ]
    return "\n".join(labels + rows)


@pytest.fixture
def morning(qapp: QApplication) -> Iterator[Stage]:
    with stage.opened(FixedClock(MONDAY), "fr") as opened:
        opened.workspace.do(example_book.load, now=MONDAY, language="fr")
        opened.shell.window.show_page("today")
        opened.hands.settle()
        yield opened


def test_the_keyboard_alone_does_a_morning(morning: Stage) -> None:
    hands, window, pages, workspace = morning.hands, morning.shell.window, morning.shell.pages, morning.workspace
    first, second, third = (row.task for row in pages.today.rows()[:3])

    # Call the first: the call is prepared, one key from starting.
    hands.press("A")
    assert window.current_page() is pages.call and pages.call.start.isVisible()
    assert first.company in on_screen(window)
    hands.press("Alt+1")

    # Postpone the second, in words.
    assert pages.today.current_task().follow_up_id == first.follow_up_id
    hands.press("J")
    hands.press("R")
    hands.type_text("mardi 10h\n")
    moved = workspace.ask(lambda session: session.get_one(FollowUp, second.follow_up_id))
    assert (f"{moved.due_local:%d/%m %H:%M}", moved.moves) == ("24/11 10:00", 1)

    # Write to the third, in the prospect's own words.
    while pages.today.current_task().follow_up_id != third.follow_up_id:
        hands.press("J")
    hands.press("M")
    draft = pages.today.draft
    assert (
        draft.isVisible() and third.company in draft.to.text() + draft.title.text() and "«" in draft.text.toPlainText()
    )
    hands.press("Ctrl+Shift+C")
    assert "«" in QApplication.clipboard().text()
    hands.press("Esc")

    # Merge what was written down twice.
    hands.press("Alt+2")
    hands.press("Ctrl+K")
    hands.type_text("doublons")
    hands.press("Return")
    listed = pages.prospects.merging.duplicates
    hands.until(lambda: "Garnier Imprimeurs" in on_screen(listed), "the pairs")
    names = {row.name: row.id for row in workspace.ask(prospect_rows.prospect_rows, limit=80)}
    hands.press("Return")
    hands.until(pages.prospects.merging.comparison.isVisible, "the two files")
    hands.press("Ctrl+Return")
    kept = {name: workspace.ask(merged_into, names[name]) for name in ("Garnier Imprimeurs", "Imprimerie Garnier")}
    assert sorted(map(bool, kept.values())) == [False, True]
    assert len(workspace.ask(prospect_rows.prospect_rows, limit=80)) == 59
    hands.press("Esc")

    # Find what was said in March, and read it where it was said.
    hands.press("Ctrl+K")
    hands.type_text("commandes doublé")
    hands.press("Return")
    assert window.current_page() is pages.call
    told = on_screen(pages.call.told.screen)
    assert IN_MARCH in told and "mars" in told + window.header.subtitle
