"""What Ctrl+K finds besides commands."""

import pytest

from desktop.services import calls, prospects, templates
from desktop.ui.finders import FOUND, finders
from tests.conftest import MONDAY
from tests.hostile import MARKUP


@pytest.fixture
def durand(workspace):
    key = workspace.do(prospects.create_prospect, now=MONDAY, company="Brévent", person="Claire Fontaine")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call = workspace.do(calls.start_call, key, script, grid, now=MONDAY)
    workspace.do(calls.add_entry, call, "verbatim", "On perd une journée.", at=MONDAY)
    return key


def test_each_kind_in_its_sentence_leads_to_the_prospect(workspace, durand) -> None:
    opened: list[object] = []
    (find,) = finders(workspace, opened.append)
    (name,) = find("brev")
    (sentence,) = find("journee")
    assert (name.title, name.words) == ("Brévent", ("brev",))
    assert (sentence.title, sentence.detail) == (
        "On perd une journée.",
        "Brévent · Claire Fontaine · said on 23 November 2026",
    )
    name.run()
    sentence.run()
    assert opened == [durand, durand]
    assert find("nobody") == []


def test_the_very_place_and_all_the_results(workspace, durand) -> None:
    found: list[object] = []
    asked: list[str] = []
    (find,) = finders(workspace, lambda _key: None, opened=found.append, show_all=asked.append)
    sentence, every = find("journee")
    sentence.run()
    every.run()
    assert [each.text for each in found] == ["On perd une journée."] and asked == ["journee"]
    assert every.keys, "the key that would have done it"
    assert len(find("zzz")) == 1, "the way to look further is always there"


def test_no_more_than_a_screenful(workspace) -> None:
    for number in range(FOUND + 3):
        workspace.do(prospects.create_prospect, now=MONDAY, company=f"Atelier {number} {MARKUP[number]}")
    (find,) = finders(workspace, lambda _key: None)
    assert len(find("atelier")) == FOUND
