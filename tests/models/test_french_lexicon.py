"""The closed lists: what begins a sentence, what follows « que », and what only fills."""

import pytest

from desktop.models import french_lexicon as lexicon
from desktop.models.turned_words import DoubtfulError, cut


@pytest.mark.parametrize(
    "said, rest",
    [
        ("Franchement, on perd.", "on perd"),
        ("En fait on perd.", "on perd"),
        ("Du coup, on perd.", "on perd"),
        ("Oui, non, on perd.", "on perd"),
        ("Là on perd.", "Là on perd"),
        ("Mais là, on perd.", "on perd"),
        ("Effectivement, on perd.", "on perd"),
        ("Alors on perd.", "on perd"),
        ("Et puis on perd.", "on perd"),
        ("Oui.", "Oui"),
    ],
)
def test_fillers_go(said: str, rest: str) -> None:
    assert " ".join(token.text for token in lexicon.without_filler(cut(said))) == rest


@pytest.mark.parametrize(
    "before, mood",
    [
        ("il faut", "subjunctive"),
        ("avant", "subjunctive"),
        ("jusqu’ à ce", "subjunctive"),
        ("parce", "indicative"),
        ("ce", "indicative"),
        ("les devis", "indicative"),
        ("le problème , c’ est", "indicative"),
        ("l’ idée , c’ est", None),
        ("je ne pense pas", None),
        ("", None),
    ],
)
def test_the_mood_after_que(before: str, mood: str | None) -> None:
    assert lexicon.mood_after(before.split()) == mood


@pytest.mark.parametrize(
    "after, follows",
    [
        ("relance les clients", True),
        ("les relance", True),
        ("souvent facture", True),
        ("zigouille tout", True),
        ("des clients", False),
        ("Karim relance", False),
        ("rapidement", False),
        ("je relance", False),
        ("abandonnés", False),
    ],
)
def test_a_verb_that_may_share_the_subject(after: str, follows: bool) -> None:
    assert lexicon.a_verb_follows(cut(after)) is follows


def test_orders_and_inversions() -> None:
    assert all(map(lexicon.is_order, ("envoyez", "passez", "dites")))
    assert not any(map(lexicon.is_order, ("assez", "chez", "rendez-vous")))
    assert all(map(lexicon.is_inverted, ("dois-je", "envoyez-moi", "peut-on")))
    assert not any(map(lexicon.is_inverted, ("rendez-vous", "expert-comptable", "-je")))


@pytest.mark.parametrize("after", [("le", "dossier"), ("ce", "projet"), ("tous", "les")])
def test_following_is_not_being(after: tuple[str, str]) -> None:
    with pytest.raises(DoubtfulError):
        lexicon.refuse_following(*after)
    lexicon.refuse_following("le", "gérant")
    lexicon.refuse_following("prêt", "à")


def test_dates_and_what_is_done_together() -> None:
    assert lexicon.is_a_date("on", "est", "lundi")
    assert not lexicon.is_a_date("je", "est", "lundi")
    assert not lexicon.is_a_date("on", "est", "trois")
    assert lexicon.is_done_together("reparle", False)
    assert lexicon.is_done_together("voit", True)
    assert not lexicon.is_done_together("voit", False)
    assert lexicon.speaks_of_both(["cela", "reste", "entre", "nous"])
    assert lexicon.is_known("mes")
    assert not lexicon.is_known("karim")
    assert lexicon.is_unfinished(["si", "on", "perd"])
    assert not lexicon.is_unfinished(["si", "on", "perd", ",", "on", "paie"])
