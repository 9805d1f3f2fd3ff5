"""The two lines of what was found."""

import uuid
from dataclasses import replace

from desktop.i18n import use
from desktop.services.found_things import Found, FoundKind
from desktop.ui.widgets.found_words import ICONS, first_line, group_title, second_line
from tests.conftest import MONDAY, PARIS

FOUND = Found(
    FoundKind.SENTENCE, uuid.uuid4(), uuid.uuid4(), "Durand", "Le devis", "", "Zoé", MONDAY, "verbatim", uuid.uuid4()
)


def test_who_and_when() -> None:
    use("fr")
    assert second_line(FOUND, PARIS) == "Durand · Zoé · dit le 23 novembre 2026"
    assert second_line(replace(FOUND, sort="note", who="Durand"), PARIS) == "Durand · noté le 23 novembre 2026"
    for kind, said in (
        ("received", "reçu le"),
        ("sent", "envoyé le"),
        ("meeting", "rencontre du"),
        ("note", "noté le"),
    ):
        exchange = replace(FOUND, kind=FoundKind.EXCHANGE, sort=kind)
        assert f"{said} 23 novembre 2026" in second_line(exchange, PARIS)
    proposal = replace(FOUND, kind=FoundKind.PROPOSAL, sort="P-2026-0042", beside="deux jours", who="")
    assert first_line(proposal) == "P-2026-0042 · Le devis"
    assert second_line(proposal, PARIS) == "Durand · modifiée le 23 novembre 2026 · deux jours"
    assert second_line(replace(FOUND, kind=FoundKind.PROSPECT, beside="aime le bois"), PARIS) == "aime le bois"


def test_every_kind_has_its_sign_and_its_heading() -> None:
    assert set(ICONS) == set(FoundKind) and len({group_title(kind) for kind in FoundKind}) == len(FoundKind)
