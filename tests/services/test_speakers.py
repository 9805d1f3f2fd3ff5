import uuid

import pytest

from desktop.errors import UserError
from desktop.models.calls import Call
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole
from desktop.services import calls, prospects, speakers, templates
from tests.conftest import MONDAY

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call_id(session) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=MONDAY, company="Brévent", person="Claire Fontaine")
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)


def _said_by(session, call_id, text: str) -> uuid.UUID | None:
    entry_id = calls.add_entry(session, call_id, "verbatim", text, at=MONDAY)
    return next(entry.contact_id for entry in calls.entries(session, call_id) if entry.id == entry_id)


def test_who_picked_up_speaks_until_another_is_named(session, call_id) -> None:
    found = speakers.speakers_of(session, call_id)
    claire = found.people[0].contact_id
    assert (found.current, found.several, found.opinion_of) == (claire, False, None)
    assert _said_by(session, call_id, "one") == claire
    karim = speakers.add_speaker(session, call_id, " Karim Benali ", now=MONDAY, role=ContactRole.USER)
    found = speakers.speakers_of(session, call_id)
    assert found.speaking.name == "Karim Benali" and found.speaking.role is ContactRole.USER
    assert found.opinion_of == karim
    assert _said_by(session, call_id, "two") == karim
    assert speakers.set_speaker(session, call_id, claire) == karim
    assert speakers.set_speaker(session, call_id, claire) == claire
    assert _said_by(session, call_id, "three") == claire
    assert speakers.speakers_of(session, call_id).current == claire


def test_the_screen_reads_the_same_people_from_its_outline(session, call_id) -> None:
    speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    session.expire_all()
    outline = calls.outline(session, call_id)
    assert speakers.speakers_among(outline.call, outline.prospect.contacts) == speakers.speakers_of(session, call_id)


def test_only_somebody_of_this_prospect_can_speak(session, call_id) -> None:
    other = prospects.create_prospect(session, now=MONDAY, person="Marc Petit")
    marc = prospects.load_prospect(session, other).contacts[0].id
    gone = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    speakers.take_back_speaker(session, call_id, gone, None, at=MONDAY)
    for contact_id in (marc, gone, uuid.uuid4()):
        with pytest.raises(UserError):
            speakers.set_speaker(session, call_id, contact_id)
    assert session.get_one(Call, call_id).speaker_id is None


def test_somebody_added_goes_and_comes_back_whole(session, call_id) -> None:
    with pytest.raises(UserError):
        speakers.add_speaker(session, call_id, "  ", now=MONDAY)
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY, job_title="Sales")
    for _twice in range(2):
        speakers.take_back_speaker(session, call_id, karim, None, at=MONDAY)
        session.flush()
        assert [each.name for each in speakers.speakers_of(session, call_id).people] == ["Claire Fontaine"]
        assert session.get_one(Call, call_id).speaker_id is None
    for _twice in range(2):
        speakers.bring_back_speaker(session, call_id, karim)
        session.flush()
        assert speakers.speakers_of(session, call_id).speaking.job_title == "Sales"
    assert session.get_one(Contact, karim).deleted_at is None


def test_taking_back_somebody_does_not_silence_who_speaks_now(session, call_id) -> None:
    claire = speakers.speakers_of(session, call_id).current
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    speakers.set_speaker(session, call_id, claire)
    speakers.take_back_speaker(session, call_id, karim, None, at=MONDAY)
    assert session.get_one(Call, call_id).speaker_id == claire


def test_going_round_the_table(session, call_id) -> None:
    claire = speakers.speakers_of(session, call_id).people[0]
    assert speakers.speakers_of(session, call_id).neighbour(1) is None
    karim = speakers.add_speaker(session, call_id, "Karim", now=MONDAY)
    lea = speakers.add_speaker(session, call_id, "Léa", now=MONDAY)
    found = speakers.speakers_of(session, call_id)
    assert (found.neighbour(1), found.neighbour(-1).contact_id) == (claire, karim)
    speakers.set_speaker(session, call_id, claire.contact_id)
    assert speakers.speakers_of(session, call_id).neighbour(-1).contact_id == lea


def test_one_word_is_enough_unless_two_share_it() -> None:
    keys = [uuid.uuid4() for _name in range(4)]
    names = dict(zip(keys, ("Claire Fontaine", "Karim Benali", "Karim Leroy", " "), strict=True))
    assert list(speakers.first_names(names).values()) == ["Claire", "Karim Benali", "Karim Leroy", "Unnamed"]
