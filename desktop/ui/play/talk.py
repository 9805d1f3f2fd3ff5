"""What a rep does with what is said: who speaks, saying it back, a need, a figure to take, an objection to answer."""

import uuid

from desktop.i18n import _
from desktop.models.calls import Objection
from desktop.models.needs import Reply
from desktop.services import needs, prospects, reformulations
from desktop.services.conversation_steps import Step
from desktop.services.offered_facts import Offer, OfferKind
from desktop.ui.calls.objection_card import ObjectionCard
from desktop.ui.calls.speaker_picker import SpeakerPicker, read_person
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.keys import PlayError

_ANSWERS = {Reply.CONFIRMED: "F7", Reply.CORRECTED: "F8", Reply.REFUSED: "Shift+F7"}


class TalkPilot:
    """One key an act; each is looked for on the disk."""

    def __init__(self, held: HeldCall, noticed: Noticed) -> None:
        self._held = held
        self._hands = held.hands
        self._noticed = noticed

    def play(self, step: Step) -> bool:
        """Play a step that is about what is said. False when it is about something else."""
        if step.speaker:
            self._give_the_floor(step.speaker)
        elif step.joins:
            self._let_in(step.joins)
        elif step.reformulate:
            self._say_back(step.reformulate, step.correction or "")
        elif step.need:
            self._make_need()
        elif step.accept:
            self._accept()
        elif step.objection:
            self._answer(step.objection, step.settled)
        elif step.seen:
            self._put_doubt_away()
        else:
            return False
        return True

    # Who speaks

    def _give_the_floor(self, name: str) -> None:
        """F3, until they speak."""
        for _person in self._held.speakers.people:
            if self._speaking() == name:
                return
            self._hands.press("F3")
        if self._speaking() != name:
            raise PlayError(f"“{name}” does not speak")

    def _let_in(self, person: str) -> None:
        """By the palette: F3 only leads there while one person is on the line."""
        self._hands.run_command(_("Who is speaking…"))
        picker = self._hands.one(SpeakerPicker)
        self._hands.type_text(person)
        for _row in range(picker.list.count() - 1):
            # Whoever has these words in their name stands above the one to add.
            self._hands.press("Down")
        self._hands.press("Return")
        if self._speaking() != read_person(person)[0]:
            raise PlayError(f"“{person}” does not join")

    def _speaking(self) -> str:
        person = self._held.speakers.speaking
        return person.name if person else ""

    # Their words, said back and taken up

    def _say_back(self, reply: Reply, correction: str) -> None:
        entry = self._held.last_verbatim()
        self._hands.press("F5")
        if not self._held.live.bars.saying.isVisible():
            raise PlayError(f"no sentence says “{entry.words}” back: {self._held.live.banner.text}")
        self._hands.press(_ANSWERS[reply])
        if reply is Reply.CORRECTED:
            self._hands.type_text(f"{correction}\n")
        replies = self._held.stage.workspace.ask(reformulations.latest_replies, self._held.call_id)
        if replies.get(entry.id) is not reply:
            raise PlayError(f"“{entry.words}” is not {reply.value}: {self._held.live.banner.text}")

    def _make_need(self) -> None:
        entry = self._held.last_verbatim()
        self._hands.press("F4")
        if self._held.stage.workspace.ask(needs.stating, entry.id) is None:
            raise PlayError(f"“{entry.words}” states no need: {self._held.live.banner.text}")

    def _accept(self) -> None:
        bar = self._held.live.bars.facts
        if not bar.isVisible() or not bar.offers:
            raise PlayError(f"nothing is recognised in “{self._held.last_verbatim().words}”")
        offer = bar.offers[0]
        self._hands.press("Ctrl+Shift+A")
        if self._value(offer) != offer.after:
            raise PlayError(f"“{offer.words}” is not taken")
        self._noticed.accepted.append(offer.words)

    def _value(self, offer: Offer) -> object:
        if offer.kind is OfferKind.LEVEL:
            return self._held.sheet.row(offer.criterion).answer
        prospect = self._held.stage.workspace.ask(prospects.load_prospect, offer.prospect_id)
        return prospect.amount if offer.kind is OfferKind.AMOUNT else prospect.expected_on

    # What they hold against it

    def _answer(self, key: str, settled: bool | None) -> None:
        self._hands.press("Ctrl+J")
        panel = self._hands.one(ObjectionCard)
        for _row in range(panel.list.count()):
            if panel.card is not None and panel.card.key == key:
                break
            self._hands.press("Down")
        self._hands.press("Return")
        answered = panel.entry
        if answered is None or answered.card != key:
            raise PlayError(f"the objection card “{key}” answers nothing")
        self._hands.press("Esc" if settled is None else "L" if settled else "O")
        if self._objection(answered.id).settled is not settled:
            raise PlayError(f"“{answered.words}” is not {'settled' if settled else 'left open'}")

    def _objection(self, entry_id: uuid.UUID) -> Objection:
        return next(each for each in self._held.entries if isinstance(each, Objection) and each.id == entry_id)

    def _put_doubt_away(self) -> None:
        doubt = self._held.running.contradictions.current
        if doubt is None or not self._held.live.bars.contradiction.isVisible():
            raise PlayError("no contradiction is on the screen")
        self._hands.press("Ctrl+Shift+V")
        after = self._held.running.contradictions.current
        if after is not None and after.identity == doubt.identity:
            raise PlayError(f"the contradiction “{doubt.rule.name}” stays")
