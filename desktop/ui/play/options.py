"""Writes the ways to say yes: those that the catalogue allows, found by the program, or those of the rep."""

from collections.abc import Sequence

from desktop.services.conversation_proposal import LineForm, OptionForm
from desktop.services.conversation_summary import Refusal
from desktop.ui.play.keys import PlayError
from desktop.ui.play.written import WrittenProposal
from desktop.ui.proposals.line_row import LineRow
from desktop.ui.proposals.numbers import read_number
from desktop.ui.proposals.option_editor import OptionEditor
from desktop.ui.proposals.options_card import DOORS_KEY


class OptionsPilot:
    """Plays the options of a proposal. What is refused is added to ``refused``."""

    def __init__(self, written: WrittenProposal, refused: list[Refusal]) -> None:
        self._written = written
        self._hands = written.hands
        self._card = written.composer.options
        self._refused = refused

    def find_doors(self) -> None:
        """Ask the program for them, now that the needs stand in their order."""
        stack = self._written.page.desk.stack
        before = stack.index()
        self._hands.press(DOORS_KEY)
        if stack.index() == before:
            raise PlayError(f"no door is proposed: {self._written.page.outcome.text}")

    def play(self, options: Sequence[OptionForm]) -> None:
        """Write them in their order, each over what stands there."""
        if not self._written.sheet.proposal.contractual and any(option.lines for option in options):
            self._ask_for_a_price()
        for place, option in enumerate(options):
            self._write(self._opened(self._place(place, option)), option)
        for place, option in enumerate(options):
            if option.recommended:
                self._recommend(self._place(place, option), option)

    def _ask_for_a_price(self) -> None:
        """Without a reason of the rep's, which a conversation never gives: the program's own reason is kept."""
        self._hands.toggle(self._card.price)
        if not self._written.sheet.proposal.contractual:
            reason = self._card.reason_field.error or self._card.contract_words.text()
            self._refused.append(Refusal("price", reason))

    def _place(self, place: int, option: OptionForm) -> int:
        """A door is where the program put it."""
        if not option.door:
            return place
        doors = [card.option.door for card in self._written.sheet.options]
        if option.door not in doors:
            raise PlayError(f"the catalogue opens no door “{option.door}”")
        return doors.index(option.door)

    def _opened(self, place: int) -> OptionEditor:
        card = self._card
        if place >= len(card.tiles):
            self._hands.toggle(card.add)
        key = list(card.tiles)[place]
        if card.opened != key:
            self._hands.toggle(card.tiles[key])
        if card.editor is None or card.editor.option_id != key:
            raise PlayError(f"option {place + 1} does not open")
        return card.editor

    def _write(self, editor: OptionEditor, option: OptionForm) -> None:
        fill = self._written.fill
        fill(editor.name, option.name)
        fill(editor.lead_time, option.lead_time)
        fill(editor.for_whom, option.for_whom)
        if not option.door:
            self._clear(editor)
        for line in option.lines:
            self._write_line(editor, line)
        if option.covers or not option.door:
            self._cover(editor, option)

    def _clear(self, editor: OptionEditor) -> None:
        while editor.lines:
            count = len(editor.lines)
            self._hands.toggle(editor.lines[-1].remove)
            if len(editor.lines) == count:
                raise PlayError(f"a line of the option “{editor.name.text()}” cannot be removed")

    def _cover(self, editor: OptionEditor, option: OptionForm) -> None:
        covered = {self._written.row_of(verbatim).row_id for verbatim in option.covers}
        for card in self._written.sheet.needs:
            if not card.row.included:
                continue
            chip = editor.need_chip(card.row.id)
            if chip.isChecked() != (card.row.id in covered):
                self._hands.toggle(chip)

    def _write_line(self, editor: OptionEditor, line: LineForm) -> None:
        there = next((row for row in editor.lines if row.label.text() == line.label), None)
        if there is None:
            self._hands.toggle(editor.add)
            there = editor.lines[-1]
            self._written.fill(there.label, line.label)
        self._price(there, line)

    def _price(self, row: LineRow, line: LineForm) -> None:
        self._written.fill(row.unit, line.unit)
        for editor, value in (
            (row.quantity, line.quantity),
            (row.price, line.unit_price),
            (row.discount, line.discount),
        ):
            if read_number(editor.text()) != value:
                self._hands.fill(editor, f"{value:f}")
        rate = f"{line.vat_rate.normalize():f}"
        if row.rate.currentData() != rate:
            self._hands.pick(row.rate, rate)
        terms = row.terms
        if terms.billing.currentData() != line.billing.value:
            self._hands.pick(terms.billing, line.billing.value)
        for box, wanted in ((terms.optional, line.optional), (terms.chosen, line.chosen)):
            if box.isChecked() != wanted:
                self._hands.toggle(box)

    def _recommend(self, place: int, option: OptionForm) -> None:
        editor = self._opened(place)
        if not self._written.sheet.options[place].option.recommended:
            self._hands.toggle(editor.recommend)
        self._written.fill(editor.reason, option.reason)
