"""When something took place, in both languages; a sentence that merely begins with a day keeps it."""

from datetime import datetime

import pytest

from desktop.services.past_dates import past_moment

NOW = datetime.fromisoformat("2026-11-24T10:50")  # a Tuesday


@pytest.mark.parametrize(
    ("text", "at", "rest"),
    [
        ("hier 14h demande le devis", "2026-11-23T14:00", "demande le devis"),
        ("Hier soir, vu au salon", "2026-11-23T18:00", "vu au salon"),
        ("avant-hier : rappelle", "2026-11-22T12:00", "rappelle"),
        ("ce matin", "2026-11-24T09:00", ""),
        ("aujourd’hui 9h x", "2026-11-24T09:00", "x"),
        ("today he called", "2026-11-24T10:50", "he called"),
        ("lundi 10h vu Claire", "2026-11-23T10:00", "vu Claire"),
        ("mardi 9h vu Claire", "2026-11-24T09:00", "vu Claire"),
        ("mardi 14h vu Claire", "2026-11-17T14:00", "vu Claire"),
        ("vendredi dernier au salon", "2026-11-20T12:00", "au salon"),
        ("last friday at the fair", "2026-11-20T12:00", "at the fair"),
        ("il y a deux semaines – appel", "2026-11-10T12:00", "appel"),
        ("3 days ago met", "2026-11-21T12:00", "met"),
        ("12/11 rdv", "2026-11-12T12:00", "rdv"),
        ("24/12 rdv", "2025-12-24T12:00", "rdv"),
        ("12 novembre à 9h : oui", "2026-11-12T09:00", "oui"),
        ("1er mars x", "2026-03-01T12:00", "x"),
    ],
)
def test_a_moment_is_read_and_the_rest_kept(text: str, at: str, rest: str) -> None:
    found = past_moment(text, NOW)
    assert found is not None
    assert (found.at_local, found.rest) == (datetime.fromisoformat(at), rest)


@pytest.mark.parametrize(
    "text",
    [
        "lundi il sera absent",
        "Friday at 2 he decides",
        "Hiérarchie à trois niveaux",
        "31/02 x",
        "10 personnes",
        "mars",
        "",
        "12/11e",
    ],
)
def test_what_may_be_something_else_is_no_date(text: str) -> None:
    assert past_moment(text, NOW) is None
