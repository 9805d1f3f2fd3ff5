"""What a rep does to a follow-up, wherever it is shown: done, moved, dropped, planned; each can be undone by name."""

import uuid
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.followups import FollowUpState
from desktop.services import followups
from desktop.services.followups import NextStep
from desktop.ui import theme
from desktop.ui.actions import Action
from desktop.ui.undo import Step, perform, redo, undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.next_step import DuePicker, NextStepForm
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.workspace import Workspace

Toast = Callable[[str, object], object]
MANY_MOVES = 3
_SIDE, _EDGE, _GAP = 16, 14, 8
"""Margins of a popover, and what it leaves free at the edges of the window, in pixels."""


class FollowUpActs:
    """The commands of one page on its ``stack``; ``toast(sentence, undo)`` tells the rep. ``who`` names the act.

    Each raises ``UserError`` when the service refuses; nothing has changed then.
    """

    def __init__(self, workspace: Workspace, stack: QUndoStack, toast: Toast) -> None:
        self._workspace = workspace
        self._stack = stack
        self._toast = toast

    def done(self, follow_up_id: uuid.UUID, who: str) -> None:
        """It was done; the prospect may now lack a next step."""
        self._set_state(follow_up_id, FollowUpState.DONE, _("Done: {who}").format(who=who))

    def drop(self, follow_up_id: uuid.UUID, who: str) -> None:
        """It will not be done."""
        self._set_state(follow_up_id, FollowUpState.DROPPED, _("Follow-up dropped: {who}").format(who=who))

    def move(self, follow_up_id: uuid.UUID, before: datetime, due_local: datetime, who: str) -> None:
        """To another date."""
        workspace = self._workspace
        self.act(
            _("Follow-up moved: {who}").format(who=who),
            lambda: workspace.do(followups.move, follow_up_id, due_local, now=workspace.clock.now()),
            lambda: workspace.do(followups.undo_move, follow_up_id, before),
        )

    def amend(self, follow_up_id: uuid.UUID, before: NextStep, step: NextStep, who: str) -> None:
        """Another date, channel, objective or subject."""
        workspace = self._workspace
        self.act(
            _("Next step changed: {who}").format(who=who),
            lambda: workspace.do(followups.amend, follow_up_id, step, now=workspace.clock.now()),
            lambda: workspace.do(followups.restore, follow_up_id, before),
        )

    def plan(self, prospect_id: uuid.UUID, step: NextStep, who: str) -> None:
        """A new next step. Undone, it is dropped; done again, it is the same one, opened again."""
        workspace = self._workspace
        planned: list[uuid.UUID] = []

        def do() -> None:
            now = workspace.clock.now()
            if planned:
                workspace.do(followups.set_state, planned[0], FollowUpState.OPEN, now=now)
            else:
                planned.append(workspace.do(followups.plan, prospect_id, step, now=now))

        def take_back() -> None:
            workspace.do(followups.set_state, planned[0], FollowUpState.DROPPED, now=workspace.clock.now())

        self.act(_("Next step planned: {who}").format(who=who), do, take_back)

    def act(self, text: str, do: Step, take_back: Step) -> None:
        """Any other act of the page, done on the same stack and told in the same way."""
        perform(self._stack, text, do, take_back)
        place = self._stack.index()

        def back() -> None:
            # Undone from its toast after other acts, it is taken back alone: they are not.
            if self._stack.index() == place:
                undo(self._stack)
            else:
                take_back()

        self._toast(text, back)

    def _set_state(self, follow_up_id: uuid.UUID, state: FollowUpState, text: str) -> None:
        workspace = self._workspace
        self.act(
            text,
            lambda: workspace.do(followups.set_state, follow_up_id, state, now=workspace.clock.now()),
            lambda: workspace.do(followups.set_state, follow_up_id, FollowUpState.OPEN, now=workspace.clock.now()),
        )


