"""The fit test of a script: the common one, that every script has, or one written for this script alone."""

from collections.abc import Sequence

from desktop.i18n import _, ngettext
from desktop.models.content_edits import Content, Place, part_at, put, with_own_fit_test
from desktop.models.library import ItemKind
from desktop.services import library, templates
from desktop.services.library import Shelfmark
from desktop.ui.library.desk import Desk
from desktop.ui.library.part import Part
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel

PLACE: Place = ("fit_test",)


class FitTestPart(Part):
    """Its questions are lines of the outline once they are the script's own; the common ones are only read here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = self.fields.line(("name",), _("Name of the fit test"))
        self.about = PlainLabel("", "body", wrap=True)
        self.questions = PlainLabel("", "muted", wrap=True)
        self.own_button = Button(_("Write one for this script"), icon_name="pencil")
        self.own_button.clicked.connect(lambda: self.make_own())
        self.open_button = Button(_("Open the common one"), "quiet")
        self.open_button.clicked.connect(lambda: self.open_common())
        self.common_button = Button(_("Go back to the common one"), icon_name="undo-2")
        self.common_button.clicked.connect(lambda: self.make_common())
        for widget in (self.name, self.about, self.questions, self.notes):
            self.column.addWidget(widget)
        buttons = FlowLayout(spacing=8)
        for button in (self.own_button, self.common_button, self.open_button):
            buttons.addWidget(button)
        self.column.addLayout(buttons)

    @property
    def is_own(self) -> bool:
        """Whether the script at hand carries a fit test."""
        return is_own(self.desk.content)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        own, editable = self.is_own, self.desk.editable
        self.name.setVisible(own)
        self.own_button.setVisible(not own and editable)
        self.open_button.setVisible(not own)
        self.common_button.setVisible(own and editable)
        if own:
            super().show_part(place, notes)
        else:
            self.notes.show_sentences(notes)
        section = part_at(self.desk.content, PLACE) if own else self._common()
        self.about.setText(_about_own(section) if own else _about_common(section, editable))
        self.questions.setText("" if own else "\n".join(each["text"] for each in section["questions"]))
        self.questions.setVisible(bool(self.questions.text()))

    def focus_first(self) -> bool:
        if self.is_own:
            return super().focus_first()
        self.own_button.setFocus()
        return True

    def make_own(self) -> None:
        """Give the script a copy of the common fit test, to be rewritten."""
        self.desk.changing.emit()
        content = with_own_fit_test(self.desk.content, self._common())
        self.desk.change(_("fit test of this script"), content, PLACE, PLACE)
        self.focus_first()

    def make_common(self) -> None:
        """Have the script use the common fit test again."""
        self.desk.changing.emit()
        self.desk.change(_("common fit test"), put(self.desk.content, PLACE, None), PLACE, PLACE)
        self.desk.said.emit(_("This script uses the common fit test again."), self.desk.undo)
        self.focus_first()

    def open_common(self) -> None:
        """Go to the script that is the common fit test."""
        self.desk.changing.emit()
        self.desk.shown.emit(Shelfmark(ItemKind.SCRIPT, templates.FIT_TEST, self.desk.mark.language), ())

    def _common(self) -> Content:
        return self.desk.workspace.ask(library.common_fit_test, self.desk.mark.language)


def is_own(content: Content) -> bool:
    """Whether a script carries a fit test."""
    return content.get("fit_test") is not None


def has_one(content: Content) -> bool:
    """Whether a fit test goes with a script: one that is the common fit test has no shorter way than itself."""
    return bool(content["key"] != templates.FIT_TEST)


def _about_common(section: Content, editable: bool) -> str:
    words = _("This script uses the common fit test, {length}: what is asked when time runs short (Ctrl+Shift+F).")
    words = words.format(length=_length(section))
    offer = _("You may write one for this script alone.")
    return f"{words} {offer}" if editable else words


def _about_own(section: Content) -> str:
    if not section["questions"]:
        return _("No question yet: Ctrl+N adds one.")
    words = _("Asked in place of the common one when time runs short (Ctrl+Shift+F): {length}.")
    return words.format(length=_length(section))


def _length(section: Content) -> str:
    count = len(section["questions"])
    minutes = max(1, round(sum(each["seconds"] for each in section["questions"]) / 60))
    words = ngettext("{count} question, about {minutes} min", "{count} questions, about {minutes} min", count)
    return words.format(count=count, minutes=minutes)
