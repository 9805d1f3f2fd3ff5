"""Taking what was recognised in a verbatim: each offer is one act with a name, and comes back when it is undone."""

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.i18n import _
from desktop.models.calls import Answer, Entry, Verbatim
from desktop.services import offered_facts
from desktop.services.grids import GridSheet
from desktop.services.offered_facts import Offer, OfferKind
from desktop.services.prospects import load_prospect

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class FactsActs(QObject):
    """Looks at each entry as it is written down; what it could fill in is in ``offered``, until the next entry."""

    offered = Signal(object)
    """A tuple of ``Offer``, empty when there is nothing to take."""

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call)
        self._call = call
        self._entry_id: uuid.UUID | None = None
        self.offers: tuple[Offer, ...] = ()
        call.entry_added.connect(self.look_at)
        self._sheet: GridSheet | None = None
        """The one that was looked at last."""
        for changed in (call.entries_changed, call.entry_changed, call.entry_dropped):
            changed.connect(lambda *_entry: self.look_again())
        call.scored.connect(self._look_at_scores)

    def look_at(self, entry: Entry) -> None:
        """Offer what these words could fill in; only a verbatim offers something."""
        self._entry_id = entry.id if isinstance(entry, Verbatim) else None
        self.look_again()
        if not self.offers:
            # Most words offer nothing: the keys that follow are spared another look at them.
            self._entry_id = None

    def look_again(self) -> None:
        """What can still be taken, once something else changed."""
        call = self._call
        self._sheet = call.sheet
        found: tuple[Offer, ...] = ()
        entry = call.entry(self._entry_id) if self._entry_id else None
        if entry is not None:
            found = offered_facts.offers(entry, call.sheet, call.outline.prospect, call.today())
        if found != self.offers:
            self.offers = found
            self.offered.emit(found)

    def _look_at_scores(self) -> None:
        # Most acts say first that an entry changed: the scores that came with it were looked at then.
        if self._call.sheet is not self._sheet:
            self.look_again()

    def dismiss(self) -> None:
        """Offer nothing more of these words."""
        self._entry_id = None
        self.look_again()

    def accept(self, offer: Offer) -> bool:
        """Fill in what is offered."""
        call = self._call
        if offer.kind is OfferKind.LEVEL:
            return call.scoring.score(cast(Answer, offer.after), offer.criterion)

        def fill() -> None:
            call.write(offered_facts.accept, offer, at=call.now())
            self._show()

        def put_back() -> None:
            call.write(offered_facts.revert, offer, at=call.now())
            self._show()

        return call.act(_("taken: {words}").format(words=offer.words), fill, put_back)

    def _show(self) -> None:
        # The prospect alone has changed: nothing else of the call is read again.
        call = self._call
        call.outline = replace(call.outline, prospect=call.ask(load_prospect, call.prospect_id))
        self.look_again()
