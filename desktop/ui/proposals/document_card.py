"""The card "Document": what page 1 says, its dates, its language, and what became of the proposal."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.i18n import _, current
from desktop.services import proposal_language, proposals
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_language import Told
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.autosave import AutoSave, flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.numbers import read_date, written_date
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import PlainLabel


class DocumentCard(Card):
    """Every field saves itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Document"), spacing=12)
        self._desk = desk
        self._texts: dict[str, AutoSave] = {}
        self._lists: dict[str, AutoSave] = {}
        self._dates: dict[str, tuple[QLineEdit, AutoSave, Field]] = {}
        self._leads: list[uuid.UUID | None] = [None]
        self._add_words()
        self._add_dates()
        self._add_choices()

    def _add_words(self) -> None:
        self.title_edit = self._text("title", _("Title"))
        self.lead = QComboBox()
        self.lead.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lead.setMinimumContentsLength(10)
        self.lead.view().setAccessibleName(_("Words that open page 1"))
        self.lead.activated.connect(self._choose_lead)
        self.body.addWidget(Field(_("Words that open page 1"), self.lead))
        self.objective = self._text("objective", _("Their goal"))
        self.cost_today = self._text("cost_today", _("What it costs today"))
        self.recommendation = self._text("recommendation", _("Our recommendation"))
        self.gains = self._list("gains", _("What they gain, one thing a line"))
        self.to_confirm = self._list("to_confirm", _("What remains to be confirmed, one question a line"))
        self.next_step = self._text("next_step", _("The next step"))

    def _add_dates(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.valid_until = self._date("valid_until", _("Valid until"), row)
        self.start_on = self._date("start_on", _("In service on"), row)
        self.sign_before = self._date("sign_before", _("Sign before"), row)
        self.body.addLayout(row)
        self.apart = PlainLabel("", "warn", wrap=True)
        self.body.addWidget(self.apart)
        self.apart.hide()

    def _add_choices(self) -> None:
        self.language = SegmentedControl(_("Language of the document"), [("fr", "Français"), ("en", "English")])
        self.language.chosen.connect(self._choose_language)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(PlainLabel(_("Language of the document"), "label"))
        row = QHBoxLayout()
        row.addWidget(self.language)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addLayout(column)

    def _text(self, name: str, caption: str) -> GrowingEdit:
        editor = GrowingEdit()
        self.body.addWidget(Field(caption, editor))
        self._texts[name] = self._desk.keep_text(editor, name)
        return editor

    def _list(self, name: str, caption: str) -> GrowingEdit:
        editor = GrowingEdit(lines=2)
        self.body.addWidget(Field(caption, editor))

        def save(text: str) -> None:
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            self._desk.save(proposals.update_proposal, self._desk.key, **{name: lines})

        self._lists[name] = self._desk.keep(editor, save, shown_as=name)
        return editor

    def _date(self, name: str, caption: str, row: QHBoxLayout) -> QLineEdit:
        editor = QLineEdit()
        editor.setPlaceholderText(_("dd/mm/yyyy"))
        field = Field(caption, editor)
        row.addWidget(field, 1)
        self._dates[name] = (editor, self._desk.keep(editor, self._date_saver(name), field), field)
        return editor

    def _date_saver(self, name: str) -> Callable[[str], None]:
        def save(text: str) -> None:
            day = read_date(text, self._desk.workspace.clock.today())
            if day is None and name == "valid_until":
                read_date("?", self._desk.workspace.clock.today())
            self._desk.save(proposals.update_proposal, self._desk.key, **{name: day})

        return save

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk; what is being typed stays as it is."""
        proposal = sheet.proposal
        for name, save in self._texts.items():
            save.show(getattr(proposal, name))
        for name, save in self._lists.items():
            editor = save.parent()
            if isinstance(editor, GrowingEdit) and not editor.hasFocus():
                save.show("\n".join(getattr(proposal, name)))
        for name, (editor_line, save, _field) in self._dates.items():
            if not editor_line.hasFocus():
                save.show(written_date(getattr(proposal, name)))
        self._show_days_of_plan(sheet)
        self._show_leads(sheet)
        self.language.set_value(proposal.language)

    def _show_days_of_plan(self, sheet: ProposalSheet) -> None:
        """The day that the pages say where none was written by hand; where one was, whether the plan agrees."""
        for editor, day in ((self.start_on, sheet.content.start_on), (self.sign_before, sheet.content.sign_before)):
            editor.setPlaceholderText(_("{date} (plan)").format(date=written_date(day)) if day else _("dd/mm/yyyy"))
        plan, written = sheet.content.plan, sheet.proposal.start_on
        apart = plan is not None and written is not None and written != plan.ready_on
        self.apart.setVisible(apart)
        if plan is not None and apart:
            self.apart.setText(
                _("The plan says {date}: empty “{field}” to follow it.").format(
                    date=current().date(plan.ready_on), field=_("In service on")
                )
            )

    def _show_leads(self, sheet: ProposalSheet) -> None:
        self._leads = [None, *(each.verbatim_id for each in sheet.quotable)]
        words = [_("None"), *(shortened(each.quote.text, 90) for each in sheet.quotable)]
        if words != [self.lead.itemText(place) for place in range(self.lead.count())]:
            self.lead.clear()
            self.lead.addItems(words)
        chosen = sheet.proposal.lead_verbatim_id
        self.lead.setCurrentIndex(self._leads.index(chosen) if chosen in self._leads else 0)

    def _choose_lead(self, place: int) -> None:
        verbatim_id = self._leads[place]
        before: list[uuid.UUID | None] = []

        def do() -> None:
            before[:] = [self._desk.save(proposals.set_lead_verbatim, self._desk.key, verbatim_id)]

        self._desk.perform(
            _("words that open page 1"),
            do,
            lambda: self._desk.save(proposals.set_lead_verbatim, self._desk.key, before[0]),
        )

    def _choose_language(self, code: str) -> None:
        """What was drafted is drafted again in it, and undo gives back what stood."""
        flush_all(self.window())
        before: list[Told] = []

        def do() -> None:
            told = self._desk.save(proposal_language.speak, self._desk.key, code)
            if not before:
                before.append(told)

        self._desk.perform(
            _("language of the document"),
            do,
            lambda: self._desk.save(proposal_language.put_back, self._desk.key, before[0]),
        )


def day_words(sheet: ProposalSheet) -> str:
    """``valable jusqu’au 23 décembre 2026``."""
    return _("valid until {date}").format(date=current().date(sheet.proposal.valid_until))
