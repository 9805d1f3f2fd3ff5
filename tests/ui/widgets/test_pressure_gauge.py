"""The gauge as it is read: figures, words, reason, and what to do instead."""

import pytest

from desktop.models.pressure import LINE, Gauge
from desktop.ui import theme
from desktop.ui.widgets.pressure_gauge import PressureGauge
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.mark.parametrize(
    ("level", "words"), [(0, "none"), (20, "light"), (45, "rising"), (LINE, "rising"), (78, "too much")]
)
def test_the_level_is_said_in_figures_and_words(qtbot, level, words):
    gauge = PressureGauge()
    qtbot.addWidget(gauge)
    gauge.show_gauge(Gauge(level, LINE, level > LINE, "4 messages without an answer in 9 days"))
    assert gauge.words == f"Pressure {level} / 100: {words}"
    assert "4 messages without an answer in 9 days" in gauge.accessibleDescription()


def test_each_alternative_is_a_button_that_says_which(qtbot):
    gauge = PressureGauge()
    qtbot.addWidget(gauge)
    gauge.show_gauge(Gauge(78, LINE, True, "", ("silence", "audit")))
    gauge.show()
    chosen = []
    gauge.chosen.connect(chosen.append)
    gauge.buttons["audit"].click()
    assert chosen == ["audit"]
    assert [each.text() for each in gauge.buttons.values()] == ["Leave them in peace", "Offer an audit"]
    assert nameless(gauge) == [] and rich_text_labels(gauge) == []
    gauge.show_gauge(Gauge(78, LINE, True, "", ("silence", "audit")), choices=False)
    assert gauge.buttons == {}


def test_the_bar_is_filled_as_far_as_the_level(qtbot):
    gauge = PressureGauge()
    qtbot.addWidget(gauge)
    gauge.resize(400, 60)
    gauge.show_gauge(Gauge(80, LINE, True, ""))
    gauge.show()
    qtbot.waitExposed(gauge)
    bar = gauge._bar
    image = bar.grab().toImage()
    danger = theme.current().colour("danger").name()
    middle = image.height() // 2
    assert image.pixelColor(image.width() * 70 // 100, middle).name() == danger
    assert image.pixelColor(image.width() * 90 // 100, middle).name() != danger
