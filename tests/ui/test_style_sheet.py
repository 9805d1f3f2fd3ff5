"""The images of the sheet exist: Qt says nothing of a missing one, and draws nothing."""

import re
from pathlib import Path

import pytest

from desktop.ui import theme
from desktop.ui.style_sheet import style_sheet


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_image_of_the_sheet_exists(name: str) -> None:
    images = re.findall(r"url\((.+?)\)", style_sheet(theme.load(name), theme.MOUSE))
    assert images
    assert [image for image in images if not Path(image).is_file()] == []


def test_the_sizes_are_those_of_the_mode() -> None:
    mouse, finger = (style_sheet(theme.load("light"), metrics) for metrics in (theme.MOUSE, theme.FINGER))
    assert "min-height: 32px" in mouse and "min-height: 42px" in finger
    assert "$" not in finger
    assert "QListView::item" in finger and "QListView::item" not in mouse
