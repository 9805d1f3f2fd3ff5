"""What a file of messages written in TOML may hold. Apart, since pydantic is slow to import."""

from typing import Annotated

from pydantic import Field

from desktop.models.followup_kinds import Objective
from desktop.models.message_templates import Situation
from desktop.services.template_forms import Key, Spoken, Text, _Form


class MessageForm(_Form):
    key: Key
    title: Text
    situation: Situation
    objective: Objective | None = None
    """Without one, it suits them all."""
    subject: Text
    text: Text


class MessageSetForm(_Form):
    key: Key
    name: Text
    language: Spoken | None = None
    version: Annotated[int, Field(strict=True, ge=1)]
    messages: Annotated[tuple[MessageForm, ...], Field(min_length=1)]
