"""One step of the plan: what, on whose side, how long, and the dates that follow from it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import NO_BREAK_SPACE, _, current, pgettext
from desktop.models.backplan import PlanStep, Side
from desktop.models.plan_words import step_note
from desktop.services import proposal_plan
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_plan import MOST_DAYS, Step
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.numbers import read_number
from desktop.ui.proposals.option_tile import SEPARATOR
from desktop.ui.undo import short
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.labels import PlainLabel

_NAMED = 40
"""Signs of a step in the name of a menu or of a button."""


def side_label(side: Side) -> str:
    """Whose step it is, as the rep says it: ``Nous`` or ``Client``."""
    return pgettext("side on the screen", "Us") if side is Side.OURS else pgettext("side on the screen", "Client")


class PlanRow(QWidget):
    """``asked(what, key)`` is called for "up", "down", "remove" and "below" (one more step under this one)."""

    def __init__(self, desk: Desk, key: str, asked: Callable[[str, str], object]) -> None:
        super().__init__()
        self.key = key
        self._desk = desk
        self._steps: Sequence[Step] = ()
        self._step: Step | None = None
        self._make_fields()
        self._make_buttons(asked)
        self._lay_out()
        self._saves = {
            "name": self._keep(self.name, lambda text: {"name": text}),
            "owner": self._keep(self.owner, lambda text: {"owner": text}),
            "days": self._keep(self.days, lambda text: {"days": _read_days(text)}),
        }
        self.name.returnPressed.connect(lambda: asked("below", self.key))
        for keys, what in (("Alt+Up", "up"), ("Alt+Down", "down"), ("Alt+Delete", "remove")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(asked, what, self.key))

    def _make_fields(self) -> None:
        self.number = PlainLabel("", "label", tabular=True)
        self.number.setFixedWidth(20)
        self.name, self.owner, self.days = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(_("What is done"))
        self.owner.setPlaceholderText(pgettext("of a plan", "Who"))
        self.owner.setMinimumWidth(72)
        self.days.setFixedWidth(52)
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days.setFont(theme.font(tabular=True))
        # As wide for one side as for the other, so that what follows lines up.
        widest = max(ChipButton(side_label(side)).sizeHint().width() for side in Side)
        self.side = ChipButton("", checked_tone="accent")
        self.side.setMinimumWidth(widest)
        self.side.clicked.connect(self._change_side)
        self.unit = PlainLabel(pgettext("unit of days", "d"), "small")
        self.dates = PlainLabel("", "small", wrap=True)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()

    def _make_buttons(self, asked: Callable[[str, str], object]) -> None:
        self.up = Button("", "quiet", icon_name="arrow-up", name=_("Move this step up"), small=True)
        self.down = Button("", "quiet", icon_name="arrow-down", name=_("Move this step down"), small=True)
        self.wait = Button("", "quiet", icon_name="link", name=_("What this step waits for"), small=True)
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Remove this step"), small=True)
        for button, what in ((self.up, "up"), (self.down, "down"), (self.remove, "remove")):
            button.clicked.connect(lambda _checked=False, what=what: asked(what, self.key))
        self.wait.clicked.connect(self._open_menu)

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.number)
        head.addWidget(self.name, 1)
        head.addSpacing(6)
        for button in (self.wait, self.up, self.down, self.remove):
            head.addWidget(button)
        below.setSpacing(6)
        below.setContentsMargins(20, 0, 0, 0)
        below.addWidget(self.side)
        below.addWidget(self.owner, 2)
        below.addWidget(self.days)
        below.addWidget(self.unit)
        below.addWidget(self.dates, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.error)

    def show_step(self, steps: Sequence[Step], place: int, dated: PlanStep | None) -> None:
        """Say what is on the disk; what is being typed stays as it is. ``dated``: the same with its dates."""
        step = steps[place]
        self._steps, self._step = steps, step
        self.number.setText(str(place + 1))
        for name, value in (("name", step.name), ("owner", step.owner), ("days", str(step.days))):
            self._saves[name].show(value)
        self._tell_names(place)
        self.side.setText(side_label(step.side))
        self.side.setChecked(step.side is Side.OURS)
        self.side.updateGeometry()
        self.dates.setText(SEPARATOR.join(part for part in (_dates(dated), self._waits(place)) if part))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < len(steps))

    def _tell_names(self, place: int) -> None:
        assert self._step is not None
        words = {"number": place + 1}
        self.name.setAccessibleName(_("Step {number}").format(**words))
        self.owner.setAccessibleName(_("Who does step {number}").format(**words))
        self.days.setAccessibleName(_("Working days of step {number}").format(**words))
        self.side.setAccessibleName(
            _("Side of step {number}: {side}").format(**words, side=side_label(self._step.side))
        )

    def _waits(self, place: int) -> str:
        """What it waits for, when that is not simply the step above."""
        assert self._step is not None
        if self._step.after is None:
            return ""
        numbers = [str(number) for number, each in enumerate(self._steps, 1) if each.key in self._step.after]
        if not numbers:
            return _("from the beginning") if place else ""
        return _("after {numbers}").format(numbers=", ".join(numbers)).replace(" ", NO_BREAK_SPACE)

    def menu(self) -> QMenu:
        """What this step may wait for: the one above, nothing, or any others."""
        assert self._step is not None
        step = self._step
        menu = QMenu(self)
        menu.setAccessibleName(self.wait.accessibleName())
        self._entry(menu, _("The step above"), step.after is None, None)
        self._entry(menu, _("Nothing: it may begin at once"), step.after == (), ())
        menu.addSeparator()
        for number, each in enumerate(self._steps, 1):
            if each.key == step.key:
                continue
            kept = step.after or ()
            ticked = each.key in kept
            wanted = tuple(key for key in kept if key != each.key) if ticked else (*kept, each.key)
            label = _("{number}. {step}").format(
                number=number, step=shortened(each.name, _NAMED) or pgettext("of a plan", "Step")
            )
            self._entry(menu, label, ticked, wanted)
        return menu

    def _entry(self, menu: QMenu, label: str, ticked: bool, wanted: tuple[str, ...] | None) -> None:
        # "&" in a label is a company's name more often than a mnemonic.
        entry = QAction(label.replace("&", "&&"), menu)
        entry.setCheckable(True)
        entry.setChecked(ticked)
        entry.triggered.connect(lambda: self._wait_for(wanted))
        menu.addAction(entry)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.wait.mapToGlobal(self.wait.rect().bottomLeft()))

    def _wait_for(self, wanted: tuple[str, ...] | None) -> None:
        self._change(_("what step “{step}” waits for"), after=wanted)

    def _change_side(self) -> None:
        assert self._step is not None
        other = Side.THEIRS if self._step.side is Side.OURS else Side.OURS
        self._change(_("side of step “{step}”"), side=other)

    def _change(self, text: str, **fields: Any) -> None:
        assert self._step is not None
        before: dict[str, Any] = {}
        self._desk.perform(
            text.format(step=short(self._step.name)),
            lambda: before.update(self._update(**fields)),
            lambda: self._update(**before),
        )

    def _update(self, **fields: Any) -> dict[str, Any]:
        former: dict[str, Any] = self._desk.save(proposal_plan.update_step, self._desk.key, self.key, **fields)
        return former

    def _keep(self, editor: QLineEdit, read: Callable[[str], dict[str, Any]]) -> AutoSave:
        return self._desk.keep(
            editor, lambda text: self._update(**read(text)), report=lambda sentence: self._say(editor, sentence)
        )

    def _say(self, editor: QLineEdit, sentence: str) -> None:
        """What is wrong with what was typed, under the row."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        editor.setAccessibleDescription(sentence)
        editor.setProperty("invalid", bool(sentence))
        editor.style().unpolish(editor)
        editor.style().polish(editor)


def _dates(step: PlanStep | None) -> str:
    """``14 déc. → 18 déc. · critique``."""
    if step is None:
        return ""
    language = current()
    start, end = (language.date(day, "short") for day in (step.starts_on, step.ends_on))
    days = start if step.starts_on == step.ends_on else _("{start} → {end}").format(start=start, end=end)
    return SEPARATOR.join((days.replace(" ", NO_BREAK_SPACE), step_note(step, language)))


def _read_days(text: str) -> int:
    days = read_number(text)
    if days != int(days):
        raise UserError(_("Write a whole number of days, {most} at most.").format(most=MOST_DAYS))
    return int(days)
