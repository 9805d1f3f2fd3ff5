"""From the proposal to the signed file, with the hands of both: the rep's key, the customer's finger."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.matrix import Heat
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services import proposal_options, proposal_states, proposals, prospects, settings, signatures
from desktop.services.proposal_exports import exported_pdf, exports
from desktop.ui.actions import ActionRegistry
from desktop.ui.proposals.signing_acts import SigningActs, signing_actions
from desktop.ui.undo import redo, undo
from tests.services.proposal_case import NOW
from tests.ui.proposals.signing_case import LEFT, draw


class Rep:
    """The acts over Claire's proposal, and what they said."""

    def __init__(self, bench: Any) -> None:
        self.bench, self.page, self.workspace = bench, bench.page, bench.workspace
        self.acts = SigningActs(bench.page.desk, bench.folder)
        self.refused: list[str] = []
        self.kept: list[tuple[str, Path | None]] = []
        self.acts.refused.connect(self.refused.append)
        self.acts.kept.connect(lambda said, path: self.kept.append((said, path)))

    @property
    def key(self) -> Any:
        return self.page.desk.key

    def state(self) -> ProposalState:
        return self.bench.sheet.proposal.state

    def exports(self) -> list[Any]:
        return self.workspace.ask(exports, self.key)

    def signatures(self) -> list[Any]:
        return self.workspace.ask(signatures.signatures, self.key)

    def open(self) -> Any:
        assert self.acts.open(self.page), self.refused
        return self.acts.window

    def sign(self) -> Any:
        """Turn the page, let her sign with the mouse, and take the screen back."""
        window = self.open()
        form = window.page.form
        if len(form.tiles) > 1:
            QTest.mouseClick(form.tiles[-1], LEFT)
        draw(form.pad)
        QTest.mouseClick(form.agree, LEFT)
        return window

    def files(self) -> list[str]:
        return sorted(path.name for path in self.bench.folder.iterdir()) if self.bench.folder.exists() else []


@pytest.fixture
def rep(composed, qtbot):
    rep = Rep(composed)
    yield rep
    if rep.acts.window is not None:
        rep.acts.window.close()


def text_of(data: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(data).pages)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def test_it_is_exported_read_signed_and_handed_over(qtbot, rep) -> None:
    rep.workspace.do(proposal_options.add_option, rep.key, now=NOW, name="Plus tard")
    option = rep.bench.sheet.options[-1].option.id
    rep.workspace.do(proposal_options.add_line, option, now=NOW, label="Plus tard", unit_price=500)
    assert rep.exports() == []
    window = rep.open()
    (export,) = rep.exports()
    assert export.document is DocumentKind.PROPOSAL and export.revision == 1, "what is read is frozen first"
    assert window._sheet.pdf == rep.workspace.ask(exported_pdf, export.id)
    window = rep.sign()
    assert window.thanks is not None and window.thanks.isVisible()
    assert rep.kept == [], "the message is for the rep"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    ((said, path),) = rep.kept
    assert path.name == "2026-11-23_Proposition_Ateliers-Brevent_P-2026-0001_v1_signee.pdf"
    assert said.startswith("Claire Fontaine signed P-2026-0001 on 23 November 2026.") and path.name in said
    text = text_of(path)
    assert "Signé sur écran en présence de Julie Morvan, à Cholet, le 23 novembre 2026 à 9 h 30." in text
    assert "Option retenue : Plus tard" in text
    assert export.sha256 in text.replace(" ", "")
    (kept,) = rep.signatures()
    assert kept.option_id == option and rep.state() is ProposalState.ACCEPTED
    assert rep.workspace.ask(signatures.signed_pdf, kept.id) == path.read_bytes()
    assert rep.workspace.ask(exported_pdf, export.id) == window._sheet.pdf, "the export stays as it was"
    assert rep.acts.window is None


def test_one_undo_takes_it_back_and_one_redo_signs_again(rep) -> None:
    rep.sign().close()
    stack = rep.page.desk.stack
    assert stack.undoText() == "signature of Claire Fontaine"
    undo(stack)
    assert rep.signatures() == [] and rep.state() is ProposalState.DRAFT
    redo(stack)
    assert len(rep.signatures()) == 1 and rep.state() is ProposalState.ACCEPTED
    undo(stack)
    rep.sign().close()
    assert len(rep.signatures()) == 1 and len(rep.exports()) == 1


