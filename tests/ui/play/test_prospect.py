"""The prospect of a conversation is written down by keyboard, every field of it."""

from datetime import date
from decimal import Decimal

from desktop.models.statuses import ContactRole
from desktop.services import prospects
from desktop.ui.play.prospect import ProspectPilot


def test_every_field_and_every_person_is_typed(opened, written, pictures: list[str]):
    file = """company = "Ateliers Brévent & fils"
about = "PME · 38 salariés"
source = "Salon"
address = "8 rue d’Été, 35000 Rennes"
notes = "Une ligne"
amount = 15000.5
expected_on = 2027-01-29"""
    conversation = written(company=file)
    contact = conversation.contacts[0].model_copy(
        update={"role": ContactRole.DECIDER, "phone": "02 99", "email": "c@b.fr", "job_title": "dirigeante"}
    )
    other = contact.model_copy(update={"name": "Karim", "role": ContactRole.USER, "phone": "", "email": ""})
    conversation = conversation.model_copy(update={"contacts": (contact, other)})
    prospect_id = ProspectPilot(opened, conversation, pictures.append).play()
    saved = opened.workspace.ask(prospects.load_prospect, prospect_id)
    assert (saved.company, saved.notes) == ("Ateliers Brévent & fils", "Une ligne")
    assert (saved.amount, saved.expected_on) == (Decimal("15000.50"), date(2027, 1, 29))
    assert [(each.name, each.role) for each in saved.contacts] == [
        ("Claire", ContactRole.DECIDER),
        ("Karim", ContactRole.USER),
    ]
    assert pictures == ["new-prospect", "prospect"]


def test_a_private_person_has_no_company(opened, written, pictures: list[str]):
    prospect_id = ProspectPilot(opened, written(company='kind = "b2c"'), pictures.append).play()
    saved = opened.workspace.ask(prospects.load_prospect, prospect_id)
    assert (saved.kind, saved.company, saved.name) == ("b2c", "", "Claire")
