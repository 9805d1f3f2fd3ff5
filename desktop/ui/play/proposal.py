"""Writes the proposal of a conversation in the composer, field by field, and exports it."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.services.conversation_forms import LineForm, NeedForm, OptionForm, ProposalForm
from desktop.services.conversation_summary import Refusal
from desktop.services.proposal_exports import exported_pdf, exports
from desktop.services.proposal_lists import proposals_of
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage
from desktop.ui.proposals.line_row import LineRow
from desktop.ui.proposals.need_row import NeedRow
from desktop.ui.proposals.option_editor import OptionEditor
from desktop.ui.widgets.growing_edit import GrowingEdit

_TEXTS = ("objective", "cost_today", "recommendation", "next_step")
_LISTS = ("gains", "to_confirm")
_DATES = ("start_on", "sign_before")


class ProposalPilot:
    """Plays ``[proposal]`` on the composer, which is on the screen. What is refused is added to ``refused``."""

    def __init__(
        self, stage: Stage, form: ProposalForm, picture: Callable[[str], None], refused: list[Refusal]
    ) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._page = stage.shell.proposals
        self._composer = stage.shell.proposals.composer
        self._form = form
        self._picture = picture
        self._refused = refused
        self._proposal_id = uuid.UUID(int=0)

    def play(self, prospect_id: uuid.UUID) -> bytes | None:
        """Write and export. Returns the bytes handed over; ``None`` when the export was refused."""
        self._hands.until(lambda: self._page.isVisible() and self._page.composing, "the proposal")
        self._proposal_id = self._stage.workspace.ask(proposals_of, prospect_id)[0].id
        self._write_needs()
        if self._form.options:
            self._write_options()
        self._write_document()
        self._composer.area.verticalScrollBar().setValue(0)
        self._hands.until(lambda: self._composer.preview.is_current, "the preview")
        self._picture("proposal")
        if self._composer.options.editor is not None:
            self._composer.area.ensureWidgetVisible(self._composer.options.editor.name, 0, 300)
            self._picture("options")
        return self._export()

    # Their needs, our answers

    def _write_needs(self) -> None:
        self._composer.needs.setFocus()
        for place, need in enumerate(self._form.needs):
            self._bring_to(place, need)
            if need.included:
                self._answer(self._row_of(need.verbatim), need)
        named = {need.verbatim for need in self._form.needs if need.included}
        for card in self._sheet().needs:
            wanted = bool(card.quotes) and card.quotes[0].text in named
            row = self._composer.needs.row(card.row.id)
            if row is not None and row.included.isChecked() != wanted:
                self._hands.toggle(row.included)

    def _row_of(self, verbatim: str) -> NeedRow:
        for card in self._sheet().needs:
            if any(quote.text == verbatim for quote in card.quotes):
                row = self._composer.needs.row(card.row.id)
                if row is not None:
                    return row
        raise PlayError(f"no need of the proposal quotes “{verbatim}”")

    def _bring_to(self, place: int, need: NeedForm) -> None:
        """The needs in the order of the file, by the key that moves them."""
        row = self._row_of(need.verbatim)
        self._hands.focus(row.answer)
        for _step in range(self._composer.needs.rows.index(row) - place):
            self._hands.press("Alt+Up")
        if self._composer.needs.rows.index(row) != place:
            raise PlayError(f"the need “{need.verbatim}” does not move up")

    def _answer(self, row: NeedRow, need: NeedForm) -> None:
        self._fill(row.answer, need.answer)
        self._fill(row.proof, need.proof)
        details = {
            _("What we understand"): need.understanding,
            _("What it changes for them"): need.impact,
            _("Measurable benefit"): need.benefit,
        }
        if not any(details.values()):
            return
        if row.details.isHidden():
            self._hands.toggle(row.more)
        for name, text in details.items():
            self._fill(self._hands.find(GrowingEdit, name, inside=row), text)
        self._hands.toggle(row.more)

    # The ways to say yes

    def _write_options(self) -> None:
        if not self._sheet().proposal.contractual and any(option.lines for option in self._form.options):
            self._ask_for_a_price()
        for place, option in enumerate(self._form.options):
            self._write_option(self._opened(place), option)
        for place, option in enumerate(self._form.options):
            if option.recommended:
                self._recommend(place, option)

    def _ask_for_a_price(self) -> None:
        """Without a reason of the rep's, which a conversation never gives: the program's own reason is kept."""
        card = self._composer.options
        self._hands.toggle(card.price)
        if not self._sheet().proposal.contractual:
            reason = card.reason_field.error or card.contract_words.text()
            self._refused.append(Refusal("price", reason))

    def _opened(self, place: int) -> OptionEditor:
        card = self._composer.options
        if place >= len(card.tiles):
            self._hands.toggle(card.add)
        self._hands.toggle(list(card.tiles.values())[place])
        if card.editor is None or card.editor.option_id != list(card.tiles)[place]:
            raise PlayError(f"option {place + 1} does not open")
        return card.editor

    def _write_option(self, editor: OptionEditor, option: OptionForm) -> None:
        self._fill(editor.name, option.name)
        self._fill(editor.lead_time, option.lead_time)
        self._fill(editor.for_whom, option.for_whom)
        while editor.lines:
            count = len(editor.lines)
            self._hands.toggle(editor.lines[-1].remove)
            if len(editor.lines) == count:
                raise PlayError(f"a line of the option “{option.name}” cannot be removed")
        for line in option.lines:
            self._hands.toggle(editor.add)
            self._write_line(editor.lines[-1], line)
        covered = {self._row_of(verbatim).row_id for verbatim in option.covers}
        for card in self._sheet().needs:
            if not card.row.included:
                continue
            chip = editor.need_chip(card.row.id)
            if chip.isChecked() != (card.row.id in covered):
                self._hands.toggle(chip)

    def _write_line(self, row: LineRow, line: LineForm) -> None:
        self._fill(row.label, line.label)
        self._fill(row.unit, line.unit)
        for editor, value in (
            (row.quantity, line.quantity),
            (row.price, line.unit_price),
            (row.discount, line.discount),
        ):
            self._hands.fill(editor, f"{value:f}")
        rate = f"{line.vat_rate.normalize():f}"
        if row.rate.currentData() != rate:
            self._hands.pick(row.rate, rate)

    def _recommend(self, place: int, option: OptionForm) -> None:
        editor = self._opened(place)
        if not self._sheet().options[place].option.recommended:
            self._hands.toggle(editor.recommend)
        self._fill(editor.reason, option.reason)

    # Page 1

    def _write_document(self) -> None:
        form, card = self._form, self._composer.document
        self._fill(card.title_edit, form.title)
        if form.opens_with:
            place = [each.quote.text for each in self._sheet().quotable].index(form.opens_with)
            self._hands.pick(card.lead, card.lead.itemText(place + 1))
        for name in _TEXTS:
            self._fill(getattr(card, name), getattr(form, name))
        for name in _LISTS:
            self._fill(getattr(card, name), "\n".join(getattr(form, name)))
        if form.validity:
            self._fill(card.valid_until, _day(self._stage.clock.today() + timedelta(days=form.validity)))
        for name in _DATES:
            self._fill(getattr(card, name), _day(getattr(form, name)))
        self._hands.focus(card.title_edit)

    def _fill(self, editor: QWidget, text: str) -> None:
        """What the file leaves empty stays as the program prepared it."""
        if text:
            self._hands.fill(editor, text)

    # Handing over

    def _export(self) -> bytes | None:
        self._hands.press("Ctrl+E")
        done = self._stage.workspace.ask(exports, self._proposal_id)
        self._picture("exported")
        if not done:
            self._refused.append(Refusal("export", self._page.outcome.text))
            return None
        return self._stage.workspace.ask(exported_pdf, done[0].id)

    def _sheet(self) -> ProposalSheet:
        return self._stage.workspace.ask(sheet, self._proposal_id)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
