"""What the page shows: as a list or as a week, which part of the list, and what is asked of the follow-ups."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.i18n import _, current, pgettext
from desktop.models.followup_kinds import Channel, Objective, channel_label, objective_label
from desktop.services.board import Asked, Part
from desktop.ui.followups import words
from desktop.ui.widgets.chips import ChipButton, SegmentedControl
from desktop.ui.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """``view_chosen`` carries ``list`` or ``week``; ``changed`` that ``part`` or ``asked`` is another one."""

    view_chosen = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.part: Part | None = None
        """``None``: all those with a date, one after the other."""
        self.asked = Asked()
        self.view = SegmentedControl(pgettext("follow-ups", "View"), [("list", _("List")), ("week", _("Week"))], "list")
        self.view.chosen.connect(self.view_chosen)
        self.parts: dict[Part | None, ChipButton] = {}
        self._choices, flow = QWidget(), FlowLayout()
        self._choices.setLayout(flow)
        for part in (None, *Part):
            chip = ChipButton("")
            chip.clicked.connect(lambda _checked=False, part=part: self.choose_part(part))
            self.parts[part] = chip
            flow.addWidget(chip)
        self.channel, self.objective, self.cadence = (ChipButton("", icon_name="chevron-down") for _each in range(3))
        for chip, offer in (
            (self.channel, self._channels),
            (self.objective, self._objectives),
            (self.cadence, self._cadences),
        ):
            chip.clicked.connect(lambda _checked=False, chip=chip, offer=offer: self._open(chip, offer()))
            flow.addWidget(chip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._choices, 1)
        row.addStretch()  # Alone, over a week, the two views would be as wide as it.
        self._say()

    def show_counts(self, counts: Mapping[Part, int], most: int) -> None:
        """How many there are of each part; ``most`` is as far as they were counted, 0 for to the end."""
        for part, chip in self.parts.items():
            if part is None:
                text = pgettext("follow-ups", "All")
            else:
                count = counts.get(part, 0)
                number = current().number(count)
                text = f"{words.part_name(part)} · {f'{number}+' if most and count >= most else number}"
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setChecked(part is self.part)
            wanted = part is None or bool(counts.get(part)) or part is self.part
            chip.setEnabled(wanted)
            chip.setVisible(wanted or part is not Part.PAUSED)
            chip.updateGeometry()

    def set_view(self, view: str) -> None:
        """The parts and the filters are those of the list."""
        self.view.set_value(view)
        self._choices.setVisible(view == "list")

    def choose_part(self, part: Part | None) -> None:
        """Show that part alone; chosen again, all of them."""
        self.part = None if part is self.part else part
        if self.part in (Part.UNPLANNED, Part.PAUSED):
            self.asked = Asked()
        self._say()
        self.changed.emit()

    def ask(self, asked: Asked) -> None:
        """Ask something of the follow-ups with a date."""
        self.asked = asked
        if asked and self.part in (Part.UNPLANNED, Part.PAUSED):
            self.part = None
        self._say()
        self.changed.emit()

    def show_all(self) -> None:
        """Every part, and nothing asked."""
        self.part, self.asked = None, Asked()
        self._say()
        self.changed.emit()

    def give_focus(self) -> None:
        """The first of the choices there are."""
        first = self.view.segment("list") if self.view.value == "week" else self.parts[None]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self) -> None:
        asked = self.asked
        cadence = {None: _("Cadence"), True: _("In a cadence"), False: _("Outside a cadence")}
        for chip, text, active in (
            (self.channel, channel_label(asked.channel) if asked.channel else _("Channel"), asked.channel),
            (self.objective, objective_label(asked.objective) if asked.objective else _("Objective"), asked.objective),
            (self.cadence, cadence[asked.in_cadence], asked.in_cadence is not None),
        ):
            chip.set_words(text, "chevron-down")
            chip.setChecked(bool(active))

    def _channels(self) -> list[tuple[str, Asked]]:
        some = [(channel_label(each), replace(self.asked, channel=each)) for each in Channel]
        return [(_("Any channel"), replace(self.asked, channel=None)), *some]

    def _objectives(self) -> list[tuple[str, Asked]]:
        some = [(objective_label(each), replace(self.asked, objective=each)) for each in Objective]
        return [(_("Any objective"), replace(self.asked, objective=None)), *some]

    def _cadences(self) -> list[tuple[str, Asked]]:
        return [
            (_("In a cadence or not"), replace(self.asked, in_cadence=None)),
            (_("In a cadence"), replace(self.asked, in_cadence=True)),
            (_("Outside a cadence"), replace(self.asked, in_cadence=False)),
        ]

    def _open(self, chip: ChipButton, offered: list[tuple[str, Asked]]) -> None:
        menu = self.menu(offered)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def menu(self, offered: list[tuple[str, Asked]]) -> QMenu:
        """The choices of a chip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, asked in offered:
            act = menu.addAction(text)
            act.setCheckable(True)
            act.setChecked(asked == self.asked)
            act.triggered.connect(self._asks(asked))
        return menu

    def _asks(self, asked: Asked) -> Callable[[], None]:
        return lambda: self.ask(asked)
