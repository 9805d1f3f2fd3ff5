"""What the rep does with objections during a call: find the card, link it, say whether it was settled."""

import uuid
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.calls import Entry, Objection
from desktop.models.objections import RATE_FROM, Card, CardSet
from desktop.services import calls, objection_templates, objections
from desktop.services.objections import Citation
from desktop.ui.calls.wording import short
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class ObjectionActs:
    """Each act is named, undoable, and on the disk before its signal is sent."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call
        self._cards: CardSet | None = None
        self._recognised: tuple[str, Card | None] | None = None

    # What is shown

    @property
    def cards(self) -> CardSet:
        """The cards in the language of the script: the prospect's."""
        if self._cards is None:
            self.reread_cards()
        assert self._cards is not None
        return self._cards

    def reread_cards(self) -> None:
        """Read the cards again: the rep may have rewritten them in the library."""
        cards = self._call.ask(objection_templates.cards_in_use, self._call.script.language)
        # The same ones still know how they sound, and what they were recognised in.
        if cards != self._cards:
            self._cards, self._recognised = cards, None

    def of_call(self) -> list[Objection]:
        """The objections of this call, in order."""
        return [entry for entry in self._call.entries if isinstance(entry, Objection)]

    def last(self) -> Objection | None:
        """The objection that was raised last."""
        return next((entry for entry in reversed(self._call.entries) if isinstance(entry, Objection)), None)

    def waiting(self) -> Objection | None:
        """The last objection, when no card answers it yet."""
        last = self.last()
        return last if last is not None and not last.card else None

    def offered(self) -> Card | None:
        """The card that surely answers the objection just raised, to be offered."""
        waiting = self.waiting()
        if waiting is None:
            return None
        # Asked again at every line of the call: the words are looked up once.
        if self._recognised is None or self._recognised[0] != waiting.words:
            self._recognised = (waiting.words, self.cards.recognise(waiting.words))
        return self._recognised[1]

    def rates(self) -> dict[str, tuple[int, int]]:
        return self._call.ask(objections.rates)

    def proofs(self, card: Card, words: str = "") -> tuple[Citation, ...]:
        return self._call.ask(objections.proofs, card, words)

    # What the rep does

    def choose(self, card: Card, typed: str = "", entry: Objection | None = None) -> Objection | None:
        """Answer ``entry``, or the last objection, with ``card``; one that has its answer leaves it to a new one.

        The new one is written down in the words typed, or in those of the card when nothing was.

        Returns the objection that the card now answers; ``None`` when it was refused.
        """
        if entry is not None:
            return self._link(self.current(entry), card)
        last = self.last()
        if last is not None and last.card == card.key and (last.settled is None or not typed.strip()):
            return last
        if last is not None and (not last.card or (last.settled is None and not typed.strip())):
            return self._link(last, card)
        return self._raise(card, typed.strip() or card.title)

    def settle(self, entry: Objection, settled: bool) -> bool:
        """Say whether it was settled; the same answer again takes it back."""
        known = self.current(entry)
        after = None if known.settled is settled else settled
        if after is None:
            text = _("objection not answered: {words}")
        else:
            text = _("objection settled: {words}") if after else _("objection open: {words}")
        return self._call.act(
            text.format(words=short(known.words)),
            self._settling(known.id, after),
            self._settling(known.id, known.settled),
        )

    def current(self, entry: Objection) -> Objection:
        """The same objection, as it is now."""
        return next((each for each in self.of_call() if each.id == entry.id), entry)

    def _link(self, entry: Objection, card: Card) -> Objection | None:
        text = _("objection card: {title}").format(title=card.title)
        done = self._call.act(text, self._linking(entry.id, card.key), self._linking(entry.id, entry.card))
        return self.current(entry) if done else None

    def _raise(self, card: Card, words: str) -> Objection | None:
        call = self._call
        added: list[uuid.UUID] = []
        at, seconds, question = call.now(), call.elapsed, call.question.key

        def add() -> None:
            if added:
                call.write(calls.restore_entry, added[0])
                call.show_entries()
                return
            entry = call.write(
                objections.raise_objection,
                call.call_id,
                words,
                card.key,
                at=at,
                question=question,
                offset_seconds=seconds,
            )
            added.append(entry.id)
            call.entries = [*call.entries, entry]
            call.entry_added.emit(entry)

        def take_back() -> None:
            call.write(calls.take_back, added[0], at=call.now())
            call.show_entries()

        if not call.act(_("objection: {words}").format(words=short(words)), add, take_back):
            return None
        return next(each for each in self.of_call() if each.id == added[0])

    def _linking(self, entry_id: uuid.UUID, card: str) -> Step:
        def step() -> None:
            self._call.replace_entry(self._call.write(objections.link_card, entry_id, card))

        return step

    def _settling(self, entry_id: uuid.UUID, settled: bool | None) -> Step:
        def step() -> None:
            self._call.replace_entry(self._call.write(objections.settle, entry_id, settled))

        return step


def summary(entries: list[Entry]) -> str:
    """``2 objections, 1 ouverte``; "" when there is none."""
    found = [entry for entry in entries if isinstance(entry, Objection)]
    if not found:
        return ""
    left = sum(entry.settled is not True for entry in found)
    if not left:
        done = ngettext("{count} objection, settled", "{count} objections, all settled", len(found))
        return done.format(count=len(found))
    count = ngettext("{count} objection", "{count} objections", len(found)).format(count=len(found))
    still = ngettext("{count} open", "{count} open", left).format(count=left)
    return _("{objections}, {open}").format(objections=count, open=still)


def rate_label(rate: tuple[int, int] | None) -> str:
    """``levée 5 fois sur 8``; under three uses, only how many; "" when it never served."""
    settled, total = rate or (0, 0)
    if not total:
        return ""
    if total < RATE_FROM:
        return ngettext("met {count} time", "met {count} times", total).format(count=total)
    return ngettext("settled {count} time out of {total}", "settled {count} times out of {total}", settled).format(
        count=settled, total=total
    )


def status_label(settled: bool | None) -> str:
    """What became of an objection, in a word or two."""
    if settled is None:
        return _("not answered yet")
    return _("settled") if settled else _("still open")
