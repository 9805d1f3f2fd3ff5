"""The banner says which prospect it looks like, and opens or compares it; it takes no room otherwise."""

import uuid

from desktop.services.duplicates import Similar
from desktop.ui.prospects.similar import SimilarBanner
from tests.ui.accessibility import nameless, rich_text_labels


def test_said_opened_and_hidden(qtbot) -> None:
    banner = SimilarBanner()
    qtbot.addWidget(banner)
    assert banner.isHidden() and banner.prospect_id is None
    key = uuid.uuid4()
    banner.show_similar(Similar(key, "<b>Durand S.A.", 93, ("same phone", "name at 90%")))
    assert banner.words.text() == "Looks like <b>Durand S.A. (93%: same phone, name at 90%)"
    assert nameless(banner) == [] and rich_text_labels(banner) == []
    said: list[object] = []
    banner.opened.connect(said.append)
    banner.compared.connect(said.append)
    banner.open_button.click()
    banner.compare_button.click()
    assert said == [key, key]
    banner.show_similar(None)
    assert banner.isHidden()
