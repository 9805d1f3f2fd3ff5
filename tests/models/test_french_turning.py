"""One French sentence at a time: what the corpus does not show by itself."""

import pytest

from desktop.models.french_turning import FrenchSentence
from desktop.models.turned_words import DoubtfulError


@pytest.mark.parametrize(
    "said, whole",
    [
        ("On perd du temps.", True),
        ("Karim finit ses devis le soir.", True),
        ("Il faut un outil simple.", True),
        ("Avant fin janvier.", False),
        ("15 000 euros maximum.", False),
        ("Pas de budget cette année.", False),
    ],
)
def test_only_a_sentence_with_its_verb_is_whole(said: str, whole: bool) -> None:
    assert FrenchSentence(said).whole is whole


@pytest.mark.parametrize(
    "said, turned",
    [
        ("J’ai essayé.", "vous avez essayé"),
        ("Je n’ai rien.", "vous n’avez rien"),
        ("Je ne suis pas prêt.", "vous n’êtes pas prêt"),
        ("Je le suis depuis deux ans.", "vous l’êtes depuis deux ans"),
        ("Je ne me suis pas décidé.", "vous ne vous êtes pas décidé"),
        ("Ce que l’on cherche, c’est du temps.", "ce que vous cherchez, c’est du temps"),
        ("Lorsqu’on relance, ça marche.", "lorsque vous relancez, ça marche"),
        ("L’équipe et moi, on décide vite.", "l’équipe et vous, vous décidez vite"),
        ("Je pense que j’ai trop attendu.", "vous pensez que vous avez trop attendu"),
        ("Avant que je signe, il faut un essai.", "avant que vous signiez, il faut un essai"),
        ("Du coup, on refuse des chantiers.", "vous refusez des chantiers"),
    ],
)
def test_turned(said: str, turned: str) -> None:
    assert FrenchSentence(said).text == turned


@pytest.mark.parametrize(
    "said",
    [
        "Je zigouille mes marges.",
        "On travaille avec vous.",
        "Il dit : « je signe ».",
        "On attend sa réponse.",
        "On a un logiciel, ses défauts nous coûtent.",
        "Je voudrais qu’on avance.",
        "Et si on avançait.",
        "Suis-je le seul.",
        "Moi et Karim avons signé.",
        "On paie et souvent relance pour rien.",
    ],
)
def test_doubtful(said: str) -> None:
    with pytest.raises(DoubtfulError):
        FrenchSentence(said)
