"""The proposal is written in the composer, field by field, and what may not be said is refused."""

from datetime import date
from decimal import Decimal

from desktop.services.conversation_forms import Conversation
from desktop.services.conversation_summary import Refusal
from desktop.services.proposal_lists import proposals_of
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.ui.play.artefacts import text_of
from desktop.ui.play.runner import Played, perform, set_the_stage
from desktop.ui.play.stage import Stage

READY = """
[[steps]]
score = 3
[[steps]]
score = 3
criterion = "budget"
[[steps]]
score = 3
criterion = "authority"
[[steps]]
score = {timing}
criterion = "timing"
[[steps]]
score = {timing}
criterion = "fit"
[[steps]]
say = "Karim finishes his quotes in the evening."
citable = true
[[steps]]
heat = "hot"
"""
PROPOSAL = """
[proposal]
title = "Une journée rendue"
validity = 45
start_on = 2027-01-29
gains = ["Un", "Deux"]
[[proposal.needs]]
verbatim = "Karim finishes his quotes in the evening."
understanding = "Des soirées."
impact = "Le soir"
answer = "Trois jours."
benefit = "Le jour même."
proof = "Perrin."
[[proposal.options]]
name = "Démarrer"
[[proposal.options.lines]]
label = "Audit"
quantity = 2.5
unit = "jours"
unit_price = 99.99
vat_rate = 5.5
discount = 10
[[proposal.options]]
name = "Équiper"
recommended = true
reason = "Elle suffit."
covers = ["Karim finishes his quotes in the evening."]
[[proposal.options.lines]]
label = "Forfait"
unit_price = 1000
"""


def played(opened: Stage, conversation: Conversation) -> tuple[Played, ProposalSheet]:
    set_the_stage(opened, conversation)
    done = perform(opened, conversation, lambda _name: None)
    found = opened.workspace.ask(proposals_of, done.prospect_id)
    return done, opened.workspace.ask(sheet, found[0].id)


def test_what_is_written_is_what_is_saved(opened, written):
    done, found = played(opened, written(READY.format(timing=3), proposal=PROPOSAL))
    content = found.content
    assert done.refused == []
    assert (content.title, content.gains, content.start_on) == ("Une journée rendue", ("Un", "Deux"), date(2027, 1, 29))
    assert content.valid_until == date(2027, 1, 7)
    (need,) = content.needs
    assert [quote.text for quote in need.quotes] == ["Karim finishes his quotes in the evening."]
    assert (need.understanding, need.impact, need.answer, need.benefit, need.proof) == (
        "Des soirées.",
        "Le soir",
        "Trois jours.",
        "Le jour même.",
        "Perrin.",
    )
    start, equip = content.options
    (line,) = start.lines
    assert (line.label, line.quantity, line.unit) == ("Audit", Decimal("2.5"), "jours")
    assert (line.unit_price, line.vat_rate, line.discount) == (Decimal("99.99"), Decimal("5.5"), Decimal(10))
    assert (equip.name, equip.recommended, equip.reason, equip.answers) == ("Équiper", True, "Elle suffit.", (0,))
    assert not start.recommended and start.answers == ()
    assert done.pdf is not None and done.pdf.startswith(b"%PDF-")


def test_a_price_is_refused_while_a_gap_is_open(opened, written, tmp_path):
    """Medium and hot: the matrix allows a pre-proposal, and no price."""
    done, found = played(opened, written(READY.format(timing=0), proposal=PROPOSAL))
    assert (found.cell.band, found.cell.heat, found.proposal.contractual) == ("medium", "hot", False)
    assert done.refused == [Refusal("price", "Say in a few words why you give a price now.")]
    assert done.pdf is not None
    (tmp_path / "pre.pdf").write_bytes(done.pdf)
    text = text_of(tmp_path / "pre.pdf")
    assert "€" not in text
    assert "Karim finishes his quotes" in text


def test_an_export_that_is_forbidden_is_refused_in_the_programs_words(opened, written):
    conversation = written(READY.format(timing=3), proposal=PROPOSAL, siret="")
    done, _found = played(opened, conversation)
    assert done.pdf is None
    assert [each.act for each in done.refused] == ["export"]
    assert "SIRET" in done.refused[0].reason
