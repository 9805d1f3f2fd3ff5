"""Search: accents, order, prefixes, words that look like syntax; every kind of thing, and days as words."""

import uuid
from datetime import datetime, timedelta

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.proposals import Proposal
from desktop.services import calls, prospects, templates
from desktop.services.found_things import FoundKind
from desktop.services.prospect_rows import prospect_rows
from desktop.services.prospects import create_prospect, remove_prospect
from desktop.services.search import Results, matching_prospects, matching_sentences, search
from tests.conftest import MONDAY
from tests.hostile import HOSTILE


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brevent", True),
        ("BRÉVENT", True),
        ("brev", True),
        ("fontaine brev", True),
        ("revent", False),
        ("brevent durand", False),
        ('"brevent', True),
        ("brevent*", True),
        ("-brevent", True),
        ("NEAR(brevent", False),
        ("brevent OR", False),
        ('" * ( ) -', False),
        ("", False),
    ],
)
def test_matching(session: Session, clock: FixedClock, words: str, found: bool) -> None:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")
    create_prospect(session, now=clock.now(), company="Durand")
    session.flush()
    assert (prospect_id in matching_prospects(session, words)) is found


def test_the_list_filters_and_forgets_what_is_removed(session: Session, clock: FixedClock) -> None:
    kept = create_prospect(session, now=clock.now(), company="Garage Roux")
    gone = create_prospect(session, now=clock.now(), company="Garage Blanc")
    remove_prospect(session, gone, at=clock.now())
    session.flush()
    assert [row.id for row in prospect_rows(session, "gar")] == [kept]
    assert [row.id for row in prospect_rows(session)] == [kept]


def called(session: Session, prospect_id: uuid.UUID, said: dict[datetime, str]) -> uuid.UUID:
    """A call in which all that was said."""
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    call_id = calls.start_call(session, prospect_id, script, grid, now=MONDAY)
    for at, words in said.items():
        calls.add_entry(session, call_id, "verbatim", words, at=at)
    session.flush()
    return call_id


def of(results: Results, kind: FoundKind) -> list[str]:
    return [each.text for group in results.groups if group.kind is kind for each in group.found]


@pytest.fixture
def book(session: Session) -> uuid.UUID:
    """Durand, who spoke of a quotation in March and again in November, and two others."""
    durand = create_prospect(
        session, now=MONDAY, company="Menuiserie Durand", person="Zoé Martin", notes="Préfère être rappelée le jeudi."
    )
    other = create_prospect(session, now=MONDAY, company="Garage Roux")
    removed = create_prospect(session, now=MONDAY, company="Disparu")
    march = MONDAY.replace(month=3, day=12)
    called(session, durand, {march: "Le devis précédent était trop cher.", MONDAY: "On attend un autre devis."})
    called(session, other, {MONDAY - timedelta(days=1): "Un devis en mars nous suffit."})
    called(session, removed, {MONDAY: "Un devis perdu."})
    remove_prospect(session, removed, at=MONDAY)
    session.add(
        Exchange(
            prospect_id=durand,
            kind=ExchangeKind.RECEIVED,
            text="Message : l’échéance recule",
            at=march,
            created_at=march,
        )
    )
    session.add(
        Proposal(
            prospect_id=durand,
            year=2026,
            rank=42,
            language="fr",
            title="Cloison pour l’atelier",
            cost_today="Deux journées perdues par mois",
            issued_on=MONDAY.date(),
            valid_until=MONDAY.date(),
            created_at=MONDAY,
            updated_at=MONDAY,
        )
    )
    session.flush()
    return durand


