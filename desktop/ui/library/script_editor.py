"""A script under the pen: its themes and questions in order, and what the linter says of each."""

from collections.abc import Sequence

from desktop.i18n import _, ngettext
from desktop.models import script_lint
from desktop.models.content_edits import Content, Place, fresh_key, inserted, keys_in, part_at
from desktop.models.script_lint import Remark
from desktop.models.scripts import Script
from desktop.services import library_blanks
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended
from desktop.ui.library.fit_test_part import PLACE as FIT_TEST
from desktop.ui.library.fit_test_part import FitTestPart, has_one, is_own
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.question_editor import QuestionEditor
from desktop.ui.library.whole_part import WholePart
from desktop.ui.widgets.labels import PlainLabel


class ScriptPart(WholePart):
    """The script as a whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = self.fields.line(("name",), _("Name of the script"))
        self.grid = self.fields.choice(("grid",), _("Goes with the grid"))
        kinds = [("b2b", _("Companies (B2B)")), ("b2c", _("Private persons (B2C)"))]
        self.kind = self.fields.choice(("kind",), _("For"), kinds)
        self.summary = PlainLabel("", "muted", wrap=True)
        self.column.addWidget(self.name)
        self.column.addWidget(self.missing)
        self.row(self.grid, self.kind)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.notes)
        self.column.addWidget(self.history)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        grids = self.desk.grids
        self.fields.offer(("grid",), [(each.key, each.name) for each in grids.values()])
        super().show_part(place, notes)
        self.summary.setText(_summary(Script.from_dict(self.desk.content)))


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
    """Themes, questions and the fit test; a question that is moved past the end of its theme goes into the next."""

    def __init__(self, desk: Desk) -> None:
        self.script_part, self.theme_part, self.question_part = ScriptPart(desk), ThemePart(desk), QuestionEditor(desk)
        self.fit_test_part = FitTestPart(desk)
        self._remarks: tuple[Remark, ...] = ()
        super().__init__(
            desk,
            _("Themes and questions"),
            {"question": _("Question"), "theme": _("Theme")},
            (self.script_part, self.theme_part, self.question_part, self.fit_test_part),
        )

    def lines(self) -> list[OutlineRow]:
        content = self.desk.content
        self._remarks = script_lint.lint(Script.from_dict(content), self.desk.grid_of_script())
        wrong = {_line_of(mistake.place) for mistake in self.desk.mistakes}
        # A remark on the whole script has no question.
        said = {remark.question for remark in self._remarks}
        lines = [self._line((), _("The script"), 0, () in wrong, "" in said)]
        for place, section in enumerate(content["sections"]):
            here: Place = ("sections", place)
            lines.append(self._line(here, section["name"], 1, here in wrong, False))
            lines += self._question_lines(section, here, wrong, said)
        if has_one(content):
            own = content["fit_test"] if is_own(content) else None
            lines.append(
                self._line(FIT_TEST, own["name"] if own else _("Common fit test"), 0, FIT_TEST in wrong, False)
            )
            lines += self._question_lines(own, FIT_TEST, wrong, said) if own else []
        return lines

    def _question_lines(self, section: Content, here: Place, wrong: set[Place], said: set[str]) -> list[OutlineRow]:
        lines = []
        for index, question in enumerate(section["questions"]):
            there: Place = (*here, "questions", index)
            lines.append(self._line(there, question["title"], 2, there in wrong, question["key"] in said))
        return lines

    def _line(self, place: Place, text: str, level: int, wrong: bool, noted: bool) -> OutlineRow:
        sign = "wrong" if wrong else "note" if noted else ""
        told = _("to mend before publishing") if wrong else _("advice") if noted else ""
        return OutlineRow(place, text, level, sign, told)

    def part_for(self, place: Place) -> Part:
        if _is_question(place):
            return self.question_part
        if place == FIT_TEST:
            return self.fit_test_part
        return self.theme_part if place else self.script_part

    def notes_for(self, place: Place) -> list[str]:
        if place and not _is_question(place):
            return []
        key = part_at(self.desk.content, place)["key"] if place else ""
        grid = self.desk.grid_of_script()
        return [script_lint.sentence(each, grid) for each in self._remarks if each.question == key]

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        taken = keys_in(content)
        in_theme = self.place[:1] == ("sections",) and isinstance(self.place[1], int)
        if name == "theme":
            after = self.place[1] if in_theme else None
            assert after is None or isinstance(after, int)
            return appended(content, ("sections",), after, library_blanks.theme(fresh_key(name, taken)))
        after = self.place[-1] if _is_question(self.place) else None
        assert after is None or isinstance(after, int)
        if self.place[:1] == FIT_TEST and is_own(content):
            parent: Place = FIT_TEST
        else:
            if not content["sections"]:
                content = inserted(content, ("sections", 0), library_blanks.theme(fresh_key("theme", taken)))
            parent = self.place[:2] if in_theme else ("sections", len(content["sections"]) - 1)
        return appended(content, (*parent, "questions"), after, library_blanks.question(fresh_key(name, taken)))


def _is_question(place: Place) -> bool:
    return len(place) > 2 and place[-2] == "questions"


def _line_of(place: Place) -> Place:
    """The line of the outline that holds a place: a question, else its theme or the fit test, else the script."""
    for end in range(len(place), 0, -1):
        if isinstance(place[end - 1], int):
            return place[:end]
    return FIT_TEST if place[:1] == FIT_TEST else ()


def _summary(script: Script) -> str:
    count = len(script.questions)
    minutes = round(sum(question.seconds for question in script.questions) / 60)
    words = ngettext("{count} question, about {minutes} min", "{count} questions, about {minutes} min", count)
    return words.format(count=count, minutes=minutes)
