"""What a file of contradictions written in TOML may hold. Apart, since pydantic is slow to import."""

from typing import Annotated, Literal

from pydantic import Field

from desktop.models.contradictions import QuantityKind
from desktop.models.grids import TOP_LEVEL
from desktop.models.matrix import Heat
from desktop.services.template_forms import Key, Text, _Form

AnyLevel = Annotated[int, Field(strict=True, ge=0, le=TOP_LEVEL)]


class ScoreForm(_Form):
    criterion: Key
    at_least: AnyLevel = 0
    at_most: AnyLevel = TOP_LEVEL


class RuleForm(_Form):
    key: Key
    name: Text
    ask: Text
    scores: tuple[ScoreForm, ...] = ()
    heat: Heat | None = None
    said: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    quantity: QuantityKind | None = None
    differ_by: Annotated[float, Field(ge=0)] = 0.0


class RuleBookForm(_Form):
    language: Literal["fr", "en"]
    elsewhere: tuple[Text, ...] = ()
    rules: Annotated[tuple[RuleForm, ...], Field(min_length=1)]
