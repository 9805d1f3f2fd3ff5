"""Writes the proposal of a conversation in the composer, field by field, as the rep does before handing it over."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta

from desktop.i18n import _, current
from desktop.services.conversation_proposal import GainForm, NeedForm, PageForm, ProposalForm
from desktop.services.conversation_summary import Refusal
from desktop.services.proposal_lists import proposals_of
from desktop.ui.play.keys import PlayError
from desktop.ui.play.options import OptionsPilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.written import WrittenProposal
from desktop.ui.proposals.need_row import NeedRow
from desktop.ui.widgets.buttons import Button
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
        self._page = stage.shell.pages.proposals
        self._composer = stage.shell.pages.proposals.composer
        self._form = form
        self._picture = picture
        self._refused = refused

    def play(self, prospect_id: uuid.UUID) -> uuid.UUID:
        """Write it down to the last field. Returns its key."""
        self._hands.until(lambda: self._page.isVisible() and self._page.composing, "the proposal")
        self._written = WrittenProposal(self._stage, self._stage.workspace.ask(proposals_of, prospect_id)[0].id)
        self._write_needs()
        self._write(self._form)
        for gain in self._form.returns:
            self._count(gain)
        self._look()
        return self._written.proposal_id

    def revise(self, proposal_id: uuid.UUID, form: PageForm) -> None:
        """Another day, the proposal open on the screen: what changes."""
        self._written = WrittenProposal(self._stage, proposal_id)
        self._write(form)
        self._composer.area.ensureWidgetVisible(self._composer.revisions)
        self._picture("revised")

    def _write(self, form: PageForm) -> None:
        options = OptionsPilot(self._written, self._refused)
        if self._form.doors and form is self._form:
            options.find_doors()
        options.play(form.options)
        if form.wished_on is not None:
            self._plan_for(form.wished_on)
        self._write_page(form)

    def _look(self) -> None:
        area, composer = self._composer.area, self._composer
        area.verticalScrollBar().setValue(0)
        self._hands.until(lambda: composer.preview.is_current, "the preview")
        self._picture("proposal")
        if composer.options.editor is not None:
            area.ensureWidgetVisible(composer.options.editor.name, 0, 300)
            self._picture("options")
        for name, card, told in (
            ("plan", composer.plan, self._form.wished_on),
            ("returns", composer.returns, self._form.returns),
        ):
            if told:
                area.verticalScrollBar().setValue(card.y())
                self._picture(name)

    # Their needs, our answers

    def _write_needs(self) -> None:
        self._composer.needs.setFocus()
        for place, need in enumerate(self._form.needs):
            self._bring_to(place, need)
            if need.included:
                self._answer(self._written.row_of(need.verbatim), need)
        named = {need.verbatim for need in self._form.needs if need.included}
        for card in self._written.sheet.needs:
            wanted = bool(card.quotes) and card.quotes[0].text in named
            row = self._composer.needs.row(card.row.id)
            if row is not None and row.included.isChecked() != wanted:
                self._hands.toggle(row.included)

    def _bring_to(self, place: int, need: NeedForm) -> None:
        """The needs in the order of the file, by the key that moves them."""
        row = self._written.row_of(need.verbatim)
        self._hands.focus(row.answer)
        for _step in range(self._composer.needs.rows.index(row) - place):
            self._hands.press("Alt+Up")
        if self._composer.needs.rows.index(row) != place:
            raise PlayError(f"the need “{need.verbatim}” does not move up")

    def _answer(self, row: NeedRow, need: NeedForm) -> None:
        self._written.fill(row.answer, need.answer)
        self._written.fill(row.proof, need.proof)
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
            self._written.fill(self._hands.find(GrowingEdit, name, inside=row), text)
        self._hands.toggle(row.more)

    # What follows from it

    def _plan_for(self, day: date) -> None:
        """Their day, then the steps of what is recommended, counted back from it."""
        card = self._composer.plan
        self._written.fill(card.wished, current().date(day))
        self._hands.toggle(card.propose)
        if card.view is None or card.view.wished_on != day or card.view.plan is None:
            raise PlayError(f"no plan leads to {day}: {card.says.text()}")

    def _count(self, gain: GainForm) -> None:
        card = self._composer.returns
        for words in gain.figures:
            self._hands.toggle(self._hands.find(Button, _("Count: {words}").format(words=words), inside=card))
        self._written.fill(card.gains[-1].label, gain.label)

    # Page 1

    def _write_page(self, form: PageForm) -> None:
        fill, card = self._written.fill, self._composer.document
        fill(card.title_edit, form.title)
        if form.opens_with:
            place = [each.quote.text for each in self._written.sheet.quotable].index(form.opens_with)
            if card.lead.currentIndex() != place + 1:
                self._hands.pick(card.lead, card.lead.itemText(place + 1))
        for name in _TEXTS:
            fill(getattr(card, name), getattr(form, name))
        for name in _LISTS:
            fill(getattr(card, name), "\n".join(getattr(form, name)))
        if form.validity:
            fill(card.valid_until, _day(self._stage.clock.today() + timedelta(days=form.validity)))
        for name in _DATES:
            fill(getattr(card, name), _day(getattr(form, name)))
        self._hands.focus(card.title_edit)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
