"""The three examples are what a rep could have typed, dated around today, and leave in one act."""

from datetime import timedelta

import pytest

from desktop import database
from desktop.errors import UserError
from desktop.models.catalogue import BlockKind
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import (
    calls,
    catalogue_changes,
    examples,
    grids,
    prospect_rows,
    prospects,
    search,
    standing_blocks,
    status_moves,
    templates,
    today,
)
from tests.conftest import MONDAY


@pytest.fixture(params=examples.LANGUAGES)
def loaded(request: pytest.FixtureRequest, session: database.Session) -> database.Session:
    examples.load(session, now=MONDAY, language=request.param)
    return session


def named(session: database.Session, company: str) -> Prospect:
    (row,) = [each for each in prospect_rows.prospect_rows(session) if each.name == company]
    return prospects.load_prospect(session, row.id)


def test_they_are_three_and_say_they_are_examples(loaded: database.Session) -> None:
    rows = prospect_rows.prospect_rows(loaded)
    assert {row.name for row in rows} == {"Ateliers Brévent", "MV Conseil", "Clinique du Parc"}
    assert {row.contact for row in rows} == {"Claire Fontaine", "Marc Vasseur", "Leïla Benali"}
    assert all(row.is_example for row in rows)
    assert examples.count(loaded) == 3


def test_claire_is_qualified_hot_and_late(loaded: database.Session) -> None:
    claire = named(loaded, "Ateliers Brévent")
    assert (claire.status, claire.heat, claire.low, claire.high) == (Status.QUALIFIED, Heat.HOT, 13, 13)
    assert status_moves.status_suggestion(loaded, claire.id).status is Status.QUALIFIED
    first = today.agenda(loaded, MONDAY).now[0]
    assert first.prospect_id == claire.id and first.late


def test_marc_is_warm_without_a_budget(loaded: database.Session) -> None:
    marc = named(loaded, "MV Conseil")
    sheet = grids.prospect_sheet(loaded, marc.id)
    assert marc.heat is Heat.WARM and marc.low == marc.high == 8
    assert sheet is not None and sheet.answers["budget"] == 0
    assert status_moves.status_suggestion(loaded, marc.id).status is Status.PROSPECT


def test_leila_is_asked_and_unknown(loaded: database.Session) -> None:
    leila = named(loaded, "Clinique du Parc")
    sheet = grids.prospect_sheet(loaded, leila.id)
    assert sheet is not None and set(sheet.answers.values()) == {"?"}
    assert (leila.low, leila.high, leila.to_complete) == (0, 15, True)


def test_each_has_words_to_quote_and_no_note_among_them(loaded: database.Session) -> None:
    for row in prospect_rows.prospect_rows(loaded):
        said = prospects.latest_verbatims(loaded, row.id)
        assert any(verbatim.citable for verbatim in said)
        assert all(verbatim.kind == "verbatim" for verbatim in said)


def test_no_call_of_theirs_is_still_running(loaded: database.Session) -> None:
    assert calls.running_call(loaded) is None


def test_everything_is_dated_before_now_but_the_next_steps_of_today(loaded: database.Session) -> None:
    due = [task.due_local.date() for task in today.agenda(loaded, MONDAY).now]
    assert due == [MONDAY.date() - timedelta(days=3), MONDAY.date(), MONDAY.date()]
    for row in prospect_rows.prospect_rows(loaded):
        (call,) = prospects.calls_of(loaded, row.id)
        assert call.ended_at is not None and call.started_at < call.ended_at < MONDAY


def test_the_languages_say_the_same_thing(session: database.Session) -> None:
    import tomllib

    from desktop.paths import resources

    def shape(code: str) -> list[object]:
        source = tomllib.loads((resources() / "examples" / f"{code}.toml").read_text("utf-8"))
        return [
            (
                each["company"],
                each["scores"],
                [(e["minute"], e.get("question"), e.get("kind"), e.get("citable")) for e in each["entries"]],
                {key: value for key, value in each["next_step"].items() if key != "subject"},
            )
            for each in source["prospects"]
        ]

    assert shape("fr") == shape("en")


def test_they_leave_in_one_act_and_come_back(session: database.Session) -> None:
    examples.load(session, now=MONDAY, language="fr")
    own = prospects.create_prospect(session, now=MONDAY, company="Atelier Roux")
    removed = examples.remove(session, at=MONDAY)
    assert len(removed) == 3 and examples.count(session) == 0
    assert [row.id for row in prospect_rows.prospect_rows(session)] == [own]
    session.flush()
    assert search.matching_prospects(session, "brévent") == []
    examples.bring_back(session, removed)
    assert examples.count(session) == 3


def test_they_do_not_take_the_place_of_a_running_call(session: database.Session) -> None:
    prospect_id = prospects.create_prospect(session, now=MONDAY, company="Atelier Roux")
    script = templates.script("b2b", "fr")
    running = calls.start_call(session, prospect_id, script, templates.grid(script.grid, "fr"), now=MONDAY)
    with pytest.raises(UserError):
        examples.load(session, now=MONDAY, language="fr")
    assert calls.running_call(session) == running


@pytest.mark.parametrize("code", examples.LANGUAGES)
def test_the_example_blocks_are_of_each_kind_and_commit_nobody(session: database.Session, code: str) -> None:
    changes = examples.standing_blocks(session, code, now=MONDAY)
    assert standing_blocks.blocks(session, code) == []
    catalogue_changes.apply(session, changes, now=MONDAY)
    blocks = standing_blocks.blocks(session, code)
    assert [block.kind for block in blocks] == list(BlockKind)
    assert not any(block.usual for block in blocks) and standing_blocks.usual_blocks(session, code) == []
    assert all("[" in block.text and "]" in block.text for block in blocks)
    catalogue_changes.take_back(session, changes, now=MONDAY)
    assert standing_blocks.blocks(session, code) == []
