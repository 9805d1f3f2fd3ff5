"""Who decides, who advises, who could say no: the people in their roles, and what to ask where nobody is known."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop.i18n import _, current, pgettext
from desktop.models.statuses import ContactRole, Stance, missing_role, role_label, stance_label
from desktop.services.people import Person
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_SIGNS = {Stance.FOR: ("plus", "ok"), Stance.NEUTRAL: ("minus", "muted"), Stance.AGAINST: ("x", "danger")}
_HOLE = 14


@dataclass(frozen=True)
class Place:
    """One line of the map: a role, who holds it, and what to ask while nobody does."""

    name: str
    people: tuple[Person, ...]
    question: str = ""


def places(people: Sequence[Person], *, household: bool) -> tuple[Place, ...]:
    """The five roles of a company, or who decides in a household; those whose role is unknown come last."""
    deciders = tuple(each for each in people if each.role is ContactRole.DECIDER)
    if household:
        others = tuple(each for each in people if each.role is not ContactRole.DECIDER)
        asked = missing_role(ContactRole.DECIDER)
        found = [Place(pgettext("household", "Decides"), deciders, "" if deciders else asked)]
        return (*found, Place(pgettext("household", "Also there"), others)) if others else tuple(found)
    roles = []
    for role in ContactRole:
        held = tuple(each for each in people if each.role is role)
        roles.append(Place(role_label(role), held, "" if held else missing_role(role)))
    unknown = tuple(each for each in people if each.role is None)
    return (*roles, Place(_("Role?"), unknown)) if unknown else tuple(roles)


class DecisionMap(QWidget):
    """Shows people in their places; ``chosen`` carries the key of the person who was clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.places: tuple[Place, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.buttons: dict[uuid.UUID, PersonButton] = {}

    def show_people(self, people: Sequence[Person], zone: tzinfo, *, household: bool) -> None:
        """Show the map of these people."""
        found = places(people, household=household)
        if (found, current()) == self._shown:
            return
        self._shown, self.places = (found, current()), found
        empty(self._grid)
        self.buttons = {}
        for row, place in enumerate(found):
            name = PlainLabel(place.name, "small" if place.people else "faint")
            name.setContentsMargins(0, 4, 0, 0)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._held(place, zone) if place.people else Hole(place.question), row, 1)

    def _held(self, place: Place, zone: tzinfo) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder)
        for person in place.people:
            button = PersonButton(person, zone)
            button.clicked.connect(lambda _checked=False, key=person.id: self.chosen.emit(key))
            line.addWidget(button)
            self.buttons[person.id] = button
        return holder


class PersonButton(QAbstractButton):
    """A person: their stance as a sign and a word, hollow while they have never been spoken to."""

    def __init__(self, person: Person, zone: tzinfo) -> None:
        super().__init__()
        self._person = person
        self.setText(_words(person))
        self.setFont(theme.font("medium" if person.spoken_at else "body"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        spoken = _("never spoken to")
        if person.spoken_at is not None:
            day = current().date(person.spoken_at.astimezone(zone).date())
            spoken = _("spoken to on {date}").format(date=day)
        about = ", ".join(each for each in (self.text(), person.job_title, spoken) if each)
        self.setAccessibleName(about)
        self.setToolTip(plain_tip(about))

    def sizeHint(self) -> QSize:
        metrics = theme.metrics()
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        sign = 18 if self._person.stance else 0
        return QSize(metrics.hit(round(width + 0.5) + 20 + sign), metrics.chip)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme.metrics().chip)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, rect = theme.current(), painter_for(self), QRectF(self.rect())
        spoken = self._person.spoken_at is not None
        ground = look.colour("hover" if self.underMouse() else "chip") if spoken or self.underMouse() else None
        fill_round(painter, rect, ground, look.colour("control") if not spoken else None, theme.RADIUS)
        left = 10.0
        if self._person.stance is not None:
            icon, token = _SIGNS[self._person.stance]
            paint_icon(painter, QRectF(left, rect.center().y() - 6.5, 13, 13), icon, token)
            left += 18
        painter.setFont(self.font())
        painter.setPen(look.colour("text"))
        room = rect.adjusted(left, 0, -8, 0)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, rect, theme.RADIUS)


class Hole(QWidget):
    """A role that nobody is known to hold: a hollow circle, and what to ask."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.label = PlainLabel(question, "faint", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(_HOLE + 8, 4, 0, 0)
        grid.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        pen = QPen(theme.current().colour("control"), 1.4)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(1, 6, _HOLE - 2, _HOLE - 2))


def _words(person: Person) -> str:
    parts = [person.name, person.relation, stance_label(person.stance).lower() if person.stance else ""]
    return " · ".join(part for part in parts if part)
