import itertools
import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.base import new_id
from desktop.models.calls import Entry, Note, Objection, Verbatim
from desktop.models.evidence import Grade
from desktop.services import templates
from desktop.ui.calls import entry_list
from desktop.ui.calls.entry_list import FIRST, LAST, MORE, EntryList
from desktop.ui.calls.entry_row import EntryRow
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.calls.conftest import Rep

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
CLAIRE, KARIM = new_id(), new_id()


def _entry(place: int, kind: type[Entry] = Verbatim, contact_id: uuid.UUID = CLAIRE, **more) -> Entry:
    columns = {
        "grade": Grade.STATED,
        "tags": [],
        "corrected": "",
        "citable": False,
        "text": f"sentence {place}",
        "question": "",
        "criterion": "need",
        "kind": {Verbatim: "verbatim", Note: "note", Objection: "objection"}[kind],
    } | more
    return kind(id=new_id(), sequence=place, contact_id=contact_id, offset_seconds=place, **columns)


def _changed(entry: Entry, **more) -> Entry:
    fresh = _entry(entry.sequence, **({"text": entry.text} | more))
    fresh.id = entry.id
    return fresh


@pytest.fixture
def shown(qtbot) -> Callable[[list[Entry]], EntryList]:
    def show(entries: list[Entry]) -> EntryList:
        found = EntryList()
        qtbot.addWidget(found)
        found.resize(600, 400)
        found.show()
        found.show_call(SCRIPT, GRID, entries)
        assert len(found.rows) == min(FIRST, len(entries))
        qtbot.waitUntil(lambda: len(found.rows) == min(LAST, len(entries)) and _settled(found))
        return found

    return show


def _settled(found: EntryList) -> bool:
    """Whether every row has its place, and the bar knows how long the list is."""
    sheet, bar = found.widget(), found.verticalScrollBar()
    assert sheet is not None
    in_place = all(above.y() < below.y() for above, below in itertools.pairwise(found.rows))
    return in_place and bar.maximum() == max(0, sheet.height() - found.viewport().height())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[uuid.UUID]:
    """The entries for which a row is made, as they are."""
    keys: list[uuid.UUID] = []

    class CountedRow(EntryRow):
        def __init__(self, entry_id, *more) -> None:
            keys.append(entry_id)
            super().__init__(entry_id, *more)

    monkeypatch.setattr(entry_list, "EntryRow", CountedRow)
    return keys


def _texts(entries: EntryList) -> list[str]:
    return [row.shown.text for row in entries.rows]


def test_each_kind_has_its_word_and_only_a_verbatim_a_star(on_call: Rep, qtbot) -> None:
    for line in ("we lose a day", "- ask Karim", "! too expensive", "? who signs"):
        on_call.say(line)
    rows = on_call.page.live.entries.rows
    qtbot.waitUntil(lambda: rows[-1].kind.isVisible())
    assert [row.words.text() for row in rows] == ["“we lose a day”", "ask Karim", "“too expensive”", "who signs"]
    assert [row.kind.text for row in rows] == ["Need", "Note to self", "Objection", "To ask later"]
    named = [row.criterion.text for row in rows if row.criterion.isVisible()]
    assert named == ["Stated need", "Stated need"]
    assert [row.star is not None for row in rows] == [True, False, False, False]


def test_a_click_on_a_star_is_saved_before_it_is_filled(on_call: Rep, qtbot) -> None:
    on_call.say("we lose a day")
    star = on_call.page.live.entries.rows[0].star
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert star.isChecked()
    assert on_call.said() == [("verbatim", "we lose a day", True)]
    assert on_call.focused is on_call.page.live.line


def test_the_last_entry_stays_in_sight(on_call: Rep, qtbot) -> None:
    for place in range(30):
        on_call.page.call.lines.add(f"a long sentence, the {place}th of this call, that takes some room on the screen")
    entries = on_call.page.live.entries
    bar = entries.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    last = entries.rows[-1]
    assert entries.viewport().rect().contains(last.mapTo(entries.viewport(), last.rect().center()))


def test_a_word_of_two_hundred_letters_does_not_widen_the_column(on_call: Rep, qtbot) -> None:
    before = on_call.page.live.grid.x()
    on_call.page.call.lines.add("x" * 200)
    qtbot.waitUntil(lambda: on_call.page.live.entries.rows[0].isVisible())
    on_call.window.grab()
    assert on_call.page.live.grid.x() == before
    sheet = on_call.page.live.entries.widget()
    assert isinstance(sheet, QWidget) and sheet.width() <= on_call.page.live.entries.viewport().width()


