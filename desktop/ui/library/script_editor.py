"""A script under the pen: its themes and questions in order, and what the linter says of each."""

from collections.abc import Sequence

from desktop.i18n import _, ngettext
from desktop.models import script_lint
from desktop.models.content_edits import Content, Place, fresh_key, inserted, keys_in, part_at
from desktop.models.script_lint import Remark
from desktop.models.scripts import Question, Script
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended
from desktop.ui.library.history_card import HistoryCard
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.question_editor import QuestionEditor
from desktop.ui.widgets.labels import PlainLabel


class ScriptPart(Part):
    """The script as a whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = self.fields.line(("name",), _("Name of the script"))
        self.grid = self.fields.choice(("grid",), _("Goes with the grid"))
        kinds = [("b2b", _("Companies (B2B)")), ("b2c", _("Private persons (B2C)"))]
        self.kind = self.fields.choice(("kind",), _("For"), kinds)
        self.summary = PlainLabel("", "muted", wrap=True)
        self.history = HistoryCard(desk)
        self.column.addWidget(self.name)
        self.row(self.grid, self.kind)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.notes)
        self.column.addWidget(self.history)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        grids = self.desk.grids
        self.fields.offer(("grid",), [(each.key, each.name) for each in grids.values()])
        super().show_part(place, notes)
        self.summary.setText(_summary(Script.from_dict(self.desk.content)))
        self.history.show_history()


class ThemePart(Part):
    """A theme of the call: its name, and the questions that it holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = self.fields.line(("name",), _("Name of the theme"))
        self.empty = PlainLabel(_("No question yet: Ctrl+N adds one."), "muted", wrap=True)
        self.column.addWidget(self.name)
        self.column.addWidget(self.empty)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        self.empty.setVisible(not part_at(self.desk.content, place)["questions"])


class ScriptEditor(ItemEditor):
    """Themes and questions; a question that is moved past the end of its theme goes into the next."""

    def __init__(self, desk: Desk) -> None:
        self.script_part, self.theme_part, self.question_part = ScriptPart(desk), ThemePart(desk), QuestionEditor(desk)
        self._remarks: tuple[Remark, ...] = ()
        super().__init__(
            desk,
            _("Themes and questions"),
            {"question": _("Question"), "theme": _("Theme")},
            (self.script_part, self.theme_part, self.question_part),
        )

    def lines(self) -> list[OutlineRow]:
        content = self.desk.content
        self._remarks = script_lint.lint(Script.from_dict(content), self.desk.grid_of_script())
        wrong = {mistake.place[: 4 if len(mistake.place) > 3 else 2] for mistake in self.desk.mistakes}
        # A remark on the whole script has no question.
        said = {remark.question for remark in self._remarks}
        lines = [self._line((), _("The script"), 0, () in wrong or any(len(each) == 1 for each in wrong), "" in said)]
        for place, section in enumerate(content["sections"]):
            here: Place = ("sections", place)
            lines.append(self._line(here, section["name"], 1, here in wrong, False))
            for index, question in enumerate(section["questions"]):
                there: Place = (*here, "questions", index)
                lines.append(self._line(there, question["title"], 2, there in wrong, question["key"] in said))
        return lines

    def _line(self, place: Place, text: str, level: int, wrong: bool, noted: bool) -> OutlineRow:
        sign = "wrong" if wrong else "note" if noted else ""
        told = _("to mend before publishing") if wrong else _("advice") if noted else ""
        return OutlineRow(place, text, level, sign, told)

    def part_for(self, place: Place) -> Part:
        if len(place) == 4:
            return self.question_part
        return self.theme_part if place else self.script_part

    def notes_for(self, place: Place) -> list[str]:
        if place and len(place) != 4:
            return []
        key = part_at(self.desk.content, place)["key"] if place else ""
        grid = self.desk.grid_of_script()
        return [script_lint.sentence(each, grid) for each in self._remarks if each.question == key]

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        taken = keys_in(content)
        if name == "theme":
            after = self.place[1] if self.place and isinstance(self.place[1], int) else None
            row = {"key": fresh_key(name, taken), "name": "", "questions": []}
            return appended(content, ("sections",), after, row)
        question = _blank(fresh_key(name, taken))
        if not content["sections"]:
            content = inserted(
                content, ("sections", 0), {"key": fresh_key("theme", taken), "name": "", "questions": []}
            )
        theme = self.place[1] if self.place else len(content["sections"]) - 1
        after = self.place[3] if len(self.place) == 4 and isinstance(self.place[3], int) else None
        return appended(content, ("sections", theme, "questions"), after, question)


def _blank(key: str) -> dict[str, object]:
    usual = Question(key, "", "", "")
    return {
        "key": key,
        "title": "",
        "text": "",
        "why": "",
        "probes": [],
        "criterion": None,
        "need_kind": None,
        "weight": usual.weight,
        "seconds": usual.seconds,
    }


def _summary(script: Script) -> str:
    count = len(script.questions)
    minutes = round(sum(question.seconds for question in script.questions) / 60)
    words = ngettext("{count} question, about {minutes} min", "{count} questions, about {minutes} min", count)
    return words.format(count=count, minutes=minutes)
