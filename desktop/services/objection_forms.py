"""What a file of objection cards written in TOML may hold. Apart, since pydantic is slow to import."""

from typing import Annotated, Literal

from pydantic import Field

from desktop.models.objections import ProofKind
from desktop.services.template_forms import Key, Text, _Form


class CardForm(_Form):
    key: Key
    title: Text
    phrasings: Annotated[tuple[Text, ...], Field(min_length=1)]
    welcome: Text
    dig: Text
    answer: Text
    check: Text
    proof: ProofKind = "none"
    proof_words: tuple[Text, ...] = ()


class CardSetForm(_Form):
    language: Literal["fr", "en"]
    version: Annotated[int, Field(strict=True, ge=1)]
    cards: Annotated[tuple[CardForm, ...], Field(min_length=1)]
