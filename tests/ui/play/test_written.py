"""What is on the disk is what a play believes, and what stands there already is not typed again."""

import pytest

from desktop.ui.play.keys import PlayError
from desktop.ui.play.written import WrittenProposal


def test_a_need_is_found_by_its_words(composed):
    proposal: WrittenProposal = composed("")
    assert proposal.row_of("Karim finishes his quotes late.") is proposal.composer.needs.rows[0]
    with pytest.raises(PlayError, match=r"no need of the proposal quotes “We lose an hour\."):
        proposal.row_of("We lose an hour.")


def test_what_stands_there_is_not_typed_again(composed):
    proposal: WrittenProposal = composed("")
    title = proposal.composer.document.title_edit
    proposal.fill(title, "A day back")
    proposal.composer.plan.wished.setFocus()
    for text in ("A day back", ""):
        proposal.fill(title, text)
        assert not title.hasFocus()
    assert title.toPlainText() == "A day back"
