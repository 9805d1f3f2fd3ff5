"""The pages beside the editor: the very bytes, late results dropped, the place and the size kept."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.documents.placed import place_document
from desktop.documents.variants import available, render_document
from desktop.errors import UserError
from desktop.models.proposals import DocumentKind
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview import Preview
from desktop.ui.proposals.preview_blocks import Keys
from desktop.ui.proposals.preview_layout import Fit
from tests.documents.cases import CLAIRE, FIVE
from tests.ui.accessibility import nameless, rich_text_labels

KIND = DocumentKind.PROPOSAL
KEYS = Keys(("first", "second", "third"), ("start", "equip", "deploy"))


@pytest.fixture
def preview(qtbot):
    preview = Preview(place_document, available)
    qtbot.addWidget(preview)
    preview.resize(500, 800)
    preview.show()
    yield preview
    preview.stop()


def shown(qtbot, preview, content):
    with qtbot.waitSignal(preview.drawn, timeout=10_000) as drawn:
        preview.want(content, KEYS)
    return drawn.args[0]


def count(data):
    pdf = OpenPdf(data)
    pages = pdf.pages
    pdf.close()
    return pages


def words_at(preview, words):
    """The middle of some words, in the window of the pages, which are scrolled to them."""
    preview.search.line.setText(words)
    preview.look_for_words()
    hit = preview.search.current
    preview.view.reveal(hit)
    preview.search.leave()
    return preview.view.at(hit.page, hit.boxes[0].center())


def test_the_pages_are_drawn_and_turned(qtbot, preview):
    data = shown(qtbot, preview, CLAIRE)
    assert data == render_document(CLAIRE, KIND)
    assert preview.pages == count(data) == preview.proposal_pages
    assert preview.foot.label.text() == f"Page 1 of {preview.pages}"
    assert not preview.foot.previous.isEnabled()
    preview.foot.next.click()
    assert preview.foot.label.text() == f"Page 2 of {preview.pages}"
    preview.go_to(99)
    assert preview.page == preview.pages - 1 and not preview.foot.next.isEnabled()
    assert nameless(preview) == [] and rich_text_labels(preview) == []


def test_the_page_fits_the_width_it_is_given(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    wide = preview.view.page_rect(0).width()
    preview.resize(380, 800)
    assert preview.view.page_rect(0).width() < wide <= 500


def test_a_refresh_keeps_the_place_and_the_zoom(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    preview.view.set_zoom(1.5)
    preview.go_to(2)
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().value() + 137)
    preview.view.horizontalScrollBar().setValue(41)
    before = (preview.page, preview.view.page_rect(2), preview.view.percent)
    data = shown(qtbot, preview, replace(CLAIRE, objective="Un autre objectif."))
    assert data == render_document(replace(CLAIRE, objective="Un autre objectif."), KIND)
    assert (preview.page, preview.view.page_rect(2), preview.view.percent) == before


def test_fewer_pages_leave_the_last_one_in_view(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    preview.go_to(3)
    shown(qtbot, preview, replace(CLAIRE, options=(), needs=CLAIRE.needs[:1]))
    assert preview.page == preview.pages - 1 < 3
    assert preview.foot.label.text() == f"Page {preview.pages} of {preview.pages}"


def test_the_export_takes_the_bytes_on_the_screen_or_draws_its_own(qtbot, preview):
    data = shown(qtbot, preview, CLAIRE)
    assert preview.finished(CLAIRE) is preview.finished(CLAIRE)
    assert preview.finished(CLAIRE) == data
    other = replace(CLAIRE, title="Autre")
    assert preview.finished(other) == render_document(other, KIND) != data
    assert preview.finished(CLAIRE, DocumentKind.SUMMARY) == render_document(CLAIRE, DocumentKind.SUMMARY)


def test_a_late_result_is_dropped(qtbot):
    release = threading.Event()
    first, second = replace(CLAIRE, title="Premier"), replace(CLAIRE, title="Second")

    def slow(content, kind):
        if content == first:
            release.wait(10)
        return place_document(content, kind)

    preview = Preview(slow, available)
    qtbot.addWidget(preview)
    seen = []
    preview.drawn.connect(seen.append)
    preview.want(first)
    preview.drawer.start()
    preview.want(second)
    release.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    preview.stop()
    assert seen == [render_document(second, KIND)]


def test_pages_that_are_no_longer_true_say_so(qtbot):
    release = threading.Event()

    def slow(content, kind):
        if content != CLAIRE:
            release.wait(10)
        return place_document(content, kind)

    preview = Preview(slow, available)
    qtbot.addWidget(preview)
    shown(qtbot, preview, CLAIRE)
    preview.want(replace(CLAIRE, title="Autre"))
    assert not preview.is_current and preview.proposal_pages is None
    qtbot.waitUntil(lambda: preview.foot.label.text() == "Drawing the pages…", timeout=10_000)
    release.set()
    qtbot.waitUntil(lambda: preview.is_current, timeout=10_000)
    assert preview.foot.label.text().startswith("Page 1 of")
    preview.stop()


def test_the_pages_of_another_proposal_never_stand_for_this_one(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    preview.want(replace(CLAIRE, number="P-2026-0043"))
    assert preview.pages == 0 and preview.foot.label.text() == "Drawing the pages…"
    qtbot.waitUntil(lambda: preview.is_current, timeout=10_000)
    assert preview.pages == 4


def test_another_document_is_chosen(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    kinds = [preview.head.kinds.itemText(place) for place in range(preview.head.kinds.count())]
    assert kinds == [
        "Full proposal",
        "One-page summary",
        "Quotation alone",
        "Needs and schedule, non-contractual",
        "Take-away slip, A6",
    ]
    with qtbot.waitSignal(preview.drawn, timeout=10_000) as drawn:
        preview.head.kinds.setCurrentIndex(2)
        preview.head.kinds.activated.emit(2)
    assert drawn.args[0] == render_document(CLAIRE, DocumentKind.QUOTATION)
    assert preview.proposal_pages is None
    # Without a price there is no quotation any more: back to the proposal.
    shown(qtbot, preview, replace(CLAIRE, contractual=False))
    assert preview.kind is KIND and preview.head.kinds.currentText() == "Pre-proposal, without a price"


def test_what_cannot_be_drawn_is_said_and_nothing_older_stays(qtbot):
    def refuse(content, kind):
        if content != CLAIRE:
            raise UserError("No font.")
        return place_document(content, kind)

    preview = Preview(refuse, available)
    qtbot.addWidget(preview)
    shown(qtbot, preview, CLAIRE)
    preview.want(replace(CLAIRE, title="x"))
    qtbot.waitUntil(lambda: preview.foot.label.text() == "No font.", timeout=10_000)
    assert preview.pages == 0 and not preview.is_current
    preview.stop()


def test_stopping_twice_or_before_starting_does_no_harm(qtbot):
    preview = Preview(place_document, available)
    qtbot.addWidget(preview)
    preview.want(CLAIRE)
    preview.stop()
    preview.stop()
    assert preview.pages == 0


@pytest.mark.parametrize(
    "words, where, behind",
    [
        ("Rendre à vos", "title", "title"),
        ("Que chaque relance aille", "objective", "objective"),
        ("Les relances ne distinguent pas", "understanding:first", "need:first"),
        ("92 jours par an, selon", "impact:first", "need:first"),
        ("Trois écrans, une demi-journée", "answer:second", "answer:second"),
        ("Menuiseries Roland", "proof:first", "answer:first"),
        ("Qui signe avec vous", "to_confirm", "to_confirm"),
        ("Pour ouvrir Cholet avec", "option:deploy", "option:deploy"),
        ("jusqu’au 23 décembre 2026", "", ""),
    ],
)
@pytest.mark.parametrize("zoom", [Fit.WIDTH, 2.0])
def test_a_click_opens_the_block_and_shift_its_words(qtbot, preview, words, where, behind, zoom):
    shown(qtbot, preview, CLAIRE)
    preview.view.set_zoom(zoom)
    at, clicked, wanted = words_at(preview, words), [], []
    preview.block_clicked.connect(clicked.append)
    preview.words_wanted.connect(wanted.append)
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ([where] if where else [])
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=at)
    assert wanted == ([behind] if behind else []) and len(clicked) == bool(where)


def test_needs_that_change_places_are_named_anew(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    at, clicked = words_at(preview, "Les relances ne distinguent"), []
    preview.block_clicked.connect(clicked.append)
    preview.want(CLAIRE, Keys(("other", "second", "third"), KEYS.options))
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ["understanding:other"]


def test_words_are_looked_for_and_found_again_after_a_refresh(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    preview.head.find_button.click()
    qtbot.keyClicks(preview.search.line, "journee")
    qtbot.keyClick(preview.search.line, Qt.Key.Key_Return)
    total = len(preview.search.hits)
    assert total > 5 and preview.search.count.text() == f"1 of {total}"
    for _each in range(4):
        qtbot.keyClick(preview.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(preview.search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.search.count.text() == f"4 of {total}"
    box = preview.search.current.boxes[0]
    at = preview.view.at(preview.search.current.page, QPointF(box.center()))
    assert preview.view.viewport().rect().contains(at)
    shown(qtbot, preview, replace(CLAIRE, objective="Une journée, puis une journée."))
    assert preview.search.count.text() == f"4 of {total + 2}"
    assert preview.view.viewport().grab().toImage().pixelColor(at) != Qt.GlobalColor.white
    qtbot.keyClick(preview.search.line, Qt.Key.Key_Escape)
    qtbot.keyClick(preview.search.line, Qt.Key.Key_Escape)
    assert preview.search.isHidden() and preview.search.hits == []


def test_the_pages_in_small_stand_beside_where_there_is_room_and_can_be_asked_away(qtbot, preview):
    shown(qtbot, preview, FIVE)
    assert preview.strip.isHidden()
    preview.head.strip_button.click()
    assert preview.strip.isVisible()
    qtbot.mouseClick(
        preview.strip.viewport(),
        Qt.MouseButton.LeftButton,
        pos=preview.strip.visualRect(preview.strip.model().index(2, 0)).center(),
    )
    assert preview.page == 2
    preview.head.strip_button.click()
    assert preview.strip.isHidden()
    preview.resize(900, 800)
    assert preview.strip.isHidden()


def test_a_wide_window_shows_the_pages_in_small_by_itself(qtbot, preview):
    preview.resize(900, 800)
    shown(qtbot, preview, FIVE)
    assert preview.strip.isVisible() and preview.strip.currentIndex().row() == 0
    preview.go_to(3)
    assert preview.strip.currentIndex().row() == 3


def test_hostile_words_are_drawn_and_found_as_they_are(qtbot, preview):
    nasty = "R&D <urgent> 3 < 5 <a href='boussole:quit'>x</a>"
    shown(qtbot, preview, replace(CLAIRE, objective=nasty))
    at, clicked = words_at(preview, "<a href='boussole"), []
    preview.block_clicked.connect(clicked.append)
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ["objective"]


def test_the_block_under_the_pointer_is_marked(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    at = words_at(preview, "Que chaque relance aille")
    viewport = preview.view.viewport()
    beside = at + QPoint(0, 9)
    qtbot.mouseMove(viewport, at)
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    lit = viewport.grab().toImage()
    assert "Shift+click" in viewport.toolTip()
    qtbot.mouseMove(viewport, QPoint(3, 3))
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.ArrowCursor)
    plain = viewport.grab().toImage()
    ratio = plain.devicePixelRatio()
    assert lit != plain
    assert lit.pixelColor(beside * ratio).lightness() <= plain.pixelColor(beside * ratio).lightness()
