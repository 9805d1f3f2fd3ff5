"""The account of a call that the customer receives the same day: one page, their words, nothing of ours."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop.documents.call_report import render_call_report, report_name
from desktop.models.followup_kinds import Channel
from desktop.models.need_kinds import NeedKind
from desktop.services.call_report import CallReport, Point
from desktop.services.proposal_content import AgreedStep, Quote
from tests.documents.cases import CALL, CLIENT, SELLER
from tests.documents.reading import flat, fonts_of, reader, text_of
from tests.hostile import LONG

LOST_DAY = "On perd une journée par semaine à relancer des devis qui n’aboutiront jamais."
REPORT = CallReport(
    language="fr",
    seller=SELLER,
    client=CLIENT,
    held_on=CALL,
    people=("Claire Fontaine", "Julie Morvan"),
    points=(
        Point(NeedKind.STAKE, (Quote(LOST_DAY, "Claire Fontaine", CALL, True),), "Des relances aux devis mûrs.", True),
        Point(NeedKind.OBSTACLE, (Quote("Le CRM actuel, personne ne l’ouvre.", "Claire Fontaine", CALL),)),
    ),
    next_step=AgreedStep(datetime.fromisoformat("2026-11-27T10:00"), Channel.PHONE),
)


def test_their_words_what_we_understood_and_when_we_speak_again() -> None:
    data = render_call_report(REPORT)
    text = flat(text_of(data))
    assert flat(LOST_DAY) in text and flat("Des relances aux devis mûrs.") in text
    assert text.count(flat("confirmé ensemble")) == 1
    assert flat("Vendredi 27 novembre 2026 à 10 h, par téléphone") in text
    assert flat(SELLER.phone) in text and flat(SELLER.siret) in text
    assert all(embedded for _name, embedded in fonts_of(data))


def test_in_english_for_an_english_customer() -> None:
    text = text_of(render_call_report(replace(REPORT, language="en")))
    assert "What you told us" in text and "by phone" in text and "confirmed together" in text


def test_who_agreed_is_said() -> None:
    agreed = replace(REPORT, agreed_by="Claire Fontaine", agreed_on=CALL)
    text = flat(text_of(render_call_report(agreed)))
    assert flat("Besoins relus et classés avec Claire Fontaine le 12 novembre 2026") in text
    assert flat("signés") not in text
    signed = replace(agreed, signature=(((0, 0), (500, 200)),))
    assert flat("signés par Claire Fontaine le 12 novembre 2026") in flat(text_of(render_call_report(signed)))
    seen = replace(REPORT, agreed_on=CALL)
    assert "Claire Fontaine le" not in text_of(render_call_report(seen))


def test_the_signature_is_drawn_where_it_was_signed() -> None:
    agreed = replace(REPORT, agreed_by="Claire Fontaine", agreed_on=CALL)
    signed = replace(agreed, signature=(((0, 0), (500, 200), (900, 10)),))
    curves = [
        reader(render_call_report(report)).pages[0].get_contents().get_data().count(b" c\n")
        + reader(render_call_report(report)).pages[0].get_contents().get_data().count(b" c ")
        for report in (agreed, signed)
    ]
    assert curves[0] < curves[1]


@pytest.mark.parametrize("count", [0, 12, 60])
def test_always_one_page(count: int) -> None:
    many = tuple(replace(REPORT.points[0], quotes=(Quote(f"{n}. {LOST_DAY}", "Claire", CALL),)) for n in range(count))
    data = render_call_report(replace(REPORT, points=many))
    assert len(reader(data).pages) == 1
    left = count - sum(flat(f"{n}. {LOST_DAY}") in flat(text_of(data)) for n in range(count))
    assert (flat(f"Et {left} autres points") in flat(text_of(data))) == (left > 0)


def test_endless_text_holds_on_one_page_too() -> None:
    """Any other hostile text: tests/documents/test_hostile_text.py."""
    for text in LONG:
        point = Point(NeedKind.NEED, (Quote(text, text[:80], CALL, True),), text, True)
        client = replace(CLIENT, company=text[:200])
        data = render_call_report(replace(REPORT, points=(point,), client=client, agreed_by=text[:80], agreed_on=CALL))
        assert len(reader(data).pages) == 1


def test_the_same_report_is_the_same_file() -> None:
    assert render_call_report(REPORT) == render_call_report(REPORT)
    assert report_name(REPORT) == "2026-11-12_Compte-rendu_Ateliers-Brevent.pdf"
    assert report_name(replace(REPORT, language="en", held_on=date(2026, 1, 2))).startswith("2026-01-02_Call-account")
