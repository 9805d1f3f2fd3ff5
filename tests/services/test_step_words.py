import pytest

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.step_words import channel_in, objective_in, subject_of


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("tél valider le budget", Channel.PHONE),
        ("rappeler Karim", Channel.PHONE),
        ("call Claire", Channel.PHONE),
        ("envoyer le devis par mail", Channel.EMAIL),
        ("e-mail", Channel.EMAIL),
        ("visio avec l’équipe", Channel.VIDEO),
        ("Teams", Channel.VIDEO),
        ("rdv sur site", Channel.MEETING),
        ("meeting with Karim", Channel.MEETING),
        ("rendez-vous téléphonique", Channel.PHONE),
        ("rdv visio", Channel.VIDEO),
        ("LinkedIn", Channel.LINKEDIN),
        ("mail puis appel", None),
        ("relire l’appel d’offres", None),
        ("valider le budget", None),
        ("hotel", None),
    ],
)
def test_a_channel_is_named_by_one_word(words: str, channel: Channel | None) -> None:
    assert channel_in(words) is channel


@pytest.mark.parametrize(
    ("words", "objective"),
    [
        ("valider le budget", Objective.VALIDATION),
        ("signature du devis", Objective.VALIDATION),
        ("confirm the budget", Objective.VALIDATION),
        ("préciser le périmètre", Objective.PRECISION),
        ("clarify who decides", Objective.PRECISION),
        ("démo à l’équipe", Objective.PROJECTION),
        ("show the customer case", Objective.PROJECTION),
        ("démo puis signature", None),
        ("rappeler", None),
        ("précieux", None),
    ],
)
def test_an_objective_is_named_by_its_verbs(words: str, objective: Objective | None) -> None:
    assert objective_in(words) is objective


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("tél", ""),
        ("par mail : envoyer le devis", "envoyer le devis"),
        ("visio, valider le budget", "valider le budget"),
        ("visio valider le budget", "visio valider le budget"),
        ("mail de relance", "mail de relance"),
        ("pour valider le budget", "valider le budget"),
        ("to confirm the budget", "confirm the budget"),
        ("valider", "valider"),
        ("", ""),
    ],
)
def test_the_subject_keeps_the_words_of_the_rep(words: str, subject: str) -> None:
    assert subject_of(words) == subject