def test_every_kind_of_thing_is_found_in_its_words(session: Session, book: uuid.UUID) -> None:
    (sentence,) = matching_sentences(session, "CHER devis")
    assert (sentence.text, sentence.prospect, sentence.sort) == (
        "Le devis précédent était trop cher.",
        "Menuiserie Durand",
        "verbatim",
    )
    (group,) = search(session, "rappelee", now=MONDAY).groups
    assert group.kind is FoundKind.PROSPECT and group.found[0].beside == "Préfère être rappelée le jeudi."
    assert of(search(session, "echeance", now=MONDAY), FoundKind.EXCHANGE) == ["Message : l’échéance recule"]
    (proposal,) = search(session, "journees perd", now=MONDAY).groups[0].found
    assert (proposal.text, proposal.sort, proposal.beside) == (
        "Cloison pour l’atelier",
        "P-2026-0042",
        "Deux journées perdues par mois",
    )
    assert of(search(session, "P-2026-0042", now=MONDAY), FoundKind.PROPOSAL) == ["Cloison pour l’atelier"]
    assert search(session, "perdu disparu", now=MONDAY).groups == ()
    assert search(session, " ", now=MONDAY).groups == ()


def test_the_words_of_a_name_and_those_it_said_are_found_together(session: Session, book: uuid.UUID) -> None:
    for words in ("devis durand", "Durand autre devis", "cher zoé durand"):
        found = of(search(session, words, now=MONDAY), FoundKind.SENTENCE)
        assert found and all("devis" in each for each in found), words
    assert of(search(session, "durand cloison", now=MONDAY), FoundKind.PROPOSAL) == ["Cloison pour l’atelier"]
    assert of(search(session, "roux cloison", now=MONDAY), FoundKind.PROPOSAL) == []
    assert of(search(session, "durand zoe", now=MONDAY), FoundKind.SENTENCE) == [], "nothing of it was said"


def test_a_month_beside_words_asks_for_what_was_said_then(session: Session, book: uuid.UUID) -> None:
    results = search(session, "devis mars", now=MONDAY)
    assert of(results, FoundKind.SENTENCE) == ["Un devis en mars nous suffit.", "Le devis précédent était trop cher."]
    assert results.words == ("devis",) and results.span is not None
    assert of(search(session, "devis hier", now=MONDAY), FoundKind.SENTENCE) == ["Un devis en mars nous suffit."]
    assert of(search(session, "durand mars devis", now=MONDAY), FoundKind.SENTENCE) == [
        "Le devis précédent était trop cher."
    ]
    assert of(search(session, "echeance mars", now=MONDAY), FoundKind.EXCHANGE) == ["Message : l’échéance recule"]


def test_those_days_are_found_beneath_hundreds_of_newer_matches(session: Session) -> None:
    prospect_id = create_prospect(session, now=MONDAY, company="Long")
    start = MONDAY - timedelta(days=400)
    called(session, prospect_id, {start + timedelta(days=number): f"devis {number}" for number in range(400)})
    expected = start + timedelta(days=30)
    found = of(search(session, f"devis {expected:%B %Y}", now=MONDAY, limit=50), FoundKind.SENTENCE)
    assert "devis 30" in found and len(found) == 30 and set(found) <= {f"devis {day}" for day in range(75)}


def test_more_is_said_when_there_is_more(session: Session) -> None:
    for number in range(5):
        create_prospect(session, now=MONDAY, company=f"Atelier {number}")
    (few,) = search(session, "atelier", now=MONDAY, limit=3).groups
    assert [each.text for each in few.found] == ["Atelier 4", "Atelier 3", "Atelier 2"] and few.more
    (all_of_them,) = search(session, "atelier", now=MONDAY, limit=5).groups
    assert len(all_of_them.found) == 5 and not all_of_them.more


def test_whatever_is_typed_is_data(session: Session, book: uuid.UUID) -> None:
    for text in HOSTILE:
        search(session, text, now=MONDAY)
    prospects.update_prospect(session, book, now=MONDAY, notes="<b>gras</b> & co")
    session.flush()
    assert search(session, "<b>gras", now=MONDAY).groups[0].found[0].beside == "<b>gras</b> & co"
