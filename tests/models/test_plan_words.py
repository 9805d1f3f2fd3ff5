"""The dates of a plan as sentences."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.i18n import Language
from desktop.models.backplan import Plan, Side, Task, count_back
from desktop.models.plan_words import aim, side_word, step_note, what_slips, working_days
from desktop.models.working_days import Calendar, Closure

FR, EN = Language("fr"), Language("en")
TODAY = date(2026, 11, 23)
TASKS = (
    Task("Paramétrage", Side.OURS, "Julie", 5),
    Task("Signature", Side.THEIRS, "Claire", 1),
    Task("Accès", Side.THEIRS, "Karim", 2),
)


def plan(wished: date = date(2027, 1, 29), *tasks: Task) -> Plan:
    chained = tuple(replace(task, after=(place - 1,) if place else ()) for place, task in enumerate(tasks or TASKS))
    return count_back(chained, wished, Calendar((Closure((12, 24), (1, 2)),)), TODAY)


def test_what_slips_names_their_steps_first() -> None:
    (sentence,) = what_slips(plan(), EN)
    assert sentence == (
        "If “Signature”, “Accès” or “Paramétrage” is late by 3 working days, the start slips to 3 February 2027."
    )
    assert what_slips(plan(), FR) == (
        "Si «\u00a0Signature\u00a0», «\u00a0Accès\u00a0» ou «\u00a0Paramétrage\u00a0» prend 3 jours ouvrés de retard, "
        "la mise en service glisse au 3 février 2027.",
    )


def test_one_step_is_named_alone_and_many_are_not_all_named() -> None:
    assert what_slips(plan(date(2027, 1, 29), TASKS[1]), EN)[0].startswith("If “Signature” is late by 3")
    many = [replace(TASKS[1], name=f"S{number}") for number in range(9)]
    (sentence,) = what_slips(plan(date(2027, 1, 29), *many), EN)
    assert sentence.startswith("If “S0”, “S1”, “S2”, “S3” or any other critical step is late by")


def test_a_step_with_slack_says_how_long_it_may_wait() -> None:
    tasks = (TASKS[1], replace(TASKS[0], after=(0,)), replace(TASKS[2], after=(0,)))
    found = count_back(tasks, date(2027, 1, 29), Calendar(), TODAY)
    _critical, waits = what_slips(found, EN)
    assert waits == "“Accès” may wait 3 working days; late by 6 working days, it moves the start to 3 February 2027."
    assert step_note(found.steps[2], EN) == "may wait 3 working days" and step_note(found.steps[0], EN) == "critical"
    assert step_note(found.steps[2], FR) == "marge\u00a0: 3 jours ouvrés"


def test_at_most_three_steps_say_that_they_may_wait() -> None:
    tasks = (replace(TASKS[0], days=20), *(replace(TASKS[2], name=f"A{number}") for number in range(7)))
    found = count_back(tasks, date(2027, 1, 29), Calendar(), TODAY)
    assert len(what_slips(found, EN)) == 4


def test_a_long_name_on_several_lines_is_cut_in_a_sentence() -> None:
    (sentence,) = what_slips(plan(date(2027, 1, 29), replace(TASKS[1], name="un\ndeux " + "x" * 500)), EN)
    assert "“un deux xxx" in sentence and "…”" in sentence and len(sentence) < 200


@pytest.mark.parametrize(
    ("wished", "sentence"),
    [
        (date(2027, 1, 29), "To be ready on 29 January 2027, the first step begins on 20 January 2027 at the latest."),
        (
            date(2026, 11, 30),
            "2 working days are missing to keep to 30 November 2026: begun at once, it can be ready on "
            "2 December 2026.",
        ),
        (
            date(2026, 12, 1),
            "1 working day is missing to keep to 1 December 2026: begun at once, it can be ready on 2 December 2026.",
        ),
    ],
)
def test_the_aim_says_when_to_begin_or_what_is_missing(wished: date, sentence: str) -> None:
    assert aim(plan(wished), EN) == sentence


def test_sides_and_days_in_both_languages() -> None:
    assert [side_word(side, FR) for side in Side] == ["Nous", "Vous"]
    assert [side_word(side, EN) for side in Side] == ["Us", "You"]
    assert working_days(1, FR) == "1 jour ouvré" and working_days(2, EN) == "2 working days"
