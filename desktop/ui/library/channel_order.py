"""Channels in order of preference: each chip says its rank; one press more takes it out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.followup_kinds import Channel, channel_label
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout


class ChannelOrder(QWidget):
    """``changed`` carries the values of the channels chosen, the preferred one first."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self.chips: dict[str, ChipButton] = {}
        row = FlowLayout(self)
        for channel in Channel:
            chip = ChipButton(channel_label(channel), parent=self)
            chip.clicked.connect(lambda _checked=False, value=channel.value: self._press(value))
            row.addWidget(chip)
            self.chips[channel.value] = chip
        self.show_channels(())

    @property
    def value(self) -> list[str]:
        """What is shown as chosen."""
        return list(self._chosen)

    def show_channels(self, chosen: Sequence[str]) -> None:
        """Show an order."""
        self._chosen = list(chosen)
        for value, chip in self.chips.items():
            words = channel_label(Channel(value))
            rank = self._chosen.index(value) + 1 if value in self._chosen else 0
            chip.setText(f"{rank} · {words}" if rank else words)
            chip.setAccessibleName(_("{channel}, choice {rank}").format(channel=words, rank=rank) if rank else words)
            chip.setChecked(bool(rank))
            chip.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        chips = list(self.chips.values())
        focused = [place for place, chip in enumerate(chips) if chip.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        chips[(focused[0] + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, value: str) -> None:
        chosen = [each for each in self._chosen if each != value]
        if value not in self._chosen:
            chosen.append(value)
        self.changed.emit(chosen)
