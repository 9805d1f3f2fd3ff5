"""When we speak again, as each language says it."""

from datetime import datetime

import pytest

from desktop.documents.appointment import when
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from desktop.models.followup_kinds import Channel
from desktop.services.proposal_content import AgreedStep


@pytest.mark.parametrize(
    ("at", "channel", "french", "english"),
    [
        ("2026-11-27T10:00", Channel.PHONE, "Vendredi 27 novembre 2026 à 10h, par téléphone", "by phone"),
        ("2026-11-27T10:05", Channel.VIDEO, "Vendredi 27 novembre 2026 à 10h05, en visio", "10:05, by video"),
    ],
)
def test_day_hour_and_means(at: str, channel: Channel, french: str, english: str) -> None:
    step = AgreedStep(datetime.fromisoformat(at), channel)
    assert when(step, Typesetter(Language("fr"), styles("#0F6E6E"))).replace("\u00a0", " ") == french
    said = when(step, Typesetter(Language("en"), styles("#0F6E6E")))
    assert said.startswith("Friday 27 November 2026 at 10:0") and english in said


def test_every_means_has_words() -> None:
    setter = Typesetter(Language("fr"), styles("#0F6E6E"))
    said = {when(AgreedStep(datetime.fromisoformat("2026-11-27T10:00"), each), setter) for each in Channel}
    assert len(said) == len(Channel)
