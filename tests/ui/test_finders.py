"""What Ctrl+K finds besides commands."""

from desktop.services import calls, prospects, templates
from desktop.ui.finders import FOUND, finders
from tests.conftest import MONDAY


def test_prospects_and_what_they_said_lead_to_the_prospect(workspace) -> None:
    key = workspace.do(prospects.create_prospect, now=MONDAY, company="Brévent", person="Claire Fontaine")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call = workspace.do(calls.start_call, key, script, grid, now=MONDAY)
    workspace.do(calls.add_entry, call, "verbatim", "On perd une journée.", at=MONDAY)
    opened: list[object] = []
    names, sentences = finders(workspace, opened.append)
    (name,) = names("brev")
    (sentence,) = sentences("journee")
    assert (name.title, sentence.title, sentence.detail) == ("Brévent", "On perd une journée.", "Brévent")
    name.run()
    sentence.run()
    assert opened == [key, key]
    assert names("nobody") == [] and sentences("nothing") == []


def test_no_more_than_a_screenful(workspace) -> None:
    for number in range(FOUND + 3):
        workspace.do(prospects.create_prospect, now=MONDAY, company=f"Atelier {number}")
    names, _sentences = finders(workspace, lambda _key: None)
    assert len(names("atelier")) == FOUND
