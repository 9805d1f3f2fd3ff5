"""What a file of reformulations may hold. Apart, since pydantic is slow to import."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desktop.models.need_kinds import NeedKind
from desktop.services.template_forms import Key, Spoken, Text


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SentenceForm(_Form):
    key: Key
    text: Text
    kind: NeedKind | None = None


class ReformulationsForm(_Form):
    key: Key
    name: Text
    language: Spoken | None = None
    version: Annotated[int, Field(strict=True, ge=1)]
    sentences: Annotated[tuple[SentenceForm, ...], Field(min_length=1)]
