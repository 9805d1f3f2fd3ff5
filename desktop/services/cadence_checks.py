"""What a cadence or a message must have before it is put in use, said field by field."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.i18n import _
from desktop.models.cadences import Anchor, Cadence
from desktop.models.content_edits import Place
from desktop.models.message_templates import unknown_gaps
from desktop.services.cadence_files import out_of_order
from desktop.services.message_files import unknown_words

Found = Iterator[tuple[Place, str]]


def cadence_mistakes(content: Mapping[str, Any]) -> Found:
    """Each place to mend in a cadence, and the sentence that says so."""
    if not content["steps"]:
        yield ("steps",), _("Add a first step.")
    for index, step in enumerate(content["steps"]):
        if not step["channels"]:
            yield ("steps", index, "channels"), _("Choose at least one channel.")
        if step["hot_days"] is not None and (step["hot_days"] > step["days"] or step["anchor"] == Anchor.EXPIRY):
            message = _("A hot prospect is followed up sooner than the others, not later.")
            yield ("steps", index, "hot_days"), message
    for index in out_of_order(Cadence.from_dict(content).steps):
        message = _("This step does not come after the one before it: change its day, or move it.")
        yield ("steps", index, "days"), message


def message_mistakes(content: Mapping[str, Any]) -> Found:
    """Each place to mend in a set of messages, and the sentence that says so."""
    if not content["messages"]:
        yield ("messages",), _("Add a message.")
    for index, message in enumerate(content["messages"]):
        here = ("messages", index)
        if not message["title"].strip():
            yield (*here, "title"), _("Name the message.")
        if not message["subject"].strip():
            yield (*here, "subject"), _("Write the subject of “{message}”.").format(message=_named(message["title"]))
        if not message["text"].strip():
            yield (*here, "text"), _("Write the text of “{message}”.").format(message=_named(message["title"]))
        for field in ("subject", "text"):
            unknown = unknown_gaps(message[field], content["language"])
            if unknown:
                yield (*here, field), unknown_words(unknown[0], content["language"])


def _named(name: str) -> str:
    return name.strip() or _("untitled")