class Popover(QWidget):
    """A small sheet over the page, closed by Esc or by a click beside it.

    A child of the window rather than a window of its own: it takes the keyboard without grabbing it.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self._inner = inner = QWidget()
        inner.setProperty("clear", True)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._foot = QHBoxLayout()
        sheet = QVBoxLayout(self)
        sheet.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        sheet.setSpacing(10)
        sheet.addWidget(self._area, 1)
        sheet.addLayout(self._foot)
        self.heading = PlainLabel("", "heading", wrap=True)
        self.column.addWidget(self.heading)
        inner.installEventFilter(self)

    def show_at(self, anchor: QWidget, width: int) -> None:
        """Right-aligned under ``anchor``, or wherever the window has room for it."""
        window = anchor.window()
        self._before = QApplication.focusWidget()
        self.setParent(window)
        self.setFixedWidth(width)
        corner = anchor.mapTo(window, QPoint(anchor.width() - width, anchor.height() + 4))
        self.move(max(_GAP, min(corner.x(), window.width() - width - _GAP)), corner.y())
        self._fit()
        self.show()
        self.raise_()
        self._application().installEventFilter(self)

    def _fit(self) -> None:
        """As high as what it holds, and no higher than the window: the rest scrolls, above the buttons."""
        foot = self._foot.sizeHint().height()
        wanted = self.column.heightForWidth(self.width() - 2 * _SIDE) + 2 * _EDGE + (foot + 10 if foot else 0)
        room = self.window().height() - 2 * _GAP
        self.resize(self.width(), min(wanted, room))
        self.move(self.x(), max(_GAP, min(self.y(), room + _GAP - self.height())))

    def hideEvent(self, event: QHideEvent) -> None:
        self._application().removeEventFilter(self)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open, a click elsewhere in the window closes it; a sentence more makes it higher."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if watched.window() is self.window() and not inside:
                self.close()
        return False

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None, "there is a widget, so there is an application"
        return application

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside while it is open: what is under it must not be changed unseen."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return super().focusNextPrevChild(forward)
        each = focused
        while (near := each.nextInFocusChain() if forward else each.previousInFocusChain()) not in (None, focused):
            each = near
            stops = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isEnabled()
            if stops and self.isAncestorOf(each) and each.isVisible():
                each.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Kept here: handed on to the window, a click between two fields would be a click beside the popover."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def buttons(self, text: str, run: Callable[[], None]) -> Button:
        """The row at the foot: a way out, and what the popover is for."""
        self._foot.addStretch(1)
        cancel, go = Button(_("Cancel"), "quiet"), Button(text, "primary")
        cancel.clicked.connect(self.close)
        go.clicked.connect(run)
        self._foot.addWidget(cancel)
        self._foot.addWidget(go)
        return go

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        fill_round(painter, QRectF(self.rect()), look.colour("surface"), look.colour("control"), theme.RADIUS)


class MovePopover(Popover):
    """Another date for a follow-up: one click on a chip, or a date and Enter."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Move to another date"), parent)
        self._clock = clock
        self._chosen: Callable[[datetime], object] | None = None
        self.picker = DuePicker(clock)
        self.column.addWidget(self.picker)
        self._moved = PlainLabel("", "warn", wrap=True)
        self.column.addWidget(self._moved)
        self.go = self.buttons(_("Move"), self._accept)
        self.picker.accepted.connect(self._accept)
        self.picker.chips.chosen.connect(lambda _key: self._accept())

    def open_for(
        self, anchor: QWidget, who: str, due_local: datetime, moves: int, chosen: Callable[[datetime], object]
    ) -> None:
        """Ask for a date under ``anchor``; ``chosen`` may raise ``UserError``, shown under the date."""
        self._chosen = chosen
        self.heading.setText(_("Move: {who}").format(who=who))
        self.picker.start_afresh()
        proposed = self.picker.value()
        self.picker.set_value(datetime.combine(proposed.date(), due_local.time()))
        self._moved.setText(_("Already moved {count} times: is it still worth doing?").format(count=moves))
        self._moved.setVisible(moves >= MANY_MOVES)
        self.show_at(anchor, 340)
        self.picker.chips.chip("tomorrow").setFocus(Qt.FocusReason.TabFocusReason)

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(self.picker.value())
        except UserError as error:
            self.picker.set_error(str(error))
        else:
            self.close()


class NextStepPopover(Popover):
    """The whole form of a next step, to plan one or to change one."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Next step"), parent)
        self._chosen: Callable[[NextStep], object] | None = None
        self.form = NextStepForm(clock)
        self.column.addWidget(self.form)
        self.go = self.buttons(_("Plan"), self._accept)
        self.form.submitted.connect(self._accept)

    def open_for(self, anchor: QWidget, who: str, step: NextStep | None, chosen: Callable[[NextStep], object]) -> None:
        """Ask for a step under ``anchor``, beginning from ``step``; ``chosen`` may raise ``UserError``."""
        self._chosen = chosen
        self.heading.setText(_("Next step: {who}").format(who=who))
        self.form.start_afresh()
        if step is not None:
            self.form.set_value(step)
        self.go.set_text(_("Plan") if step is None else _("Change"))
        self.show_at(anchor, 420)
        self.form.focus_first()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(self.form.value())
        except UserError as error:
            self.form.set_error(str(error))
        else:
            self.close()


def undo_actions(scope: str, stack: QUndoStack) -> list[Action]:
    """Ctrl+Z and Ctrl+Shift+Z on the acts of a page, under their names."""
    return [
        Action(
            f"{scope}.undo",
            lambda: _("Undo: {what}").format(what=stack.undoText()),
            lambda: undo(stack),
            ("Ctrl+Z",),
            scope,
            "undo-2",
            stack.canUndo,
            group="edit",
        ),
        Action(
            f"{scope}.redo",
            lambda: _("Redo: {what}").format(what=stack.redoText()),
            lambda: redo(stack),
            ("Ctrl+Shift+Z",),
            scope,
            "redo-2",
            stack.canRedo,
            group="edit",
        ),
    ]
