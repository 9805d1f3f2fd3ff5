"""The forms refuse what a template must not hold, before anything is made of it."""

import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from desktop.services.template_forms import GridForm, ScriptForm

CRITERION = {"key": "need", "name": "Need", "family": "objective", "levels": ["none", "vague", "clear", "urgent"]}
GRID: dict[str, Any] = {"key": "two-words", "name": "Grid", "version": 1, "criteria": [CRITERION]}
QUESTION = {"key": "aim", "title": "Aim", "text": "What do you want?", "why": "To know."}
SCRIPT: dict[str, Any] = {
    "key": "short",
    "name": "Short",
    "version": 1,
    "kind": "b2b",
    "grid": "two-words",
    "sections": [{"key": "all", "name": "All", "questions": [QUESTION]}],
}


def test_a_whole_template_is_taken_with_its_usual_values() -> None:
    grid, script = GridForm.model_validate(GRID), ScriptForm.model_validate(SCRIPT)
    assert (grid.good, grid.medium, grid.complete, grid.criteria[0].weight) == (70, 40, 60, 1)
    assert script.sections[0].questions[0].probes == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "Two Words"},
        {"name": ""},
        {"version": "1"},
        {"good": 101},
        {"criteria": []},
        {"criteria": [{**CRITERION, "levels": ["none", "vague", "clear"]}]},
        {"criteria": [{**CRITERION, "knock_out": 3}]},
        {"colour": "red"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_grid_out_of_bounds_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        GridForm.model_validate({**GRID, **wrong})


@pytest.mark.parametrize("wrong", [{"kind": "b2g"}, {"sections": []}, {"grid": "a grid"}], ids=lambda w: next(iter(w)))
def test_a_script_out_of_bounds_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ScriptForm.model_validate({**SCRIPT, **wrong})


def test_the_templates_are_imported_without_pydantic() -> None:
    """The first window does not wait for it."""
    code = "import sys, desktop.services.templates; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
