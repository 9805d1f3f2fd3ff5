from desktop.ui.calls.key_hints import KeyHints
from desktop.ui.widgets.labels import PlainLabel


def _shown(hints: KeyHints) -> list[str]:
    return [label.text() for label in hints.findChildren(PlainLabel) if label.isVisible() and len(label.text()) > 1]


def test_a_small_window_keeps_the_first_line_of_keys(qtbot) -> None:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.resize(600, 80)
    hints.show()
    assert _shown(hints)[:3] == ["adds their words", "scores the criterion", "next question"]
    assert "objection" in _shown(hints)
    hints.set_compact(True)
    assert _shown(hints) == ["adds their words", "scores the criterion", "next question"]
