"""A cadence under the pen: its steps on their days, and what the linter says of each."""

from collections.abc import Sequence

from desktop.i18n import _, ngettext
from desktop.models import cadence_lint
from desktop.models.cadences import LONGEST, Anchor, Cadence
from desktop.models.content_edits import Content, Place, fresh_key, keys_in, moved, part_at, put
from desktop.models.followup_kinds import Objective, objective_label
from desktop.services import library_blanks, messages
from desktop.ui.library.channel_order import ChannelOrder
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.whole_part import WholePart
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_WEEK = 7
_SOONER = (1, 2, 3, 5, 7, 10, 14, 21, 30)
_WHEN = ("days", "anchor", "hot_days")
"""What stays in its place when two steps are exchanged: the rhythm is that of the cadence."""


class CadencePart(WholePart):
    """The cadence as a whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = self.fields.line(("name",), _("Name of the cadence"))
        self.about = self.fields.text(("about",), _("In one sentence, when to start it"), lines=2)
        self.summary = PlainLabel("", "muted", wrap=True)
        for widget in (self.name, self.missing, self.about, self.summary, self.notes, self.history):
            self.column.addWidget(widget)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        self.summary.setText(_summary(Cadence.from_dict(self.desk.content)))


class StepPart(Part):
    """One step: when, to what end, by which means, and what it gives them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.subject = fields.line(("subject",), _("What this step must obtain"))
        self.objective = fields.choice(
            ("objective",), _("Objective"), [(each.value, objective_label(each)) for each in Objective]
        )
        self.days = fields.number(("days",), _("Days"), 1, LONGEST)
        anchors = [(Anchor.START.value, _("from the start")), (Anchor.EXPIRY.value, _("worked, before expiry"))]
        self.anchor = fields.choice(("anchor",), _("Counted"), anchors)
        self.hot_days = fields.choice(("hot_days",), _("For a hot prospect"))
        self.order = ChannelOrder()
        self.channels = Field(
            _("Channels, in order of preference"),
            self.order,
            _("The first that is possible and was not used last is taken."),
        )
        self.brings = fields.line(("brings",), _("What it brings them"), _("A content, a proof, a figure"))
        self.message = fields.choice(("message",), _("Message"))
        self.order.changed.connect(lambda chosen: fields.put(("channels",), chosen, self.channels.label.text()))
        self.column.addWidget(self.subject)
        self.row(self.objective, self.hot_days)
        self.row(self.days, self.anchor, stretches=(2, 5))
        for widget in (self.channels, self.brings, self.message, self.notes):
            self.column.addWidget(widget)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        step = part_at(self.desk.content, place)
        self._offer(step)
        super().show_part(place, notes)
        self.order.show_channels(step["channels"])
        self.order.setEnabled(self.desk.editable)
        wrong = [each.sentence for each in self.desk.mistakes if each.place == (*place, "channels")]
        self.channels.set_error(wrong[0] if wrong else "")

    def _offer(self, step: Content) -> None:
        sooner = {each for each in _SOONER if each <= step["days"]} | {step["hot_days"]} - {None}
        days: list[tuple[object, str]] = [(None, _("like the others"))]
        if step["anchor"] == Anchor.START:
            words = [(each, ngettext("{count} day", "{count} days", each)) for each in sorted(sooner)]
            days += [(each, text.format(count=each)) for each, text in words]
        self.fields.offer(("hot_days",), days)
        known = self.desk.workspace.ask(messages.templates, self.desk.mark.language)
        options: list[tuple[object, str]] = [("", _("The one that suits where things stand"))]
        options += [(each.key, each.title) for each in known]
        if step["message"] and step["message"] not in {each.key for each in known}:
            options.append((step["message"], _("no longer there: {key}").format(key=step["message"])))
        self.fields.offer(("message",), options)


class CadenceEditor(ItemEditor):
    """Steps in their order. Moving one exchanges what is done, not the days on which something is."""

    outline_width = 264

    def __init__(self, desk: Desk) -> None:
        self.cadence_part, self.step_part = CadencePart(desk), StepPart(desk)
        self._remarks: tuple[cadence_lint.Remark, ...] = ()
        super().__init__(desk, _("Steps"), {"step": _("Step")}, (self.cadence_part, self.step_part))

    def lines(self) -> list[OutlineRow]:
        cadence = Cadence.from_dict(self.desk.content)
        self._remarks = cadence_lint.lint(cadence)
        wrong = {mistake.place[:2] if len(mistake.place) > 2 else () for mistake in self.desk.mistakes}
        noted = {remark.step for remark in self._remarks}
        lines = [_line((), _("The cadence"), 0, () in wrong, None in noted)]
        for place, step in enumerate(self.desk.content["steps"]):
            here: Place = ("steps", place)
            lines.append(_line(here, step_words(step), 2, here in wrong, place in noted))
        return lines

    def part_for(self, place: Place) -> Part:
        return self.step_part if place else self.cadence_part

    def notes_for(self, place: Place) -> list[str]:
        at = place[1] if place else None
        return [cadence_lint.sentence(each) for each in self._remarks if each.step == at]

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        steps = content["steps"]
        after = self.place[1] if self.place and isinstance(self.place[1], int) else None
        before = steps[: len(steps) if after is None else after + 1]
        days = [each["days"] for each in before if each["anchor"] == Anchor.START]
        day = min(max(days) + _WEEK, LONGEST) if days else library_blanks.FIRST_STEP
        return appended(content, ("steps",), after, library_blanks.step(fresh_key(name, keys_in(content)), day))

    def move_line(self, step: int) -> None:
        found = self._act() and moved(self.desk.content, self.place, step)
        if not found:
            return
        content, there = found
        ours, other = part_at(content, there), part_at(content, self.place)
        for field in _WHEN:
            content = put(put(content, (*there, field), other[field]), (*self.place, field), ours[field])
        self.desk.change(_("move “{name}”").format(name=self._name()), content, there, self.place)


def step_words(step: Content) -> str:
    """``J+7 · envoyer un contenu utile``."""
    when = _("D+{days}") if step["anchor"] == Anchor.START else _("D-{days} before expiry")
    subject = step["subject"].strip() or _("untitled")
    return f"{when.format(days=step['days'])} · {subject}"


def _line(place: Place, text: str, level: int, wrong: bool, noted: bool) -> OutlineRow:
    sign = "wrong" if wrong else "note" if noted else ""
    told = _("to mend before publishing") if wrong else _("advice") if noted else ""
    return OutlineRow(place, text, level, sign, told)


def _summary(cadence: Cadence) -> str:
    count = len(cadence.steps)
    days = max((step.days for step in cadence.steps if step.anchor is Anchor.START), default=0)
    steps = ngettext("{count} step", "{count} steps", count).format(count=count)
    words = ngettext("{steps} in {count} day", "{steps} in {count} days", days).format(steps=steps, count=days)
    if cadence.needs_proposal:
        return _("{steps}, then before the proposal expires").format(steps=words)
    return words
