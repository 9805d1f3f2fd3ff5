"""Two interlocutors who do not see a criterion alike: their answers side by side, never averaged."""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.calls import Entry, Objection, Verbatim
from desktop.services.opinions import SpeakerOpinion, disagreement
from desktop.services.speakers import first_names
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for
from desktop.ui.widgets.scores import score_token

Words = Callable[[str], Mapping[uuid.UUID, str]]
"""For a criterion, the last words of each person about it."""

_HEIGHT = 24
_SIDE = 8.0
_ICON = 13.0
_PIP = 16.0
_GAP = 5.0
_APART = 12.0


def no_words(criterion: str) -> Mapping[uuid.UUID, str]:
    """Nobody said anything about it."""
    return {}


def last_words(entries: Sequence[Entry], criterion: str, people: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """By person, the last thing that each of ``people`` said about ``criterion`` among the ``entries`` of a call."""
    found: dict[uuid.UUID, str] = {}
    for entry in reversed(entries):
        if len(found) == len(people):
            break
        who = entry.contact_id
        if entry.criterion == criterion and who in people and isinstance(entry, Verbatim | Objection):
            assert who is not None
            found.setdefault(who, entry.words)
    return found


class DisagreementRow(QAbstractButton):
    """“Claire 3 · Karim 1 · they disagree”, hidden while they agree. A click asks for the words behind it."""

    words_wanted = Signal(str)
    """The criterion."""

    def __init__(
        self,
        opinions: Sequence[SpeakerOpinion] = (),
        *,
        criterion: str = "",
        name: str = "",
        words: Words = no_words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._name = name
        self._words = words
        self._opinions: tuple[SpeakerOpinion, ...] = ()
        self._told: list[tuple[str, str]] = []
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("small"))
        self.clicked.connect(lambda: self.words_wanted.emit(self._criterion))
        self.hide()
        self.set_opinions(opinions)

    @property
    def told(self) -> list[tuple[str, str]]:
        """What is shown: first names and marks."""
        return self._told

    def set_words(self, words: Words) -> None:
        """Where the words come from; asked only when they are to be read."""
        self._words = words

    def set_opinions(self, opinions: Sequence[SpeakerOpinion]) -> None:
        """Show the opinions of the criterion, when they disagree. Costs nothing when they are the same as before."""
        given = tuple(opinions)
        if given == self._opinions:
            return
        self._opinions = given
        differ = disagreement(self._criterion, given) is not None
        names = first_names({opinion.contact_id: opinion.name for opinion in given})
        self._told = [(names[each.contact_id], _mark(each.level)) for each in given] if differ else []
        self.setVisible(differ)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """What is read aloud, and shown under the pointer."""
        if not self._told:
            return
        said = " · ".join(f"{name} {mark}" for name, mark in self._told)
        heading = _("{name}: {opinions}, they disagree") if self._name else _("{opinions}, they disagree")
        self.setAccessibleName(heading.format(name=self._name, opinions=said))
        words = self._words(self._criterion)
        lines = [
            _("{name}: “{words}”").format(name=name, words=words[opinion.contact_id])
            for (name, _mark_), opinion in zip(self._told, self._opinions, strict=True)
            if opinion.contact_id in words
        ]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip(plain_tip("\n".join(lines) or _("They disagree, and nothing they said is written here yet.")))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tell()
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, theme.metrics().hit(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.metrics().hit(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour("warn_soft"), look.colour("warn") if self.underMouse() else None)
        paint_icon(painter, QRectF(_SIDE, rect.center().y() - _ICON / 2, _ICON, _ICON), "users", "warn")
        left, right = _SIDE + _ICON + _GAP + 1, rect.right() - _SIDE
        measure = QFontMetricsF(self.font())
        wanted = [measure.horizontalAdvance(name) for name, _mark_ in self._told]
        marks = len(self._told) * (_PIP + _GAP + _APART)
        word = _("they disagree")
        room = right - left - marks
        width = QFontMetricsF(theme.font("label")).horizontalAdvance(word)
        if sum(wanted) + width <= room:
            painter.setFont(theme.font("label"))
            painter.setPen(look.colour("warn"))
            painter.drawText(QRectF(right - width - 1, 0, width + 2, rect.height()), _MIDDLE, word)
        most = max(12.0, (room + _APART) / max(1, len(self._told)))
        short = sum(wanted) > room + _APART
        for (name, mark), full in zip(self._told, wanted, strict=True):
            left = self._paint_one(painter, left, name, mark, min(full, most) if short else full)
        if self.hasFocus():
            focus_ring(painter, rect)

    def _paint_one(self, painter: QPainter, left: float, name: str, mark: str, width: float) -> float:
        """One person and their level; returns where the next one begins."""
        look, height = theme.current(), float(self.height())
        painter.setFont(self.font())
        painter.setPen(look.colour("text"))
        shown = QFontMetricsF(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(QRectF(left, 0, width + 1, height), _MIDDLE, shown)
        pip = QRectF(left + width + _GAP, (height - _PIP) / 2, _PIP, _PIP)
        fill_round(painter, pip, look.colour(score_token(mark)), radius=4.0)
        painter.setFont(theme.font("label", tabular=True))
        painter.setPen(look.colour("on_score"))
        painter.drawText(pip, Qt.AlignmentFlag.AlignCenter, mark)
        return pip.right() + _APART


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _mark(level: int | None) -> str:
    return "?" if level is None else str(level)
