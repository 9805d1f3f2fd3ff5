"""The shipped scripts and grids: complete, the same in both languages, and refused when badly written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.grids import Grid
from desktop.models.scripts import Question, Script, Section
from desktop.paths import resources
from desktop.services import templates

FITS = re.compile(r"[^\u202f][?;!]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|['\"]")
"""What French typography does not allow."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.current().code
    i18n.use("en")
    yield
    i18n.use(before)


def texts(script: Script) -> list[str]:
    spoken = [text for each in script.questions for text in (each.title, each.text, each.why, *each.probes)]
    return [script.name, *(section.name for section in script.sections), *spoken]


def grid_texts(grid: Grid) -> list[str]:
    return [grid.name, *(text for each in grid.criteria for text in (each.name, *each.levels))]


def all_texts(language: str) -> list[str]:
    written = [texts(script) for script in templates.scripts(language)]
    written += [grid_texts(grid) for grid in templates.grids(language)]
    return [text for each in written for text in each]


def bones(question: Question) -> Question:
    """What must not differ from one language to the other."""
    return replace(question, title="", text="", why="", probes=tuple("" for _probe in question.probes))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_is_shipped_with_the_default_first(language: str) -> None:
    assert [each.key for each in templates.scripts(language)] == [
        "b2b",
        "account-review",
        "b2c",
        "fit-test",
        "trade-show",
    ]
    assert [each.key for each in templates.grids(language)] == ["five-criteria", "b2c", "bant", "meddpicc", "spiced"]
    everything = [*templates.scripts(language), *templates.grids(language)]
    assert {each.language for each in everything} == {language}


def test_the_five_criteria_of_the_article() -> None:
    grid = templates.grid("five-criteria", "fr")
    names = ["Besoin exprimé", "Budget estimé", "Décideur en face", "Échéance du projet", "Fit culturel et sectoriel"]
    assert [each.name for each in grid.criteria] == names
    assert [each.key for each in grid.criteria] == ["need", "budget", "authority", "timing", "fit"]
    assert [each.family for each in grid.criteria] == ["objective"] * 4 + ["subjective"]
    assert (grid.maximum, grid.good, grid.medium, grid.complete) == (15, 70, 40, 60)
    assert grid.criterion("budget").levels[2:] == ("Enveloppe citée, non validée", "Validé")


def test_what_grids_have_in_common_has_one_key() -> None:
    """A level known on one grid counts on the next: the same question of the domain must not have two keys."""
    shared = {each.key for each in templates.grid("five-criteria", "fr").criteria}
    own = {"meddpicc": 6, "spiced": 2}
    for grid in templates.grids("fr"):
        assert len({each.key for each in grid.criteria} - shared) == own.get(grid.key, 0)
        assert "need" in {each.key for each in grid.criteria}


def test_grids_are_the_same_in_both_languages() -> None:
    for french in templates.grids("fr"):
        english = templates.grid(french.key, "en")
        blank = [replace(each, name="", levels=("", "", "", "")) for each in french.criteria]
        assert [replace(each, name="", levels=("", "", "", "")) for each in english.criteria] == blank
        assert replace(english, name="", language="", criteria=()) == replace(french, name="", language="", criteria=())


def test_scripts_are_the_same_in_both_languages() -> None:
    for french in templates.scripts("fr"):
        english = templates.script(french.key, "en")
        assert [each.key for each in english.sections] == [each.key for each in french.sections]
        for theirs, ours in zip(english.sections, french.sections, strict=True):
            assert [bones(each) for each in theirs.questions] == [bones(each) for each in ours.questions]
        assert replace(english, name="", language="", sections=()) == replace(french, name="", language="", sections=())
        assert not {each.text for each in english.questions} & {each.text for each in french.questions}


def test_the_themes_of_the_discovery_call() -> None:
    script = templates.script("b2b", "fr")
    themes = ["Ouverture", "Besoin et urgence", "Contexte interne", "Contraintes", "Décision", "Prochaine étape"]
    assert [each.name for each in script.sections] == themes
    assert len(script.questions) == 12


