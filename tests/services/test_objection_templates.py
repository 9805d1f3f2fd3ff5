from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models.library import ItemKind, LibraryItem
from desktop.services.objection_templates import LIBRARY_KEY, cards_in_use, read_cards, shipped


def test_both_languages_have_the_same_cards() -> None:
    french, english = shipped("fr").cards, shipped("en").cards
    assert [card.key for card in french] == [card.key for card in english]
    assert [card.proof for card in french] == [card.proof for card in english]
    assert len(french) >= 14


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_card_can_be_said_aloud_and_pushes_nobody(language: str) -> None:
    for card in shipped(language).cards:
        assert len(card.phrasings) >= 8, card.key
        for step, sentence in card.steps:
            assert sentence.endswith((".", "?")) and "!" not in sentence, (card.key, step)
            assert len(sentence) <= 200, (card.key, step)
        assert card.dig.endswith("?") and card.check.endswith("?"), card.key


def test_french_cards_are_typeset_as_french() -> None:
    text = (Path(__file__).parents[2] / "resources/templates/fr/objections.toml").read_text("utf-8")
    for card in shipped("fr").cards:
        for sentence in (card.title, *(sentence for _name, sentence in card.steps)):
            assert "'" not in sentence
            assert not any(sign in sentence for sign in (" ?", " :", " ;")), sentence
    assert "'" not in text


def test_a_mistake_is_refused_with_its_line(tmp_path: Path) -> None:
    card = '[[cards]]\nkey = "a"\ntitle = "A"\nphrasings = ["a"]\nwelcome = "w"\ndig = "d"\nanswer = "a"\ncheck = "c"\n'
    path = tmp_path / "objections.toml"
    for text, line in (
        (card.replace('title = "A"', 'title = ""'), "line 5"),
        (card.replace('"a"]', "3]"), "line 6"),
        (card + card, "line 12"),
    ):
        path.write_text('language = "en"\nversion = 1\n' + text, "utf-8")
        with pytest.raises(UserError, match=line):
            read_cards(path)


def test_the_set_that_the_rep_published_last_is_in_use(session, clock) -> None:
    assert cards_in_use(session, "fr") == shipped("fr")

    def item(version: int, title: str, **more: object) -> LibraryItem:
        content = shipped("fr").as_dict()
        content["cards"] = [{**content["cards"][0], "title": title}]
        item = LibraryItem(
            kind=ItemKind.OBJECTIONS,
            key=LIBRARY_KEY,
            language="fr",
            version=version,
            name="Objections",
            content=content,
            updated_at=clock.now(),
            **{"published_at": clock.now(), **more},
        )
        session.add(item)
        return item

    item(2, "deux")
    item(3, "trois")
    item(4, "brouillon", published_at=None)
    item(5, "rangé", archived_at=clock.now())
    assert [card.title for card in cards_in_use(session, "fr").cards] == ["trois"]
    assert cards_in_use(session, "en") == shipped("en")