def test_what_was_exported_already_is_what_is_read(rep) -> None:
    rep.page.export()
    (before,) = rep.exports()
    window = rep.open()
    assert [each.id for each in rep.exports()] == [before.id] and window._sheet.export_id == before.id
    window.close()
    rep.workspace.do(proposals.update_proposal, rep.key, now=NOW, title="Autre titre")
    assert rep.open()._sheet.revision == 2


def refuse(rep: Rep) -> None:
    rep.workspace.do(proposal_states.take_state, rep.key, ProposalState.REFUSED, now=NOW, reason="trop cher")


def expire(rep: Rep) -> None:
    rep.workspace.clock.advance(timedelta(days=40).total_seconds())


def no_price(rep: Rep) -> None:
    rep.workspace.do(proposals.update_proposal, rep.key, now=NOW, contractual=False)


def no_reason(rep: Rep) -> None:
    """She cooled down after it was written: the matrix allows no price any more, and nobody said why one is given."""
    rep.workspace.do(prospects.set_heat, rep.bench.case.prospect, Heat.COLD, now=NOW)


def no_siret(rep: Rep) -> None:
    rep.workspace.do(settings.save_company, now=NOW, siret="")


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (refuse, "This proposal was refused"),
        (expire, "This proposal expired on 23 December 2026"),
        (no_price, "This document binds nobody: give a price first"),
        (no_reason, "The matrix does not call for a price yet"),
        (no_siret, "Your SIRET number is missing"),
        (lambda rep: rep.sign().close(), "Claire Fontaine signed it already"),
    ],
)
def test_when_it_cannot_be_signed_the_rep_is_told_why(rep, before, why) -> None:
    before(rep)
    exported = len(rep.exports())
    assert not rep.acts.open(rep.page) and rep.acts.window is None
    assert why in rep.refused[-1] and rep.acts.why_not(rep.bench.sheet) == rep.refused[-1]
    assert len(rep.exports()) == exported, "nothing is frozen for nothing"


def test_what_is_left_unfinished_is_there_again_until_the_proposal_changes(rep) -> None:
    window = rep.open()
    draw(window.page.form.pad)
    left = window.page.form.given
    window.close()
    assert rep.refused == [] and rep.kept == [] and rep.signatures() == []
    window = rep.open()
    assert window.page.form.given == left
    window.close()
    rep.workspace.do(proposals.update_proposal, rep.key, now=NOW, title="Autre titre")
    assert rep.open().page.form.pad.strokes == (), "nobody signs by habit another document than they read"


def test_a_second_page_is_never_opened_over_the_first(rep) -> None:
    window = rep.open()
    assert rep.open() is window


def test_a_change_while_it_is_read_is_not_signed(rep) -> None:
    window = rep.open()
    rep.workspace.do(proposals.update_proposal, rep.key, now=NOW, title="Autre titre")
    draw(window.page.form.pad)
    QTest.mouseClick(window.page.form.agree, LEFT)
    assert window.thanks is None and "pas encore pu" in window.page.form.hint.text()
    assert rep.signatures() == [] and rep.refused == []
    window.close()
    assert "changed since it was exported" in rep.refused[-1]


def test_signed_even_when_the_folder_cannot_be_written(rep) -> None:
    rep.bench.folder.write_text("a file where the folder should be")
    rep.sign().close()
    ((said, path),) = rep.kept
    assert path is None and "signed P-2026-0001" in said and "could not be" in said
    assert len(rep.signatures()) == 1
    rep.bench.folder.unlink()
    again = rep.acts.open_signed()
    assert again is not None and again.name.endswith("_v1_signee.pdf")
    assert again.read_bytes() == rep.workspace.ask(signatures.signed_pdf, rep.signatures()[0].id)


def test_the_signed_document_is_found_again_after_a_change(rep) -> None:
    assert rep.acts.open_signed() is None and rep.refused == ["Nobody signed this proposal yet."]
    rep.sign().close()
    before = rep.files()
    rep.workspace.do(proposals.update_proposal, rep.key, now=NOW, title="Autre titre")
    assert rep.acts.open_signed().name == before[0] and rep.files() == before


def test_keys_are_free_and_asked_for_only_when_composing(rep) -> None:
    asked: list[str] = []
    able = [False]
    actions = signing_actions(lambda: asked.append("sign"), lambda: asked.append("show"), "proposals", lambda: able[0])
    registry = ActionRegistry()
    registry.add(*rep.page.commands())
    assert {action.id for action in actions} <= {each.id for each in registry.all()}
    for action in actions:
        action.trigger()
    assert asked == []
    able[0] = True
    for action in actions:
        action.trigger()
    assert asked == ["sign", "show"]
