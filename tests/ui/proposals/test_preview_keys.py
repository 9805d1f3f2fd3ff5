"""Every key of the preview does what it says."""

import pytest

from desktop.documents.placed import place_document
from desktop.documents.variants import available
from desktop.ui.actions import ActionRegistry
from desktop.ui.proposals.preview import Preview
from desktop.ui.proposals.preview_keys import preview_actions
from desktop.ui.proposals.preview_layout import Fit
from tests.documents.cases import CLAIRE


@pytest.fixture
def preview(qtbot):
    preview = Preview(place_document, available)
    qtbot.addWidget(preview)
    preview.resize(500, 700)
    preview.show()
    with qtbot.waitSignal(preview.drawn, timeout=10_000):
        preview.want(CLAIRE)
    yield preview
    preview.stop()


def test_each_action_acts_on_the_pages(preview):
    registry = ActionRegistry()
    registry.add(*preview_actions(preview, "proposals", lambda: True))
    run = {action.id.partition(".")[2]: action.trigger for action in registry.all()}
    run["larger"]()
    larger = preview.view.percent
    run["larger"]()
    assert preview.view.percent > larger
    run["smaller"]()
    assert preview.view.percent == pytest.approx(larger)
    run["fit_width"]()
    assert preview.view.zoom is Fit.WIDTH
    run["next_page"]()
    assert preview.page == 1
    run["previous_page"]()
    assert preview.page == 0
    run["page_strip"]()
    assert preview.strip.isVisible()
    run["find_words"]()
    assert preview.search.isVisible()


def test_nothing_is_done_while_the_list_shows(preview):
    before = preview.view.percent
    for action in preview_actions(preview, "proposals", lambda: False):
        action.trigger()
    assert preview.view.percent == before and preview.search.isHidden()
