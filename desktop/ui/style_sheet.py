"""The rules that a palette cannot say, for Qt's own widgets; ours paint themselves."""

from string import Template
from typing import TYPE_CHECKING

from desktop.paths import resources

if TYPE_CHECKING:
    from desktop.ui.theme import Metrics, Theme

_RULES = Template("""
QLabel[kind="muted"], QLabel[kind="label"] { color: $muted; }
QLabel[kind="small"] { color: $muted; }
QLabel[kind="faint"] { color: $faint; }
QLabel[kind="accent"] { color: $accent; }
QLabel[kind="danger"] { color: $danger; }
QLabel[kind="ok"] { color: $ok; }
QLabel[kind="warn"] { color: $warn; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px; padding: 0 10px;
  min-height: ${field}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 6px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 9px; min-height: ${field_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 5px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"],
QAbstractSpinBox[invalid="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $background; color: $muted; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: 0; background: transparent; padding: 0; min-height: 0; }
QLineEdit[large="true"] { min-height: 42px; padding: 0 14px; border-radius: 8px; }
QLineEdit[large="true"]:focus { min-height: 40px; padding: 0 13px; }
QSpinBox, QDoubleSpinBox { qproperty-alignment: "AlignRight | AlignVCenter"; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
  border: 0; background: transparent; padding: 0; min-height: 20px; }
QComboBox::drop-down { border: 0; width: ${drop}px; }
QComboBox::down-arrow { image: url($arrow_down); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; outline: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button, QDateEdit::drop-down { border: 0; width: ${step}px; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
  image: url($arrow_down); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: ${least}px; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $control; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent;
  width: ${tick_focus}px; height: ${tick_focus}px; }
QRadioButton::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $control; border-radius: ${disc}px;
  background: $surface; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: ${dot}px; height: ${dot}px; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: ${air}px 28px ${air}px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${air}px 10px; }
QMenuBar::item:selected { background: $accent_soft; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $background; }
QAbstractItemView[clear="true"] { background: transparent; }
QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: ${air}px 8px; font-weight: 600; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $muted; padding: ${tab}px 4px; margin-right: 16px;
  border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; text-decoration: underline; }
QSplitter::handle { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${grip}px; }
QScrollBar::handle:horizontal { min-width: ${grip}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 4px; max-height: 8px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


def style_sheet(theme: "Theme", metrics: "Metrics") -> str:
    """The application's style sheet, in the colours of ``theme`` and the sizes of ``metrics``."""
    shade = "dark" if theme.dark else "light"
    arrows = {
        key: (resources() / "themes" / f"{name}-{shade}.svg").as_posix()
        for key, name in (("arrow_up", "chevron-up"), ("arrow_down", "chevron-down"), ("check", "check"))
    }
    colours = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    rules = _RULES.substitute(colours | arrows | _sizes(metrics))
    return f"{rules}QListView::item {{ min-height: {metrics.row}px; }}\n" if metrics.touch else rules


def _sizes(metrics: "Metrics") -> dict[str, str]:
    """What the rules measure, in pixels: Qt counts the border apart from the height."""
    touch = metrics.touch
    tick = 20 if touch else 14
    sizes = {
        "field": metrics.control - 2,
        "field_focus": metrics.control - 4,
        "least": metrics.least,
        "drop": 36 if touch else 26,
        "step": 40 if touch else 20,
        "tick": tick,
        "tick_focus": tick - 2,
        "disc": tick // 2 + 1,
        "dot": tick - 8,
        "air": 14 if touch else 6,
        "tab": 14 if touch else 8,
        "bar": 16 if touch else 12,
        "grip": metrics.hit(32),
    }
    return {name: str(size) for name, size in sizes.items()}