def test_five_hundred_entries_are_a_few_rows_and_a_button(shown, made: list) -> None:
    said = [_entry(place) for place in range(500)]
    entries = shown(said)
    assert len(made) <= len(entries.rows) + 1 == LAST + 1, "and one ready for the next words"
    made.clear()
    assert _texts(entries)[0] == f"sentence {500 - LAST}"
    assert entries.earlier.isVisible() and entries.earlier.text() == f"Show the {500 - LAST} earlier ones"
    entries.earlier.click()
    assert len(entries.rows) == LAST + MORE
    assert len(made) <= MORE
    assert _texts(entries) == [entry.text for entry in said[-LAST - MORE :]]
    for _click in range(500 // MORE):
        entries.earlier.click()
    assert _texts(entries) == [entry.text for entry in said]
    assert not entries.earlier.isVisible()
    assert nameless(entries) == [] == rich_text_labels(entries)


@pytest.mark.parametrize("count", [5, 500])
def test_an_act_makes_one_row_at_most(shown, made: list, count: int) -> None:
    said = [_entry(place) for place in range(count)]
    entries = shown(said)
    made.clear()
    entries.add(_entry(count))
    assert len(made) <= 1
    assert len(entries.widget().findChildren(EntryRow, options=Qt.FindChildOption.FindDirectChildrenOnly)) <= LAST + 1
    rows = list(entries.rows)
    entries.change(_changed(said[-1], text="other words"))
    assert len(made) <= 1 and entries.rows == rows
    assert rows[-2].words.text() == "“other words”"
    entries.show_entries(said)
    assert len(made) <= 2
    assert _texts(entries) == [entry.text for entry in said[-LAST:]]


def test_what_was_taken_back_returns_to_its_place(shown, made: list) -> None:
    said = [_entry(place) for place in range(10)]
    entries = shown(said)
    made.clear()
    entries.show_entries([*said[:4], *said[5:]])
    assert _texts(entries) == [entry.text for entry in (*said[:4], *said[5:])]
    assert made == []
    entries.show_entries(said)
    assert _texts(entries) == [entry.text for entry in said]
    assert made == [], "the row that was taken out is the one that is put back"
    entries.show_entries([])
    assert (entries.rows, entries.note) == ([], "0 verbatims · 0 quotable")


def test_a_verbatim_that_becomes_a_note_loses_its_star_in_its_place(shown) -> None:
    said = [_entry(place) for place in range(3)]
    entries = shown(said)
    entries.change(_changed(said[1], kind=Note))
    assert [row.star is not None for row in entries.rows] == [True, False, True]
    assert _texts(entries) == ["sentence 0", "sentence 1", "sentence 2"]
    entries.change(_entry(99))
    assert len(entries.rows) == 3


def test_the_note_follows_every_act(shown) -> None:
    said = [_entry(0), _entry(1, Note), _entry(2, Objection)]
    entries = shown(said)
    assert entries.note == "1 verbatim · 0 quotable"
    entries.add(_entry(3, citable=True))
    assert entries.note == "2 verbatims · 1 quotable"
    entries.change(_changed(said[0], citable=True, grade=Grade.CONFIRMED))
    assert entries.note == "2 verbatims · 2 quotable · 1 confirmed"
    entries.change(_changed(said[0], kind=Note))
    assert entries.note == "1 verbatim · 1 quotable"
    # One that is out of sight counts as well.
    many = shown([_entry(place) for place in range(50)])
    first = next(iter(many._entries.values()))
    many.change(_changed(first, citable=True))
    assert many.note == "50 verbatims · 1 quotable"


def test_names_show_when_there_are_several(shown, made: list) -> None:
    entries = shown([_entry(0), _entry(1, contact_id=KARIM), _entry(2, Note)])
    made.clear()
    entries.show_speakers({CLAIRE: "Claire"})
    assert [row.said.speaker for row in entries.rows] == ["", "", ""]
    entries.show_speakers({CLAIRE: "Claire", KARIM: "Karim"})
    assert [row.said.speaker for row in entries.rows] == ["Claire", "Karim", ""]
    assert made == []


def test_showing_earlier_ones_keeps_what_is_read_where_it_is(shown, qtbot) -> None:
    entries = shown([_entry(place) for place in range(200)])
    bar = entries.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    qtbot.waitUntil(lambda: bar.value() == 0)
    first = entries.rows[0]
    qtbot.waitUntil(lambda: entries._from_end == bar.maximum())
    below = bar.maximum() - first.y()
    entries.earlier.click()
    qtbot.waitUntil(lambda: first.y() > 1000 and bar.maximum() - bar.value() == entries._from_end)
    assert abs(bar.maximum() - first.y() - below) < 60
    assert abs(first.mapTo(entries.viewport(), first.rect().topLeft()).y()) < 60
    entries.add(_entry(200))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_few_rows_are_no_taller_than_their_words(shown, qtbot) -> None:
    entries = shown([_entry(0, Note), _entry(1, Note)])
    qtbot.waitUntil(lambda: entries.rows[1].isVisible() and entries.rows[1].y() > 0)
    assert [row.height() for row in entries.rows] == [row.heightForWidth(row.width()) for row in entries.rows]


def test_a_star_and_a_double_click_say_which_entry(shown, qtbot) -> None:
    said = [_entry(0), _entry(1)]
    entries = shown(said)
    with qtbot.waitSignal(entries.star_clicked) as starred:
        qtbot.mouseClick(entries.rows[1].star, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(entries.entry_activated) as opened:
        qtbot.mouseDClick(entries.rows[0].words, Qt.MouseButton.LeftButton)
    assert (starred.args, opened.args) == ([said[1].id], [said[0].id])
