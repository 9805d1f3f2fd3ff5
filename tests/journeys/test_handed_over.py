"""Everything that a customer receives of a played call, in French and in English: readable, and nothing more."""

import re
import shutil
import subprocess
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.clock import PARIS
from tests.documents.reading import fonts_of, text_of
from tests.journeys.conftest import Performance, plain

NAMES = {
    "claire": {"Proposition", "Synthese", "Devis", "Pre-proposition", "Prochain-rendez-vous", "Compte-rendu"},
    "claire-en": {"Proposal", "Summary", "Quotation", "Pre-proposal", "Next-appointment", "Call-account"},
}
PRIVATE = ("13 sur 15", "13 of 15", "Focus immédiat", "Immediate focus", "chaud", " hot ", "Décideur", "decider")
"""A score, an action, a heat and a role, as the screens say them."""


@pytest.fixture(params=sorted(NAMES))
def told(performance, request: pytest.FixtureRequest) -> Performance:
    played: Performance = performance(request.param)
    assert played.code == 0 and played.summary["refused"] == []
    return played


def documents(told: Performance) -> dict[Path, str]:
    """Text of each PDF that the program named, every run of white space as one space."""
    return {path: plain(text_of(path.read_bytes())) for path in sorted(told.out.glob("20*.pdf"))}


def kind_of(path: Path) -> str:
    return path.name.split("_")[1]


def language(told: Performance) -> str:
    return told.conversation.conversation.language


def test_each_document_is_written_under_a_name_that_says_what_it_is(told: Performance):
    found = documents(told)
    assert {kind_of(path) for path in found} == NAMES["claire" if language(told) == "fr" else "claire-en"]
    ends = sorted(path.stem.split("P-2026-0001_")[-1] for path in found if kind_of(path).startswith("Propos"))
    assert ends == ["v1", "v2", "v2_signee" if language(told) == "fr" else "v2_signed"]
    assert (told.out / "proposition.pdf").read_bytes() == next(told.out.glob("*Propos*_v2.pdf")).read_bytes()


def test_each_document_is_sound_and_carries_its_fonts(told: Performance):
    for path, text in documents(told).items():
        data = path.read_bytes()
        fonts = list(fonts_of(data))
        assert fonts and all(embedded for _name, embedded in fonts), path.name
        assert "Ateliers Brévent" in text, path.name
        assert "\u202f" not in text and "&amp;" not in text
        if shutil.which("qpdf"):
            assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, timeout=20).returncode == 0
        if shutil.which("pdffonts"):
            listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, timeout=20, check=True)
            rows = listed.stdout.splitlines()[2:]
            assert rows and all(re.search(r" yes (yes|no) (yes|no) +\d+ +0$", row) for row in rows), path.name


def test_their_own_words_stand_in_what_is_built_from_them(told: Performance):
    form = told.conversation.proposal
    assert form
    words = [plain(need.verbatim) for need in form.needs if need.included]
    for path, text in documents(told).items():
        if kind_of(path)[:5] in ("Propo", "Pre-p", "Compt", "Call-"):
            assert [each for each in words if each not in text] == [], path.name
    summary = next(text for path, text in documents(told).items() if kind_of(path) in ("Synthese", "Summary"))
    assert plain(form.opens_with) in summary


def test_nothing_that_was_said_between_us_leaves(told: Performance):
    call = told.summary["call"]
    kept_back = [plain(entry.get("corrected", entry["text"])) for entry in call["entries"] if not entry["citable"]]
    kept_back += [plain(each["words"]) for each in call["objections"]]
    for path, text in documents(told).items():
        assert [each for each in (*kept_back, *PRIVATE) if each in text] == [], path.name


def test_the_three_doors_come_from_the_catalogue(told: Performance):
    proposal = told.summary["proposal"]
    assert [option["door"] for option in proposal["options"]] == ["step", "budget", "whole"]
    assert [option["recommended"] for option in proposal["options"]] == [False, True, False]
    sold = {line.label for option in told.conversation.proposal.options for line in option.lines}  # type: ignore[union-attr]
    assert {offer.label for offer in told.conversation.catalogue} < sold


def test_the_plan_is_counted_back_from_their_day(told: Performance):
    plan = told.summary["proposal"]["plan"]
    assert (plan["wished_on"], plan["ready_on"], plan["late"]) == ("2027-01-29", "2027-01-29", 0)
    assert {step["side"] for step in plan["steps"]} == {"ours", "theirs"}
    assert any(step["slack"] for step in plan["steps"])


def test_the_return_counts_their_figures_and_no_other(told: Performance):
    """A day a week, two people, 340 euros, 46 weeks; the first year with the line that they chose."""
    form, returns = told.conversation.proposal, told.summary["proposal"]["returns"]
    assert form
    assert (returns["gain_a_year"], returns["cost"], returns["months"]) == ("31280.00", "12528.00", 5)
    assert tuple(returns["figures"]) == form.returns[0].figures
    printed = [text for path, text in documents(told).items() if path.stem.endswith("_v2")]
    assert all(words in text for text in printed for words in form.returns[0].figures)


def test_the_dates_open_in_a_calendar(told: Performance):
    (path,) = told.out.glob("*.ics")
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    steps = told.summary["proposal"]["plan"]["steps"]
    assert len(events) == len(steps) + 1
    starts = [event.decoded("DTSTART") for event in events]
    (appointment,) = [start for start in starts if isinstance(start, datetime)]
    assert appointment.astimezone(PARIS).isoformat() == "2026-11-27T10:00:00+01:00"


def test_the_message_waits_to_be_sent_with_the_very_document(told: Performance):
    (path,) = told.out.glob("*.eml")
    message = message_from_bytes(path.read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert message["X-Unsent"] == "1" and "claire.fontaine@brevent.example" in message["To"]
    assert attached.get_content() == (told.out / str(attached.get_filename())).read_bytes()
    body = message.get_body()
    assert body is not None and told.conversation.proposal
    assert plain(told.conversation.proposal.opens_with) in plain(body.get_content())


def test_what_changed_is_said_and_what_was_signed_is_kept(told: Performance):
    proposal = told.summary["proposal"]
    latest, first = proposal["revisions"]
    assert (latest["number"], first["number"]) == (2, 1)
    assert set(first["documents"]) == {"proposal", "summary", "quotation", "plan", "slip"}
    assert first["changes"] == [] and any("CRM" in words for words in latest["changes"])
    assert proposal["state"] == "accepted"
    assert proposal["signature"] == {
        "name": "Claire Fontaine",
        "quality": "dirigeante" if language(told) == "fr" else "managing director",
        "place": "Chartres-de-Bretagne",
        "option": proposal["options"][1]["name"],
    }
    (signed,) = (text for path, text in documents(told).items() if "sign" in path.stem)
    assert "SHA-256" in signed and "Chartres-de-Bretagne" in signed
