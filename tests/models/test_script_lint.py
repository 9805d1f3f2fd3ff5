"""The linter on whole scripts: the shipped ones pass, and each defect is told of once, on the right question."""

from dataclasses import replace

import pytest

from desktop import i18n
from desktop.models.script_lint import MOST_WORDS, Remark, Rule, lint, sentence
from desktop.models.scripts import Question, Script, Section
from desktop.services import templates

GRID = templates.grid("five-criteria", "en")
SCRIPT = templates.script("b2b", "en")


def question(key: str, text: str = "What is next?", criterion: str | None = None) -> Question:
    return Question(key, key.title(), text, "", criterion=criterion)


def script(*questions: Question, fit_test: Section | None = None) -> Script:
    sections = (Section("all", "All", tuple(questions)),)
    return Script("own", "Own", "en", 1, sections, "five-criteria", fit_test=fit_test)


def of_wording(language: str, item: Script) -> list[tuple[str, Rule]]:
    grid = templates.grid(item.grid, language)
    return [(each.question or each.criterion, each.rule) for each in lint(item, grid)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_shipped_scripts_raise_no_remark(language: str) -> None:
    assert {item.key: of_wording(language, item) for item in templates.scripts(language)} == {
        item.key: [] for item in templates.scripts(language)
    }


def test_each_remark_is_on_its_question() -> None:
    item = script(
        question("closed", "Do you have a budget?", "budget"),
        question("double", "What is the need and who has it?", "need"),
        question("led", "Don’t you think it is late?", "timing"),
        question("long", "What " + "very " * MOST_WORDS + "long?", "authority"),
        question("lost", criterion="colour"),
        question("fit", "What would you like the next step to be?", "fit"),
    )
    assert of_wording("en", item) == [
        ("closed", Rule.CLOSED),
        ("double", Rule.TWO_IDEAS),
        ("led", Rule.CLOSED),
        ("led", Rule.LEADING),
        ("long", Rule.TOO_LONG),
        ("lost", Rule.UNKNOWN_CRITERION),
    ]


def test_fourteen_questions_are_enough_and_fifteen_too_many() -> None:
    many = [question(f"q{place}") for place in range(14)]
    assert not any(each.rule is Rule.TOO_MANY for each in lint(script(*many), None))
    (remark,) = [each for each in lint(script(*many, question("more")), None) if each.rule is Rule.TOO_MANY]
    assert remark.count == 15 and remark.question == ""


def test_the_fit_test_is_read_and_not_counted() -> None:
    short = Section("fit-test", "Fit test", (question("short", "Is it urgent?", "timing"),))
    many = [question(f"q{place}", "What is the next step?") for place in range(14)]
    remarks = lint(script(*many, fit_test=short), GRID)
    assert Remark(Rule.CLOSED, "short", count=3) in remarks
    assert not any(each.rule is Rule.TOO_MANY for each in remarks)
    assert "timing" not in {each.criterion for each in remarks if each.rule is Rule.UNINFORMED}


def test_a_criterion_that_nobody_asks_about_is_named() -> None:
    without = replace(
        SCRIPT,
        sections=tuple(
            replace(section, questions=tuple(q for q in section.questions if q.criterion != "budget"))
            for section in SCRIPT.sections
        ),
    )
    (remark,) = lint(without, GRID)
    assert (remark.rule, remark.criterion) == (Rule.UNINFORMED, "budget")
    assert sentence(remark, GRID) == "No question informs “Estimated budget”."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Quand peut-on se reparler ?"),
        ("fr", "Quelle suite voyez-vous, et la suite pour nous ?"),
        ("en", "What happens next?"),
        ("en", "Where do we go from here?"),
    ],
)
def test_a_next_step_is_recognised_by_its_words(language: str, text: str) -> None:
    goals = [question(f"q{place}", "What is your main goal?") for place in range(6)]
    item = replace(script(*goals, question("last", text)), language=language)
    assert not any(each.rule is Rule.NO_NEXT_STEP for each in lint(item, None))


def test_a_script_without_a_next_step_is_told_of_once() -> None:
    six = [question(f"q{place}", "What is your main goal?") for place in range(6)]
    assert [each.rule for each in lint(script(*six), None)] == [Rule.NO_NEXT_STEP]
    assert lint(script(*six[1:]), GRID) == (), "so short a script leaves things out on purpose"
    assert lint(script(), GRID) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("rule", list(Rule))
def test_each_remark_has_its_sentence(rule: Rule, language: str) -> None:
    i18n.use(language)
    words = sentence(Remark(rule, "q", "budget", 32), templates.grid("five-criteria", language))
    assert words.endswith(".") and "{" not in words
