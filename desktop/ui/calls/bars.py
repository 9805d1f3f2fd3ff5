"""What is offered between what was said and the capture line: figures to take, a doubt to lift, a sentence to say back.

None of it takes the focus by itself, and a doubt waits while a sentence is being said.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.needs import Reply
from desktop.services.reformulations import Proposal
from desktop.ui.calls.contradiction_bar import ContradictionBar
from desktop.ui.calls.facts_bar import FactsBar
from desktop.ui.calls.reformulation_bar import ReformulationBar
from desktop.ui.calls.running_call import RunningCall


class CallBars(QWidget):
    """Shows what the acts of a call propose, and turns the answers into acts of that call."""

    left = Signal()
    """A field of a bar is done with: the focus belongs to the capture line again."""
    arranged = Signal()
    """A bar has come or gone: the rest of the screen shares the room anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call: RunningCall | None = None
        self._shown: tuple[bool, ...] = ()
        self.facts = FactsBar()
        self.contradiction = ContradictionBar()
        self.saying = ReformulationBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for bar in (self.facts, self.contradiction, self.saying):
            column.addWidget(bar)
        self.facts.accepted.connect(lambda offer: self._live.facts.accept(offer))
        self.facts.dismissed.connect(lambda: self._live.facts.dismiss())
        self.contradiction.seen.connect(lambda: self._live.contradictions.seen())
        self.saying.left.connect(self.left)
        self.saying.answered.connect(self._reply)
        self.saying.another_requested.connect(lambda: self._live.saying_back.say_back())
        self.saying.closed.connect(lambda: self._live.saying_back.put_away())
        self.hide()

    @property
    def _live(self) -> RunningCall:
        assert self.call is not None
        return self.call

    def show_call(self, call: RunningCall) -> None:
        """Follow a call, from now on."""
        self.call = call
        call.saying_back.proposed.connect(self._show_sentence)
        call.contradictions.changed.connect(self._show_doubt)
        call.facts.offered.connect(self._show_facts)
        self.facts.show_offers(call.facts.offers)
        self._show_sentence(call.saying_back.proposal)

    def set_compact(self, compact: bool) -> None:
        """Fewer words, for a small window."""
        self.saying.set_compact(compact)

    def _reply(self, reply: Reply, sentence: str, correction: str) -> None:
        self._live.saying_back.reply(reply, sentence, correction)

    def _show_sentence(self, proposal: Proposal | None) -> None:
        self.saying.show_proposal(proposal)
        self._show_doubt()

    def _show_doubt(self) -> None:
        self.contradiction.show_call(self._live.contradictions)
        if not self.saying.isHidden():
            self.contradiction.hide()
        self._arrange()

    def _show_facts(self) -> None:
        self.facts.show_offers(self._live.facts.offers)
        self._arrange()

    def _arrange(self) -> None:
        shown = tuple(not bar.isHidden() for bar in (self.facts, self.contradiction, self.saying))
        if shown != self._shown:
            self._shown = shown
            self.setVisible(any(shown))
            self.arranged.emit()
