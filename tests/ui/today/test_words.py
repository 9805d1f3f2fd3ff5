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
from desktop.services.strips import Strip
from desktop.services.today import Task
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
        late=due_local.date() < TODAY,
        channel=Channel.PHONE,
        objective=Objective.VALIDATION,
        subject=subject,
        strip=Strip(),
        low=None,
        high=None,
        heat=heat,
        cell=cell(band, heat) if band and heat else None,
        to_complete=True,
        amount=Decimal(0),
        moves=0,
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
    assert len({words.short_action(band, heat) for band in Band for heat in Heat}) == 9


def test_only_a_good_and_hot_prospect_is_proposed_to() -> None:
    proposed = [(band, heat) for band in Band for heat in Heat if words.proposes(task(heat=heat, band=band))]
    assert (Band.GOOD, Heat.HOT) in proposed
    assert not any(band is Band.LOW for band, _heat in proposed)
    assert not words.proposes(task(heat=Heat.HOT))
