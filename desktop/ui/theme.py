"""The look as data: colours read from ``resources/themes``, the type scale, spacing, and what Qt needs made from them.

Painted widgets read ``current()`` each time they paint, so that one call to ``apply`` changes the whole window.
"""

import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.paths import resources
from desktop.ui.style_sheet import style_sheet

FAMILY = "Inter"
RADIUS = 8
CONTROL_HEIGHT = 34
"""Height of a button or a field, border included; never under the 24 px of WCAG 2.2 SC 2.5.8."""

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
        return style_sheet(self)

    def high_contrast(self) -> "Theme":
        """The same theme with one strength of text, and lines as visible as the text."""
        return replace(self, muted=self.text, faint=self.text, line=self.control, control=self.text)


@cache
def load(name: str) -> Theme:
    """The theme ``light`` or ``dark``."""
    colours = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text("utf-8"))["colours"]
    known = {field.name for field in fields(Theme)}
    return Theme(dark=name == "dark", **{key: value for key, value in colours.items() if key in known})


_current: Theme | None = None


def current() -> Theme:
    """The theme to paint with, now."""
    return _current or load("light")


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


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in ``theme``; may be called again at any time."""
    global _current
    _current = theme
    load_fonts()
    # Under a style sheet the style is a proxy without a name: Fusion is there already.
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())


class Look(QObject):
    """Keeps the application dressed as the rep chose, following the system where they said ``system``."""

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._follow()

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``, as saved in the settings."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Change the look now."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        hints = self._app.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if self._choice == "system" else self._choice == "dark"
        theme = load("dark" if dark else "light")
        high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        apply(self._app, theme.high_contrast() if high else theme)
