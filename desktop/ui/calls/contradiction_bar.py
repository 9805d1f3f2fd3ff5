"""One line when words and scores do not go together, with the polite question that would settle it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.contradictions import Contradiction, Heard, ScoreCondition
from desktop.models.grids import TOP_LEVEL
from desktop.models.matrix import heat_label
from desktop.ui import theme
from desktop.ui.actions import Action
from desktop.ui.calls.contradiction_acts import ContradictionActs
from desktop.ui.calls.keys import SCOPE
from desktop.ui.calls.wording import inside, spoken
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for

_MOST_WORDS = 90


class ContradictionBar(QWidget):
    """Shows one contradiction at a time and never takes the focus; hidden when there is none."""

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.contradiction")
        self.setAccessibleName(_("Contradiction"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 3, 0, 0)
        sign.addWidget(Sign("triangle-alert", "warn", 16))
        sign.addStretch(1)
        row.addLayout(sign)
        self.fact = PlainLabel("", "body", wrap=True)
        self.ask = PlainLabel("", "strong", wrap=True)
        self.why = PlainLabel("", "small", wrap=True)
        self.why.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self.fact, self.ask, self.why):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(label)
        row.addLayout(column, 1)
        self.count = PlainLabel("", "small", tabular=True)
        self.why_button = Button(_("Why"), "quiet")
        self.seen_button = Button(_("Seen"), "secondary")
        for widget in (self.count, self.why_button, self.seen_button):
            row.addWidget(widget, 0, top)
        self._level_count()
        for button in (self.why_button, self.seen_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.seen_button.clicked.connect(lambda: self.seen.emit())
        self.why_button.clicked.connect(lambda: self.toggle_why())
        self.hide()

    def show_call(self, acts: ContradictionActs) -> None:
        """Show the first contradiction that the rep has not seen."""
        current = acts.current
        if current is None:
            self.why.hide()
            self.hide()
            return
        fact, ask, why = (
            _fact(current, acts),
            _("Ask: “{question}”").format(question=current.rule.ask),
            _why(current, acts),
        )
        if fact != self.fact.text():
            self.why.hide()
        self.fact.setText(fact)
        self.ask.setText(ask)
        self.why.setText(why)
        more = len(acts.found)
        self.count.setText(_("1 of {count}").format(count=more) if more > 1 else "")
        self.count.setVisible(more > 1)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._level_count()

    def _level_count(self) -> None:
        """As high as the buttons beside it."""
        self.count.setFixedHeight(theme.metrics().control)

    def toggle_why(self) -> None:
        """Show or hide the rule that holds, and what makes it hold."""
        self.why.setVisible(self.why.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        fill_round(painter_for(self), QRectF(self.rect()), look.colour("warn_soft"), radius=theme.RADIUS)


def contradiction_actions(
    acts: Callable[[], ContradictionActs | None], able: Callable[[], bool], bar: ContradictionBar
) -> list[Action]:
    """For the palette: what the two buttons of the bar do."""

    def shown() -> bool:
        there = acts()
        return able() and there is not None and there.current is not None

    def seen() -> None:
        there = acts()
        if there is not None:
            there.seen()

    return [
        Action(
            "call.contradiction_seen",
            _("Contradiction: seen"),
            seen,
            ("Ctrl+Shift+V",),
            SCOPE,
            "check",
            shown,
            group="edit",
        ),
        Action(
            "call.contradiction_why",
            _("Contradiction: which rule, and why"),
            bar.toggle_why,
            ("Ctrl+Shift+W",),
            SCOPE,
            "circle-help",
            shown,
            group="edit",
        ),
    ]


def _fact(found: Contradiction, acts: ContradictionActs) -> str:
    """``Claire a dit « pas avant l’an prochain » ; Échéance du projet : 3 sur 3``, as one sentence."""
    said = _told([_quote(each, acts) for each in found.heard])
    scored = _told([*_levels(found, acts), *_heat(found)])
    if said and scored:
        return _("{said}, but {scored}.").format(said=said, scored=scored)
    return _("{sentence}.").format(sentence=said or scored[:1].upper() + scored[1:])


def _quote(heard: Heard, acts: ContradictionActs) -> str:
    words = heard.words.strip().rstrip(".")
    if len(words) > _MOST_WORDS:
        words = f"{words[: _MOST_WORDS - 1].rstrip()}…"
    who = acts.speaker(heard.said.speaker)
    if not who:
        return _("they said “{words}”").format(words=words)
    return _("{person} said “{words}”").format(person=who, words=words)


def _levels(found: Contradiction, acts: ContradictionActs) -> list[str]:
    sentence = _("“{criterion}” is scored {level}")
    return [sentence.format(criterion=acts.criterion(key), level=level) for key, level in found.levels]


def _heat(found: Contradiction) -> list[str]:
    return [_("the heat is {heat}").format(heat=inside(heat_label(found.heat)))] if found.heat else []


def _told(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def _why(found: Contradiction, acts: ContradictionActs) -> str:
    """The rule in full: its name, and each of its conditions with what meets it."""
    scored = zip(found.rule.scores, found.levels, strict=True)
    conditions = [_condition(condition, acts.criterion(key), level) for condition, (key, level) in scored]
    conditions += _heat(found)
    conditions += [_("heard: “{words}”").format(words=spoken(each.said.text)) for each in found.heard]
    return _("Rule “{rule}”: {conditions}.").format(rule=found.rule.name, conditions=" · ".join(conditions))


def _condition(condition: ScoreCondition, criterion: str, level: int) -> str:
    """What a condition asks of its score, and what the score is."""
    if condition.at_least == TOP_LEVEL or condition.at_most == 0:
        return _("{criterion} scored {level}").format(criterion=criterion, level=level)
    if condition.at_most == TOP_LEVEL:
        words = _("{criterion} scored at least {least} (here {level})")
        return words.format(criterion=criterion, least=condition.at_least, level=level)
    words = _("{criterion} scored at most {most} (here {level})")
    return words.format(criterion=criterion, most=condition.at_most, level=level)
