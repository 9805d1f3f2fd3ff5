"""What the rep does with the capture line: write down, change, tag, fix the next step, and allow into documents."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.calls import Entry, Verbatim
from desktop.models.followup_kinds import Channel, channel_label
from desktop.models.working_days import PLAIN
from desktop.services import absences, calls, capture, entry_lines, followups, live_call, row_changes
from desktop.services.capture import Line
from desktop.services.followups import NextStep
from desktop.ui.calls.wording import short
from desktop.ui.undo import Step
from desktop.ui.widgets.due_picker import remark_on

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall

V = TypeVar("V")


class LineActs:
    """Each act is on the disk before its signal is sent."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call

    def add(self, raw: str) -> bool:
        """Understand and save what was typed. False when it was refused: the words must stay in their line."""
        line = self._read(raw)
        if line is None:
            return False
        if line.heat is not None:
            return self._call.scoring.set_heat(line.heat)
        if line.step is not None:
            return self._fix(line.step)
        if line.kind == "tags":
            return self._tag(line)
        return self._add_entry(line)

    def last_typed(self) -> tuple[uuid.UUID, str] | None:
        """The last entry, as it would be typed to change it; ``None`` while there is none."""
        last = self._call.entries[-1] if self._call.entries else None
        return (last.id, capture.as_typed(last)) if last else None

    def change(self, entry_id: uuid.UUID, raw: str) -> bool:
        """Save what was typed over an entry taken back into the line. False when it was refused.

        Other words for a verbatim are a correction beside what was typed; another sign changes the kind.
        """
        call = self._call
        entry = call.entry(entry_id)
        line = self._read(raw)
        if line is None:
            return False
        if entry is None:
            return self._refuse(_("This entry was taken back. Press Esc, then type the words anew."))
        if not line.is_entry:
            return self._refuse(_("An entry begins with -, ! or ?, or with their words. Esc leaves it as it was."))
        if raw.strip() == capture.as_typed(entry).strip():
            return True
        if isinstance(entry, Verbatim) and line.kind == entry.kind:
            return self._correct(entry, line.text)
        return self._replace(entry, line)

    def toggle_citable(self, entry: Entry | None = None) -> bool:
        """Allow a verbatim into documents, or take that back; by default the last one."""
        call = self._call
        chosen = entry or call.last_verbatim()
        if chosen is None:
            return self._refuse(_("There is no verbatim to quote yet: type the prospect’s words first."))
        now = call.entry(chosen.id)
        assert now is not None
        text = _("not quotable: {words}") if now.citable else _("quotable: {words}")
        return self._set(
            text.format(words=short(now.words)),
            lambda citable: call.write(live_call.set_citable, now.id, citable),
            not now.citable,
            now.citable,
        )

    def _read(self, raw: str) -> Line | None:
        try:
            dated = raw.lstrip().startswith("@")
            worked = self._call.ask(absences.calendar) if dated else PLAIN
            return capture.read_line(raw, self._call.now(), worked)
        except UserError as error:
            self._call.refused.emit(str(error))
            return None

    def _refuse(self, sentence: str) -> bool:
        self._call.refused.emit(sentence)
        return False

    def _add_entry(self, line: Line) -> bool:
        call = self._call
        added: list[uuid.UUID] = []
        at, seconds, question = call.now(), call.elapsed, call.question.key

        def add() -> None:
            if added:
                call.bring_back_entry(*call.write(live_call.restore_entry, added[0], call.sheet))
                return
            entry, call.sheet = call.write(
                live_call.add_entry,
                call.call_id,
                line.kind,
                line.text,
                call.sheet,
                at=at,
                question=question,
                offset_seconds=seconds,
            )
            added.append(entry.id)
            call.entries = [*call.entries, entry]
            call.entry_added.emit(entry)
            call.scored.emit()

        def take_back() -> None:
            call.drop_entry(added[0], call.write(live_call.take_back, added[0], call.sheet, at=call.now()))

        return call.act(_("words: {words}").format(words=short(line.text)), add, take_back)

    def _correct(self, entry: Verbatim, words: str) -> bool:
        def correct(to: str) -> Entry:
            return self._call.write(entry_lines.correct, entry.id, to)

        return self._set(_("correction: {words}").format(words=short(words)), correct, words, entry.words)

    def _replace(self, former: Entry, line: Line) -> bool:
        call = self._call
        made: list[uuid.UUID] = []

        def replace() -> None:
            if made:
                show(former.id, call.write(entry_lines.swap, former.id, made[0], at=call.now()))
                return
            fresh = call.write(entry_lines.replace, former.id, line.kind, line.text, at=call.now())
            made.append(fresh.id)
            show(former.id, fresh)

        def put_back() -> None:
            show(made[0], call.write(entry_lines.swap, made[0], former.id, at=call.now()))

        def show(gone: uuid.UUID, back: Entry) -> None:
            kept = [each for each in call.entries if each.id not in (gone, back.id)]
            call.entries = sorted([*kept, back], key=lambda each: each.sequence)
            call.entries_changed.emit()
            call.show_sheet()

        return call.act(_("words changed: {words}").format(words=short(line.text)), replace, put_back)

    def _tag(self, line: Line) -> bool:
        call = self._call
        if not call.entries:
            return self._refuse(_("There is nothing to tag yet: a tag goes on the last entry."))
        last = call.entries[-1]
        before, after = list(last.tags), entry_lines.tagged(last.tags, line.tags, line.untags)
        if after == before:
            missing = _("The last entry has no tag “{tag}”.")
            return self._refuse(missing.format(tag=", ".join(line.untags))) if line.untags else True
        named = _("tag {tags}") if line.tags else _("tag {tags} taken off")
        return self._set(
            named.format(tags=short(", ".join(line.tags or line.untags))),
            lambda tags: call.write(entry_lines.set_tags, last.id, tags),
            after,
            before,
        )

    def _fix(self, said: capture.Step) -> bool:
        call = self._call
        proposed = calls.proposed_step(call.sheet, today=call.today(), zone=call.zone)
        contact = call.outline.contact
        step = NextStep(
            due_local=said.due_local,
            zone=call.zone,
            channel=said.channel or Channel.PHONE,
            objective=said.objective or proposed.objective,
            subject=said.subject,
            contact_id=contact.id if contact else None,
        )
        done: list[row_changes.Changes] = []

        def fix() -> None:
            if done:
                call.write(followups.redo, done[0])
            else:
                done.append(call.write(row_changes.recorded, followups.fix, call.call_id, step, now=call.now())[1])
            call.told.emit(self._told(step))

        return call.act(
            _("next step {when}").format(when=self._when(step)), fix, lambda: call.write(followups.undo, done[0])
        )

    def _told(self, step: NextStep) -> str:
        said = [
            _("Next step: {when}").format(when=self._when(step)),
            channel_label(step.channel),
            step.subject,
            remark_on(step.due_local.date(), self._call.ask(absences.calendar)),
        ]
        return " · ".join(part for part in said if part)

    def _when(self, step: NextStep) -> str:
        language, day = current(), step.due_local.date()
        form = "weekday" if day.year == self._call.today().year else "full"
        return _("{date} at {time}").format(date=language.date(day, form), time=language.time(step.due_local))

    def _set(self, text: str, command: Callable[[V], Entry], after: V, before: V) -> bool:
        """One act that gives something of an entry another value."""

        def to(value: V) -> Step:
            return lambda: self._call.replace_entry(command(value))

        return self._call.act(text, to(after), to(before))
