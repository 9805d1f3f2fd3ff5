"""Channels and objectives in words."""

from desktop.i18n import Language
from desktop.models.followup_kinds import Channel, Objective, label, objective_hint

FRENCH = Language("fr")


def test_channels() -> None:
    labels = ["Téléphone", "E-mail", "Rendez-vous", "Visioconférence", "LinkedIn", "Autre"]
    assert [label(channel, FRENCH) for channel in Channel] == labels


def test_the_three_objectives_of_the_article() -> None:
    assert [label(objective, FRENCH) for objective in Objective] == ["Validation", "Précision", "Projection"]
    assert len({objective_hint(objective, FRENCH) for objective in Objective}) == 3
