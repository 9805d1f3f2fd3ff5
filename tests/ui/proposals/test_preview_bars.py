"""Above and below the pages: which document, which page, how large."""

import pytest
from PySide6.QtCore import Qt

from desktop.models.proposals import DocumentKind
from desktop.ui.proposals.preview_bars import PreviewFoot, PreviewHead
from desktop.ui.proposals.preview_layout import Fit
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def foot(qtbot):
    foot = PreviewFoot()
    qtbot.addWidget(foot)
    foot.show()
    return foot


def test_the_documents_that_make_sense_are_offered(qtbot):
    head, chosen = PreviewHead(), []
    qtbot.addWidget(head)
    head.chosen.connect(chosen.append)
    head.show_kinds([DocumentKind.PROPOSAL, DocumentKind.PLAN], DocumentKind.PLAN)
    words = "Needs and schedule, non-contractual"
    assert [head.kinds.itemText(place) for place in range(2)] == ["Full proposal", words]
    assert head.kinds.currentIndex() == 1
    head.kinds.setFocus()
    qtbot.keyClick(head.kinds, Qt.Key.Key_Up)
    assert chosen == [DocumentKind.PROPOSAL]
    head.show_kinds([DocumentKind.PROPOSAL], DocumentKind.PROPOSAL, priced=False)
    assert head.kinds.count() == 1 and head.kinds.currentText() == "Pre-proposal, without a price"
    assert nameless(head) == []


def test_the_ends_of_the_document_stop_the_arrows(foot):
    steps = []
    foot.stepped.connect(steps.append)
    foot.show_page(0, 2)
    foot.previous.click()
    foot.next.click()
    foot.show_page(1, 2)
    foot.next.click()
    foot.previous.click()
    assert steps == [1, -1] and foot.label.text() == "Page 2 of 2"


def test_the_size_is_said_and_chosen(foot):
    zooms, steps = [], []
    foot.zoomed.connect(zooms.append)
    foot.zoom_stepped.connect(steps.append)
    foot.show_zoom(1.5, 1.5)
    assert foot.zoom_button.text() == "150%" and "150%" in foot.zoom_button.accessibleName()
    acts = [act for act in foot.size_menu().actions() if act.text()]
    assert [act.text() for act in acts] == [
        "Fit the width",
        "Fit the page",
        "50%",
        "75%",
        "100%",
        "125%",
        "150%",
        "200%",
        "300%",
        "400%",
    ]
    assert [act.text() for act in acts if act.isChecked()] == ["150%"]
    for act in acts[:3]:
        act.trigger()
    assert zooms == [Fit.WIDTH, Fit.PAGE, 0.5]
    foot.smaller.click()
    foot.larger.click()
    assert steps == [-1, 1]
    foot.show_zoom(4.0, 4.0)
    assert not foot.larger.isEnabled() and foot.smaller.isEnabled()
    foot.show_zoom(Fit.WIDTH, 0.28)
    assert foot.larger.isEnabled() and not foot.smaller.isEnabled()
    assert nameless(foot) == [] and rich_text_labels(foot) == []