def test_the_fit_test_asks_the_three_questions_of_the_article() -> None:
    script = templates.script("fit-test", "fr")
    assert [each.text.replace("\u202f", " ") for each in script.questions] == [
        "Quel est votre objectif principal ?",
        "Quel est votre niveau d’urgence ?",
        "Qui prendra la décision finale ?",
    ]
    assert [each.criterion for each in script.questions] == ["need", "timing", "authority"]
    shared = {each.key for each in templates.script("b2b", "fr").questions}
    assert {each.key for each in script.questions} <= shared


@pytest.mark.parametrize("key", ["b2b", "b2c", "account-review"])
def test_every_criterion_is_informed(key: str) -> None:
    script = templates.script(key, "fr")
    informed = {each.criterion for each in script.questions}
    assert {each.key for each in templates.grid(script.grid, "fr").criteria} <= informed


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_each_question_asks_one_thing_and_gives_something_to_dig_with(language: str) -> None:
    for script in templates.scripts(language):
        for question in script.questions:
            assert question.text.endswith("?") and question.text.count("?") == 1
            assert 2 <= len(question.probes) <= 3 and question.need_kind
            assert len(question.title) <= 26, "the outline of the call is narrow"


def test_french_typography() -> None:
    for text in all_texts("fr"):
        assert not FITS.search(text), text
        assert text == text.strip()


def test_english_typography() -> None:
    for text in all_texts("en"):
        assert text.isprintable() and not set(text) & set("'\"«»\u202f\u00a0"), text


def test_an_unknown_key_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        templates.grid("nps", "fr")
    with pytest.raises(KeyError):
        templates.script("nps", "fr")


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, str, str], str]:
    """Rewrites a shipped English file with one thing changed and gives the refusal."""

    def refusal(name: str, before: str, after: str) -> str:
        text = (resources() / "templates" / "en" / f"{name}.toml").read_text("utf-8")
        assert before in text
        path = tmp_path / f"{Path(name).name}.toml"
        path.write_text(text.replace(before, after, 1), "utf-8")
        with pytest.raises(UserError) as caught:
            if name.startswith("grids"):
                templates.read_grid(path, "en")
            else:
                templates.read_script(path, "en", {each.key: each for each in templates.grids("en")})
        return str(caught.value)

    return refusal


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        (
            "grids/bant",
            "version = 1",
            "version = 1\ncolour = 2",
            "bant.toml, line 4: the key “colour” is unknown here.",
        ),
        ("grids/bant", "version = 1", "version = 1\ngood = 170", "line 4: the value of “good” is not accepted"),
        ("grids/bant", "version = 1", "version = 1\nmedium = 80", "line 4: “medium” may not be above “good”."),
        ("grids/bant", '"Decides"]', '"Decides", "Owns"]', "line 15: the value of “levels” is not accepted"),
        ("grids/bant", ', "Decides"]', "]", "bant.toml, line 15: "),
        ("grids/bant", 'family = "objective"', 'family = "other"', "expected one of objective, subjective."),
        ("grids/bant", 'key = "need"', 'key = "budget"', "line 18: the key “budget” is used twice."),
        ("grids/bant", 'key = "bant"', 'key = "tnab"', "line 1: the key “tnab” must be the name of the file, “bant”."),
        ("grids/bant", 'key = "need"', 'key = "Le besoin"', "line 18: the value of “key” is not accepted"),
        ("grids/bant", 'name = "Need"', 'name = "Need"\nknock_out = 3', "line 20: the value of “knock_out”"),
        ("grids/bant", 'name = "Need"', 'name = "Need"\nweight = 0', "at least 1 is expected."),
        ("scripts/fit-test", '"five-criteria"', '"six"', "fit-test.toml, line 5: there is no grid “six”."),
        ("scripts/fit-test", '"timing"', '"time"', "line 28: the grid “five-criteria” has no criterion “time”."),
        ("scripts/fit-test", 'key = "urgency"', 'key = "objective"', "line 23: the key “objective” is used twice."),
        ("scripts/fit-test", '"deadline"', '"panic"', "line 29: the value of “need_kind” is not accepted"),
        ("scripts/fit-test", 'kind = "b2b"', 'kind = "b2x"', "line 4: the value of “kind” is not accepted"),
        ("scripts/fit-test", "seconds = 30", "seconds = 5", "line 20: the value of “seconds” is not accepted"),
        ("scripts/fit-test", 'title = "Level of urgency"\n', "", "line 22: the key “title” is missing."),
    ],
)
def test_a_wrong_template_is_refused_with_its_line(
    spoil: Callable[[str, str, str], str], name: str, before: str, after: str, message: str
) -> None:
    assert message in spoil(name, before, after)


