"""The pages beside the editor: the very bytes, late results dropped, nothing left running."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.ui.proposals.preview import OpenPdf, Preview
from tests.documents.cases import CLAIRE


@pytest.fixture
def preview(qtbot):
    preview = Preview(render)
    qtbot.addWidget(preview)
    preview.resize(500, 800)
    preview.show()
    yield preview
    preview.stop()


def shown(qtbot, preview, content):
    with qtbot.waitSignal(preview.drawn, timeout=10_000) as drawn:
        preview.want(content)
    return drawn.args[0]


def test_the_pages_are_drawn_after_a_pause_and_turned(qtbot, preview):
    data = shown(qtbot, preview, CLAIRE)
    assert data == render(CLAIRE)
    assert preview.pages == count(data)
    assert preview.label.text() == f"Page 1 of {preview.pages}"
    assert not preview.previous.isEnabled()
    preview.next.click()
    assert preview.label.text() == f"Page 2 of {preview.pages}"
    preview.go_to(99)
    assert preview.page == preview.pages - 1 and not preview.next.isEnabled()


def count(data):
    pdf = OpenPdf(data)
    pages = pdf.pages
    pdf.close()
    return pages


def test_a_page_is_white_paper_with_ink(preview):
    pdf = OpenPdf(render(CLAIRE))
    image = pdf.image(0, QSize(420, 594))
    pdf.close()
    colours = {image.pixelColor(x, y).lightness() for x in range(0, 420, 3) for y in range(0, 594, 3)}
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert min(colours) < 100


def test_the_page_fits_the_width_it_is_given(qtbot, preview):
    shown(qtbot, preview, CLAIRE)
    wide = preview.view.width()
    preview.resize(380, 800)
    assert preview.view.width() < wide <= 500


def test_the_export_takes_the_bytes_on_the_screen_or_draws_its_own(qtbot, preview):
    data = shown(qtbot, preview, CLAIRE)
    assert preview.finished(CLAIRE) is preview.finished(CLAIRE)
    assert preview.finished(CLAIRE) == data
    other = replace(CLAIRE, title="Autre")
    assert preview.finished(other) == render(other) != data


def test_a_late_result_is_dropped(qtbot):
    release = threading.Event()
    first, second = replace(CLAIRE, title="Premier"), replace(CLAIRE, title="Second")

    def slow(content):
        if content == first:
            release.wait(10)
        return render(content)

    preview = Preview(slow)
    qtbot.addWidget(preview)
    seen = []
    preview.drawn.connect(seen.append)
    preview.want(first)
    preview._start()
    preview.want(second)
    release.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    preview.stop()
    assert seen == [render(second)]


def test_what_cannot_be_drawn_is_said(qtbot):
    def refuse(_content):
        raise UserError("No font.")

    preview = Preview(refuse)
    qtbot.addWidget(preview)
    preview.want(CLAIRE)
    qtbot.waitUntil(lambda: preview.label.text() == "No font.", timeout=10_000)
    preview.stop()


def test_stopping_twice_or_before_starting_does_no_harm(qtbot):
    preview = Preview(render)
    qtbot.addWidget(preview)
    preview.want(CLAIRE)
    preview.stop()
    preview.stop()
    assert preview.pages == 0
