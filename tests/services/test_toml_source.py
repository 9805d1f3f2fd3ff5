"""Where each key stands, and mistakes told with file, line and a sentence."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from desktop import i18n
from desktop.errors import UserError
from desktop.paths import resources
from desktop.services import toml_source

TRICKY = '''\ufeff# a comment with [brackets] and = signs
title = "a # that is no comment"   # one that is
"quoted key".inner = 1
note = """
[not.a.table]
score = 9
ends with a quote \\""""
raw = \'\'\'
[[nor.this]]
\'\'\'
empty = ""

list = [
  1, # one
  [2, "]"],

  { deep = { deeper = true }, other = 'x' },
]

[seller]
name = "A, B]"
  [seller.address]
  "postal code" = 44000

[[steps]]
say = "un"
[steps.detail]
level = 1

[[steps]]
say = "deux"
[[steps.parts]]
x = 1
[[steps.parts]]
x = 2026-11-27
y.z = 1.5
'''


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.current().code
    i18n.use("en")
    yield
    i18n.use(before)


def every_path(value: Any, path: toml_source.KeyPath = ()) -> Iterator[toml_source.KeyPath]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, inner in entries:
        yield (*path, part)
        yield from every_path(inner, (*path, part))


def test_lines_of_a_tricky_text(tmp_path: Path) -> None:
    path = tmp_path / "tricky.toml"
    path.write_text(TRICKY, "utf-8")
    source = toml_source.read(path)
    lines = {
        ("title",): 2,
        ("quoted key", "inner"): 3,
        ("note",): 4,
        ("raw",): 8,
        ("empty",): 11,
        ("list", 0): 14,
        ("list", 1, 1): 15,
        ("list", 2, "deep", "deeper"): 17,
        ("list", 2, "other"): 17,
        ("seller",): 20,
        ("seller", "name"): 21,
        ("seller", "address", "postal code"): 23,
        ("steps",): 25,
        ("steps", 0, "detail", "level"): 28,
        ("steps", 1): 30,
        ("steps", 1, "parts", 0, "x"): 33,
        ("steps", 1, "parts", 1, "x"): 35,
        ("steps", 1, "parts", 1, "y", "z"): 36,
    }
    assert {path: source.line(path) for path in lines} == lines
    assert set(every_path(source.data)) <= set(source.lines)


def test_windows_line_ends_count_once() -> None:
    source = toml_source.parse('a = 1\r\ntext = """\r\nb = 2\r\n"""\r\nb = 3\r\n', "x.toml")
    assert (source.line(("text",)), source.line(("b",))) == (2, 5)


@pytest.mark.parametrize("path", sorted((resources() / "templates").rglob("*.toml")), ids=lambda path: path.stem)
def test_every_key_of_the_shipped_templates_is_on_its_line(path: Path) -> None:
    source = toml_source.read(path)
    written = path.read_text("utf-8").split("\n")
    paths = list(every_path(source.data))
    assert len(paths) > 10
    for each in paths:
        if isinstance(each[-1], str):
            line = written[source.line(each) - 1]
            # A key of an inline table stands further in its line.
            assert f"{each[-1]} = " in line or line.startswith((f"[[{each[-1]}]]", f"[[sections.{each[-1]}]]"))


def test_a_missing_key_is_on_the_line_of_its_table() -> None:
    source = toml_source.parse("a = 1\n\n[[steps]]\nb = 1\n", "x.toml")
    assert source.line(("steps", 0, "absent")) == 3
    assert source.line(("nowhere",)) == 1


class Say(BaseModel):
    model_config = ConfigDict(extra="forbid")
    do: Literal["say"]
    text: Annotated[str, Field(min_length=1, max_length=10)]


class Score(BaseModel):
    model_config = ConfigDict(extra="forbid")
    do: Literal["score"]
    level: Annotated[int, Field(ge=0, le=3)]
    sure: bool = True


class Talk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    steps: Annotated[list[Annotated[Say | Score, Field(discriminator="do")]], Field(min_length=1)]

    @field_validator("name")
    @classmethod
    def _not_marc(cls, name: str, info: ValidationInfo) -> str:
        if name == "Marc":
            raise ValueError("no price for Marc.")
        return name


GOOD = 'name = "Claire"\n\n[[steps]]\ndo = "say"\ntext = "Oui"\n\n[[steps]]\ndo = "score"\nlevel = 2\n'


def refused(text: str) -> str:
    with pytest.raises(UserError) as caught:
        toml_source.validate(Talk, toml_source.parse(text, "talk.toml"))
    return str(caught.value)


def test_a_good_text_becomes_the_model() -> None:
    talk = toml_source.validate(Talk, toml_source.parse(GOOD, "talk.toml"))
    assert [step.do for step in talk.steps] == ["say", "score"]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("level = 2", "level = 4", "talk.toml, line 9: the value of “level” is not accepted: at most 3 is expected."),
        ("level = 2", "level = -1", "talk.toml, line 9: the value of “level” is not accepted: at least 0 is expected."),
        ("level = 2", 'level = "x"', "line 9: the value of “level” is not accepted: a whole number is expected."),
        ("level = 2", "levle = 2", "talk.toml, line 7: the key “level” is missing."),
        ("level = 2", "level = 2\nsurely = 1", "talk.toml, line 10: the key “surely” is unknown here."),
        (
            "level = 2",
            "level = 2\nsure = 7",
            "line 10: the value of “sure” is not accepted: true or false is expected.",
        ),
        ('do = "say"\n', "", "talk.toml, line 3: the key “do” is missing."),
        ('"say"', '"sing"', "line 3: the value of “steps” is not accepted: expected one of say, score."),
        (
            '"Oui"',
            '""',
            "line 5: the value of “text” is not accepted: a text is expected, and it is empty or too short.",
        ),
        ('"Oui"', '"Oui, mille fois oui"', "the text is too long: 10 characters at most."),
        ('"Oui"', "3", "line 5: the value of “text” is not accepted: a text between quotes is expected."),
        ('"Claire"', '"Marc"', "talk.toml, line 1: no price for Marc."),
        ('name = "Claire"', "", "talk.toml, line 1: the key “name” is missing."),
        ("do =", "do", "talk.toml, line 4: this cannot be read as TOML."),
        ("level = 2", "level = 2\nlevel = 3", "talk.toml, line 10: this key or table is written twice."),
    ],
)
def test_a_mistake_is_told_with_its_line(before: str, after: str, message: str) -> None:
    assert before in GOOD
    assert message in refused(GOOD.replace(before, after, 1))


def test_the_first_mistake_of_the_file_is_told() -> None:
    assert ", line 5: " in refused(GOOD.replace('"Oui"', "1").replace("level = 2", "level = 9"))


def test_an_unclosed_text_is_refused_at_its_end() -> None:
    assert refused('name = """never closed\n\n') == str(
        UserError(
            "talk.toml, line 1: this cannot be read as TOML. "
            "Look at the quotes, brackets and equals signs on this line and before it."
        )
    )


def test_in_french() -> None:
    i18n.use("fr")
    expected = "talk.toml, ligne 9\u00a0: la valeur de «\u00a0level\u00a0» n’est pas acceptée\u00a0: il faut au plus 3."
    assert refused(GOOD.replace("level = 2", "level = 4")) == expected


def test_located_is_for_rules_that_no_model_can_hold() -> None:
    source = toml_source.parse(GOOD, "talk.toml")
    assert str(source.located(("steps", 1, "level"), "too high.")) == "talk.toml, line 9: too high."


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"absent\.toml cannot be opened"):
        toml_source.read(tmp_path / "absent.toml")
    latin = tmp_path / "latin.toml"
    latin.write_bytes('a = "é"'.encode("latin-1"))
    with pytest.raises(UserError, match=r"latin\.toml is not UTF-8"):
        toml_source.read(latin)


def test_the_scanner_agrees_with_tomllib_on_what_there_is() -> None:
    text = TRICKY.removeprefix("\ufeff")
    source = toml_source.parse(text, "x.toml")
    assert source.data == tomllib.loads(text)
    assert set(source.lines) == {(), *every_path(source.data)}
