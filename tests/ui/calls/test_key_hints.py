from desktop import i18n
from desktop.ui.calls.key_hints import KeyHints
from desktop.ui.widgets.buttons import KeyCap
from desktop.ui.widgets.labels import PlainLabel

KEYS = ["adds their words", "scores the criterion", "next question"]
SIGNS = ["objection", "note", "to ask later", "tag", "next step", "heat"]


def _shown(hints: KeyHints) -> list[str]:
    return [label.text() for label in hints.findChildren(PlainLabel) if label.isVisible() and len(label.text()) > 1]


def test_a_small_window_keeps_the_signs_that_begin_a_line(qtbot) -> None:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.resize(600, 80)
    hints.show()
    assert _shown(hints) == KEYS + SIGNS
    hints.set_compact(True)
    assert _shown(hints) == SIGNS
    hints.set_compact(False)
    assert _shown(hints) == KEYS + SIGNS


def test_in_french_both_lines_hold_in_the_column_of_a_usual_window(qtbot) -> None:
    i18n.use("fr")
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.show()
    hints.resize(500, hints.heightForWidth(500))
    one = hints.findChildren(KeyCap)[0].height()
    assert 2 * one < hints.heightForWidth(500) < 3 * one
    assert "relance" in _shown(hints)
    assert "étiquette" in _shown(hints)
