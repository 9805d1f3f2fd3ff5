from dataclasses import replace
from datetime import UTC, datetime

from desktop.models.evidence import Grade
from desktop.services import templates
from desktop.services.grids import CriterionRow
from desktop.ui.calls.level_words import level_words

NEED = templates.grid("five-criteria", "en").criteria[0]
ROW = CriterionRow(NEED, "", None, None, 0, Grade.ASSUMED)


def test_the_chosen_level_says_what_it_means() -> None:
    assert level_words(replace(ROW, answer=3)) == NEED.levels[3]


def test_before_that_the_two_ends_of_the_scale() -> None:
    assert level_words(ROW).startswith("0 = ") and "3 = " in level_words(ROW)
    assert level_words(replace(ROW, answer="?")).startswith("Unknown.")


def test_a_level_of_an_earlier_call_says_when() -> None:
    said = level_words(replace(ROW, carried=2, carried_at=datetime(2026, 11, 2, tzinfo=UTC)))
    assert said.startswith("Earlier: 2 on ") and NEED.levels[2][1:] in said
