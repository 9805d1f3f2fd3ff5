"""The short words of Today: days near and far, totals, actions, in both languages."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from desktop import i18n
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Band
from desktop.models.matrix import Heat, cell
from desktop.services.followup_rows import Task
from desktop.services.strips import Strip
from desktop.ui.today import words

TODAY = date(2026, 11, 23)


def task(due: str = "2026-11-23T14:00", heat: Heat | None = None, band: Band | None = None, subject: str = "") -> Task:
    due_local = datetime.fromisoformat(due)
    return Task(
        follow_up_id=uuid4(),
        prospect_id=uuid4(),
        person="Claire",
        company="Brévent",
        due_local=due_local,
        due_at=due_local,
        at=due_local,
        late_days=max(0, (TODAY - due_local.date()).days),
        channel=Channel.PHONE,
        objective=Objective.VALIDATION,
        subject=subject,
        brings="",
        moves=0,
        snoozed_until=None,
        cadence="",
        step=0,
        steps=0,
        low=None,
        high=None,
        band=band,
        heat=heat,
        to_complete=band is None,
        amount=Decimal(0),
        cell=cell(band, heat) if band and heat else None,
    )


@pytest.mark.parametrize(
    ("due", "in_english", "in_french"),
    [
        ("2026-11-23T14:00", "14:00", "14:00"),
        ("2026-11-20T09:00", "Fri 20", "Ven. 20"),
        ("2026-12-06T09:00", "Sun 6", "Dim. 6"),
        ("2026-12-07T09:00", "7 Dec", "7 déc."),
        ("2026-11-02T09:00", "2 Nov", "2 nov."),
    ],
)
def test_a_day_is_named_while_its_name_says_which(due: str, in_english: str, in_french: str) -> None:
    assert words.when(task(due), TODAY) == in_english
    i18n.use("fr")
    assert words.when(task(due), TODAY) == in_french


def test_totals() -> None:
    assert [words.total(*pair) for pair in ((None, None), (13, 13), (9, 12))] == ["", "13", "9 to 12"]
    i18n.use("fr")
    assert words.total(9, 12) == "9 à 12"


def test_what_is_to_prove_is_counted() -> None:
    def said(*places: int) -> str:
        return words.to_prove(replace(task(), strip=Strip(("a", "b"), ("A", "B"), (2, 3), frozenset(places))))

    assert (said(), said(0), said(0, 1)) == ("", "1 score to prove", "2 scores to prove")


def test_a_subject_is_one_line_however_it_was_typed() -> None:
    assert words.subject(task(subject="  one\n\ttwo ")) == "one two"
    assert words.subject(task(subject=" \n")) == "No subject noted"


def test_what_keeps_an_action_from_being_recommended() -> None:
    assert words.recommended(task()) == "Heat to choose"
    assert words.recommended(task(heat=Heat.HOT)) == "Grid to complete"
    assert words.recommended(task(heat=Heat.HOT, band=Band.GOOD)) == "Focus, proposal"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_cell_has_its_own_words(language: str) -> None:
    i18n.use(language)
    assert len({words.short_action(cell(band, heat)) for band in Band for heat in Heat}) == 9
    assert words.short_action(replace(cell(Band.LOW, Heat.COLD), action="Write to them")) == "Write to them"


def test_the_button_does_what_the_matrix_then_the_channel_calls_for() -> None:
    called = replace(task(heat=Heat.WARM, band=Band.MEDIUM), strip=Strip(("a",), ("A",), (2,)))
    assert words.main_act(task(heat=Heat.HOT, band=Band.GOOD))[:2] == ("proposal", "Open the proposal")
    assert words.main_act(called)[:2] == ("call", "Call")
    assert words.main_act(task())[:2] == ("call", "Start the call")
    assert words.main_act(replace(called, channel=Channel.EMAIL))[:2] == ("draft", "Prepare the e-mail")
    assert words.main_act(replace(called, channel=Channel.LINKEDIN))[:2] == ("draft", "Prepare the message")
    assert words.main_act(task(heat=Heat.HOT))[0] == "call"


def test_the_reason_of_a_rank_in_the_order_of_the_rank() -> None:
    late = replace(task("2026-11-20T09:00", Heat.HOT, Band.GOOD), amount=Decimal(32000))
    assert words.reason(late, TODAY) == "Focus, proposal · 3 days late · €32,000"
    assert words.reason(task(), TODAY) == "Heat to choose · due today at 14:00"
    assert words.reason(task("2026-11-26T09:00"), TODAY) == "Heat to choose · due on Thu 26 Nov"
    i18n.use("fr")
    assert words.reason(late, TODAY) == "Focus, proposition · en retard de 3 jours · 32\u202f000\u00a0€"


@pytest.mark.parametrize(
    ("amount", "in_english", "in_french"),
    [
        (950, "€950", "950\u00a0€"),
        (86_400, "€86k", "86\u00a0k€"),
        (1_250_000, "€1.2M", "1,2\u00a0M€"),
    ],
)
def test_a_sum_at_a_glance(amount: int, in_english: str, in_french: str) -> None:
    assert words.short_amount(Decimal(amount)) == in_english
    i18n.use("fr")
    assert words.short_amount(Decimal(amount)) == in_french


def test_put_off_it_says_when_it_rings_again() -> None:
    late = replace(task("2026-11-20T09:00", subject="budget"), snoozed_until=datetime.fromisoformat("2026-11-23T11:30"))
    assert words.subject(late) == "reminder at 11:30 · budget"
