"""Contrast, computed from the tokens: text 4.5 to 1, controls 3 to 1, in both themes and in high contrast."""

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import theme

THEMES = ["light", "dark"]
GROUNDS = ("background", "surface")
TEXT = [(ink, ground) for ink in ("text", "muted", "faint", "accent", "danger", "ok", "warn") for ground in GROUNDS]
TEXT += [(heat, "surface") for heat in ("cold", "warm", "hot")]
TEXT += [(f"{tone}", f"{tone}_soft") for tone in ("cold", "warm", "hot", "danger", "ok", "warn", "accent")]
TEXT += [("text", f"{tone}_soft") for tone in ("cold", "warm", "hot", "danger", "ok", "warn", "accent")]
TEXT += [("muted", ground) for ground in ("chip", "accent_soft", "hover", "preview")]
TEXT += [("text", "chip"), ("text", "hover"), ("danger", "hover"), ("faint", "hover")]
TEXT += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_badge", "badge")]
TEXT += [("on_score", f"score_{level}") for level in ("0", "1", "2", "3", "unknown")]
TEXT += [("on_score", heat) for heat in ("cold", "warm", "hot")]
TEXT += [(f"score_{level}", "surface") for level in ("0", "1", "2", "3", "unknown")]
TEXT += [(ink, ground) for ink in ("rail_text", "rail_strong") for ground in ("rail", "rail_selected")]
TEXT += [("rail_faint", "rail"), ("on_toast", "toast"), ("toast_action", "toast")]
CONTROLS = [("control", "surface"), ("control", "background"), ("accent", "surface"), ("accent", "background")]
CONTROLS += [("mark", "rail"), ("mark", "rail_selected"), ("badge", "rail_text")]
CONTROLS += [(f"score_{level}", "surface") for level in ("0", "1", "2", "3", "unknown")]
CONTROLS += [("danger", "surface"), ("danger", "background"), ("control", "hover")]

SPECIFIED = {
    "light": "background F4F6F8 surface FFFFFF rail 12303A rail_text CFE0E3 text 16202E muted 4A586A faint 637083 "
    "line DFE4EA control 7A8794 accent 0F6E6E on_accent FFFFFF accent_soft E1F1EF score_0 B3261E score_1 8A5300 "
    "score_2 4F7A1F score_3 1E6E42 score_unknown 556270 cold 2B62B0 warm 8A5300 hot B3261E danger B3261E ok 1E6E42 "
    "warn 8A5300",
    "dark": "background 14181D surface 1D232A rail 0E1A1F rail_text CFE0E3 text E8ECF0 muted A9B4C0 faint 8B97A4 "
    "line 2C343D control 76828F accent 5CC8BE on_accent 06201F accent_soft 173433 score_0 FF8A80 score_1 FFC46B "
    "score_2 A9D178 score_3 7BD3A0 score_unknown A9B4C0 cold 8FC1F0 warm FFC46B hot FF8A80 danger FF8A80 ok 7BD3A0 "
    "warn FFC46B",
}


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(look: theme.Theme, one: str, other: str) -> float:
    lights = sorted((luminance(look.colour(one)), luminance(look.colour(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert (luminance(QColor("white")) + 0.05) / (luminance(QColor("black")) + 0.05) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("high", [False, True])
def test_every_text_is_readable(name: str, high: bool) -> None:
    look = theme.load(name).high_contrast() if high else theme.load(name)
    weak = {pair: round(contrast(look, *pair), 2) for pair in TEXT if contrast(look, *pair) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("high", [False, True])
def test_every_control_stands_out(name: str, high: bool) -> None:
    look = theme.load(name).high_contrast() if high else theme.load(name)
    weak = {pair: round(contrast(look, *pair), 2) for pair in CONTROLS if contrast(look, *pair) < 3}
    assert weak == {}


@pytest.mark.parametrize("name", THEMES)
def test_the_tokens_are_those_of_the_design(name: str) -> None:
    words = SPECIFIED[name].split()
    wanted = {token: f"#{value}" for token, value in zip(words[::2], words[1::2], strict=True)}
    look = theme.load(name)
    assert {token: getattr(look, token) for token in wanted} == wanted


@pytest.mark.parametrize("name", THEMES)
def test_with_high_contrast_every_text_is_at_seven_to_one(name: str) -> None:
    look = theme.load(name).high_contrast()
    weak = {pair: round(contrast(look, *pair), 2) for pair in TEXT if contrast(look, *pair) < 7}
    assert weak == {}


def test_high_contrast_is_stronger() -> None:
    look = theme.load("light")
    assert contrast(look.high_contrast(), "muted", "surface") > contrast(look, "muted", "surface")
    assert contrast(look.high_contrast(), "line", "surface") > 3 > contrast(look, "line", "surface")


def test_inter_is_the_font_and_tabular_figures_line_up(qapp: QApplication) -> None:
    assert theme.FAMILY in QFontDatabase.families()
    assert qapp.font().family() == "Inter"
    assert qapp.font().pixelSize() == 13
    metrics = QFontMetricsF(theme.font("body", tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")
    loose = QFontMetricsF(theme.font("body"))
    assert loose.horizontalAdvance("1111") < loose.horizontalAdvance("0000")


def test_the_theme_changes_at_run_time(qapp: QApplication) -> None:
    look = theme.Look(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#F4F6F8")
    look.choose("dark")
    assert theme.current().dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#14181D")
    look.choose("system")
    assert not theme.current().dark, "a system that says nothing is light"
    assert look.choice == "system"
    look.deleteLater()


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_uses_the_theme_and_leaves_no_blank(name: str) -> None:
    sheet = theme.load(name).style_sheet()
    assert theme.load(name).accent in sheet
    assert "$" not in sheet


def test_the_sizes_follow_the_hand(qapp: QApplication) -> None:
    look = theme.Look(qapp, "light", "off")
    assert theme.metrics() == theme.MOUSE
    look.choose_touch("on")
    assert theme.metrics() == theme.FINGER and look.touch_choice == "on"
    look.choose("dark")
    assert theme.current().dark and theme.metrics() == theme.FINGER, "another theme keeps the sizes"
    look.choose_touch("auto")
    assert theme.metrics() == theme.MOUSE, "no touch screen here"
    assert theme.current().dark
    look.deleteLater()


def test_the_sizes_are_those_of_the_design() -> None:
    finger, mouse = theme.FINGER, theme.MOUSE
    assert (finger.least, finger.control, finger.chip, finger.row, finger.score, finger.gap) == (
        44,
        44,
        44,
        52,
        (64, 56),
        8,
    )
    assert min(mouse.least, mouse.control, mouse.chip, *mouse.score) >= 24
    assert (mouse.hit(20), mouse.hit(30), finger.hit(30), finger.hit(50)) == (24, 30, 44, 50)
    assert (mouse.line(40), finger.line(40), finger.line(60)) == (40, 52, 60)


def test_a_field_is_dressed_again_at_once(qapp: QApplication, qtbot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [QLineEdit(), QComboBox(), QDateEdit(), QCheckBox("yes")]
    for each in fields:
        column.addWidget(each)
    qtbot.addWidget(page)
    page.show()
    size, before = page.size(), [each.height() for each in fields]
    assert min(before) >= 24 and before[:2] == [34, 34]
    theme.apply(qapp, theme.current(), touch=True)
    qtbot.waitUntil(lambda: min(each.height() for each in fields) >= 44)
    theme.apply(qapp, theme.current())
    page.resize(size)
    qtbot.waitUntil(lambda: [each.height() for each in fields] == before)
