import uuid

import pytest

from desktop.services import calls, opinions, prospects, scoring, speakers, templates
from desktop.services.opinions import SpeakerOpinion, disagreement
from tests.conftest import MONDAY

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call_id(session) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=MONDAY, company="Brévent", person="Claire Fontaine")
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)


def _opinion(level: int | None) -> SpeakerOpinion:
    return SpeakerOpinion(uuid.uuid4(), "x", level, MONDAY)


@pytest.mark.parametrize(
    ("levels", "differ"),
    [((), 0), ((2,), 0), ((2, 2), 0), ((2, None), 0), ((None, None), 0), ((2, 1), 2), ((0, None, 3), 2)],
)
def test_not_knowing_is_no_disagreement(levels: tuple, differ: int) -> None:
    found = disagreement("need", [_opinion(level) for level in levels])
    assert (len(found.opinions) if found else 0) == differ


def test_disagreements_come_in_the_order_of_the_grid(session, call_id) -> None:
    assert opinions.disagreements(session, call_id) == ()
    claire = speakers.speakers_of(session, call_id).people[0].contact_id
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    for criterion, levels in {"fit": (0, 3), "budget": (1, 1), "need": (3, 2)}.items():
        for person, level in zip((karim, claire), levels, strict=True):
            scoring.set_score(session, call_id, criterion, level, at=MONDAY, speaker=person)
    found = opinions.disagreements(session, call_id)
    told = [(each.criterion, [(opinion.name, opinion.level) for opinion in each.opinions]) for each in found]
    assert told == [("need", [("Claire Fontaine", 2), ("Karim", 3)]), ("fit", [("Claire Fontaine", 3), ("Karim", 0)])]


def test_the_opinion_of_somebody_removed_is_not_shown(session, call_id) -> None:
    claire = speakers.speakers_of(session, call_id).people[0].contact_id
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    for person, level in ((claire, 3), (karim, 1)):
        scoring.set_score(session, call_id, "need", level, at=MONDAY, speaker=person)
    prospects.remove_contact(session, karim, at=MONDAY)
    session.flush()
    assert [each.contact_id for each in opinions.by_criterion(session, call_id)["need"]] == [claire]


def test_the_same_opinion_twice_changes_nothing(session, call_id) -> None:
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    scoring.set_score(session, call_id, "need", 3, at=MONDAY, speaker=karim)
    before = opinions.kept(opinions.of_criterion(session, call_id, "need"))
    scoring.set_score(session, call_id, "need", 3, at=MONDAY.replace(hour=11), speaker=karim)
    assert opinions.kept(opinions.of_criterion(session, call_id, "need")) == before
