"""The look as data: colours read from ``resources/themes``, the type scale, sizes, and what Qt needs made from them.

Painted widgets read ``current()`` each time they paint and ``metrics()`` each time they say their size, so that one
call to ``apply`` changes the whole window: a new style sheet has every widget ask for its room again.
"""

import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.paths import resources
from desktop.ui.pointing import touch_is_primary
from desktop.ui.style_sheet import style_sheet

FAMILY = "Inter"
RADIUS = 8
CONTROL_HEIGHT = 34
"""Height of a button or a field under a mouse, border included; ``metrics().control`` is the one to show."""

_SIZES = {
    "display": (24, QFont.Weight.Bold),
    "figure": (22, QFont.Weight.Bold),
    "title": (18, QFont.Weight.Bold),
    "heading": (15, QFont.Weight.DemiBold),
    "large": (15, QFont.Weight.Normal),
    "body": (13, QFont.Weight.Normal),
    "medium": (13, QFont.Weight.Medium),
    "strong": (13, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "label": (12, QFont.Weight.DemiBold),
    "tiny": (11, QFont.Weight.Medium),
}


@dataclass(frozen=True)
class Metrics:
    """Sizes in logical pixels, under a mouse or under a finger (screens.md, "Touch mode")."""

    touch: bool
    least: int
    """The least side of what can be clicked: the 24 px of WCAG 2.2 SC 2.5.8, or a finger."""
    control: int
    """Height of a button or a field, border included."""
    chip: int
    """Height of a chip that can be clicked."""
    row: int
    """The least height of a line of a list or a table."""
    score: tuple[int, int]
    """Width and height of a score button."""
    gap: int
    """Between two scores or two chips that can be clicked."""

    def hit(self, side: int) -> int:
        """``side``, or the least that can be hit when that is more."""
        return max(side, self.least)

    def line(self, height: int) -> int:
        """The height of a line of a list that is ``height`` under a mouse."""
        return max(height, self.row)


MOUSE = Metrics(touch=False, least=24, control=CONTROL_HEIGHT, chip=26, row=24, score=(40, 32), gap=5)
FINGER = Metrics(touch=True, least=44, control=44, chip=44, row=52, score=(64, 56), gap=8)


@dataclass(frozen=True)
class Theme:
    """Every colour of the program, by role, as ``#RRGGBB``."""

    dark: bool
    background: str
    surface: str
    rail: str
    rail_text: str
    rail_strong: str
    rail_faint: str
    rail_selected: str
    mark: str
    badge: str
    on_badge: str
    text: str
    muted: str
    faint: str
    line: str
    control: str
    chip: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    score_0: str
    score_1: str
    score_2: str
    score_3: str
    score_unknown: str
    on_score: str
    cold: str
    warm: str
    hot: str
    cold_soft: str
    warm_soft: str
    hot_soft: str
    danger: str
    ok: str
    warn: str
    danger_soft: str
    ok_soft: str
    warn_soft: str
    preview: str
    toast: str
    on_toast: str
    toast_action: str

    def colour(self, token: str) -> QColor:
        """The colour of ``token``, a field name; an unknown name is a bug and raises ``AttributeError``."""
        return QColor(getattr(self, token))

    def palette(self) -> QPalette:
        """What Fusion and Qt's own widgets draw with."""
        role = QPalette.ColorRole
        tokens = {
            role.Window: "background",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "background",
            role.Text: "text",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "danger",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.PlaceholderText: "faint",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "toast",
            role.ToolTipText: "on_toast",
            role.Light: "surface",
            role.Midlight: "hover",
            role.Mid: "line",
            role.Dark: "control",
            role.Shadow: "line",
            role.Accent: "accent",
        }
        palette = QPalette()
        for where, token in tokens.items():
            palette.setColor(where, self.colour(token))
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.colour("control"))
        return palette

    def style_sheet(self) -> str:
        """The few rules that a palette cannot say."""
        return style_sheet(self, metrics())

    def high_contrast(self) -> "Theme":
        """The same theme with one strength of text, lines as visible as the text, and 7 to 1 for every word."""
        stronger = _colours(self.dark, "high_contrast")
        return replace(self, muted=self.text, faint=self.text, line=self.control, control=self.text, **stronger)


@cache
def load(name: str) -> Theme:
    """The theme ``light`` or ``dark``."""
    dark = name == "dark"
    return Theme(dark=dark, **_colours(dark, "colours"))


def _colours(dark: bool, table: str) -> dict[str, Any]:
    """A table of the file of a theme."""
    path = resources() / "themes" / f"{'dark' if dark else 'light'}.toml"
    colours: dict[str, str] = tomllib.loads(path.read_text("utf-8"))[table]
    known = {field.name for field in fields(Theme)}
    return {token: colour for token, colour in colours.items() if token in known}


_current: Theme | None = None
_metrics = MOUSE


def current() -> Theme:
    """The theme to paint with, now."""
    return _current or load("light")


def metrics() -> Metrics:
    """The sizes to lay out with, now."""
    return _metrics


def font(kind: str = "body", tabular: bool = False) -> QFont:
    """The font of a step of the type scale (``_SIZES``); ``tabular`` lines up digits: times, scores, money."""
    return QFont(_font(kind, tabular))  # a copy: the caller may change it


@cache
def _font(kind: str, tabular: bool) -> QFont:
    size, weight = _SIZES[kind]
    chosen = QFont(FAMILY)
    chosen.setPixelSize(size)
    chosen.setWeight(weight)
    if tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def load_fonts() -> None:
    """Make the shipped Inter known to Qt, once per process."""
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted((resources() / "fonts").glob("Inter-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(app: QApplication, theme: Theme, touch: bool = False) -> None:
    """Dress the whole application in ``theme``, for a mouse or for a finger; may be called again at any time."""
    global _current, _metrics
    _current = theme
    _metrics = FINGER if touch else MOUSE
    load_fonts()
    # Under a style sheet the style is a proxy without a name: Fusion is there already.
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())


class Look(QObject):
    """Keeps the application dressed as the rep chose, following the system where they said so."""

    def __init__(self, app: QApplication, choice: str = "system", touch: str = "auto") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._touch = touch
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        # A keyboard is taken off a tablet while another window is in front.
        app.applicationStateChanged.connect(self._look_at_the_hand)
        self._follow()

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``, as saved in the settings."""
        return self._choice

    @property
    def touch_choice(self) -> str:
        """``auto``, ``on`` or ``off``, as saved in the settings."""
        return self._touch

    def choose(self, choice: str) -> None:
        """Change the look now."""
        self._choice = choice
        self._follow()

    def choose_touch(self, choice: str) -> None:
        """Change the sizes now: ``auto``, ``on`` or ``off``."""
        self._touch = choice
        self._look_at_the_hand()

    def _by_finger(self) -> bool:
        return touch_is_primary() if self._touch == "auto" else self._touch == "on"

    def _look_at_the_hand(self) -> None:
        if self._by_finger() != metrics().touch:
            self._follow()

    def _follow(self) -> None:
        hints = self._app.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if self._choice == "system" else self._choice == "dark"
        theme = load("dark" if dark else "light")
        high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        apply(self._app, theme.high_contrast() if high else theme, self._by_finger())