def test_knock_outs_and_weights_are_read(tmp_path: Path) -> None:
    text = (resources() / "templates" / "en" / "grids" / "b2c.toml").read_text("utf-8")
    path = tmp_path / "b2c.toml"
    path.write_text(text.replace('key = "budget"', 'key = "budget"\nweight = 2\nknock_out = 0'), "utf-8")
    budget = templates.read_grid(path, "en").criterion("budget")
    assert (budget.weight, budget.knock_out) == (2, 0)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_script_but_the_fit_test_has_it_one_key_away_in_its_own_language(language: str) -> None:
    express = templates.script("fit-test", language)
    for script in templates.scripts(language):
        whole = templates.with_fit_test(script, templates.grid(script.grid, language))
        if script.key == "fit-test":
            assert whole == script
            continue
        assert whole.fit_test and whole.sections == script.sections
        assert [each.text for each in whole.fit_test.questions] == [each.text for each in express.questions]
        keys = [each.key for each in (*whole.questions, *whole.fit_test.questions)]
        assert len(set(keys)) == len(keys)
        short = [each.key.removeprefix("fit-") for each in whole.fit_test.questions]
        assert short == ["objective", "urgency", "decision"]


def test_the_fit_test_informs_what_the_grid_has() -> None:
    for grid in templates.grids("fr"):
        fit_test = templates.with_fit_test(templates.script("b2b", "fr"), grid).fit_test
        keys = {each.key for each in grid.criteria}
        wanted = [key if key in keys else None for key in ("need", "timing", "authority")]
        assert fit_test and [each.criterion for each in fit_test.questions] == wanted
        assert wanted[0] == "need"


def test_a_key_that_nobody_uses_needs_no_prefix() -> None:
    script = templates.script("b2b", "fr")
    renamed = replace(script, sections=script.sections[:1])
    fit_test = templates.with_fit_test(renamed, templates.grid("bant", "fr")).fit_test
    assert fit_test and [each.key for each in fit_test.questions] == ["objective", "urgency", "decision"]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_usual_time_is_enough_for_each_script_and_three_minutes_for_the_fit_test(language: str) -> None:
    for script in templates.scripts(language):
        assert sum(each.seconds for each in script.questions) <= 30 * 60
    ends = templates.script("b2b", language).closing[0].seconds
    assert ends + sum(each.seconds for each in templates.script("fit-test", language).questions) <= 3 * 60


def test_the_fit_test_that_a_script_carries_comes_before_the_common_one() -> None:
    script, grid = templates.script("b2b", "fr"), templates.grid("bant", "fr")
    own = Section("stand", "Stand", (replace(script.questions[0], key="own", criterion="need"),))
    carrying = replace(script, fit_test=own)
    assert templates.with_fit_test(carrying, grid).fit_test == own
    assert templates.with_fit_test(carrying, grid, templates.script("fit-test", "fr")).fit_test == own
    lost = replace(script, fit_test=replace(own, questions=(replace(own.questions[0], criterion="colour"),)))
    fit_test = templates.with_fit_test(lost, grid).fit_test
    assert fit_test and fit_test.questions[0].criterion is None
