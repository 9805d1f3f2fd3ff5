"""What a cadence or a message lacks before it is put in use, said field by field."""

from desktop.models.cadences import Anchor
from desktop.models.library import ItemKind
from desktop.services import library_blanks, library_shipped
from desktop.services.cadence_checks import cadence_mistakes, message_mistakes
from tests.services.cadence_case import cadence, step


def places(found):
    return [place for place, _sentence in found]


def test_what_is_shipped_lacks_nothing():
    for language in ("fr", "en"):
        for content in library_shipped.brought(ItemKind.CADENCE, language).values():
            assert list(cadence_mistakes(content)) == []
        for content in library_shipped.brought(ItemKind.MESSAGES, language).values():
            assert list(message_mistakes(content)) == []


def test_a_cadence_needs_steps_with_a_channel_in_their_order():
    assert places(cadence_mistakes({**cadence().as_dict(), "steps": []})) == [("steps",)]
    wrong = cadence(step(9), step(7), step(3, hot=5)).as_dict()
    wrong["steps"][0]["channels"] = []
    assert places(cadence_mistakes(wrong)) == [
        ("steps", 0, "channels"),
        ("steps", 2, "hot_days"),
        ("steps", 1, "days"),
        ("steps", 2, "days"),
    ]
    expiry = cadence(step(3, hot=2, anchor=Anchor.EXPIRY)).as_dict()
    assert places(cadence_mistakes(expiry)) == [("steps", 0, "hot_days")]


def test_a_message_needs_its_words_and_fields_that_exist():
    blank = {"language": "en", "messages": [library_blanks.message("one")]}
    assert places(message_mistakes(blank)) == [("messages", 0, field) for field in ("title", "subject", "text")]
    wrong = {"language": "en", "messages": [{**blank["messages"][0], "title": "T", "subject": "{me}", "text": "{moi}"}]}
    found = list(message_mistakes(wrong))
    assert places(found) == [("messages", 0, "text")] and "“{moi}” is no field" in found[0][1]
    assert places(message_mistakes({"language": "en", "messages": []})) == [("messages",)]
