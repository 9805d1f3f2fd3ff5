"""What the program brings, in the plain form of the library."""

import json

import pytest

from desktop.models.library import ItemKind
from desktop.models.objections import CardSet
from desktop.services import objection_templates, reformulation_templates, templates
from desktop.services.library_shipped import SETS, shipped


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", list(ItemKind))
def test_every_item_is_plain_and_says_what_it_is(kind, language):
    items = shipped(kind, language)
    assert items
    for key, content in items.items():
        assert (content["key"], content["language"]) == (key, language)
        assert content["name"] and content["version"] >= 1
        assert json.loads(json.dumps(content)) == content


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_what_the_templates_say(language):
    assert list(shipped(ItemKind.SCRIPT, language)) == [each.key for each in templates.scripts(language)]
    assert list(shipped(ItemKind.GRID, language)) == [each.key for each in templates.grids(language)]
    cards = shipped(ItemKind.OBJECTIONS, language)[SETS[ItemKind.OBJECTIONS]]
    assert CardSet.from_dict(cards) == objection_templates.shipped(language)
    sentences = shipped(ItemKind.REFORMULATIONS, language)[SETS[ItemKind.REFORMULATIONS]]["sentences"]
    assert [each["text"] for each in sentences] == [each.text for each in reformulation_templates.shipped(language)]


def test_each_call_gives_a_copy():
    for kind in ItemKind:
        content = next(iter(shipped(kind, "fr").values()))
        rows = next(value for value in content.values() if isinstance(value, list))
        rows.clear()
        fresh = next(iter(shipped(kind, "fr").values()))
        assert next(value for value in fresh.values() if isinstance(value, list))
