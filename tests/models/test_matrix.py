"""The nine cells, in words, and the sentence at the foot of the live grid."""

from dataclasses import replace

import pytest

from desktop.i18n import Language
from desktop.models.followup_kinds import Objective
from desktop.models.grids import Band, Grid, Scores, standing
from desktop.models.matrix import Cell, Heat, action, advice, cell, heat_label, objective
from desktop.services import templates
from tests.models.test_grids import criterion, make_grid

FRENCH = Language("fr")
CLAIRE = {"need": 3, "budget": 3, "authority": 3, "timing": 3, "fit": 2}
MARC = {"need": 2, "budget": 0, "authority": 2, "timing": 1, "fit": 3}

TABLE = {
    (Band.GOOD, Heat.HOT): ("Focus immédiat, proposition", "full"),
    (Band.GOOD, Heat.WARM): ("Rassurer et projeter\u00a0: cas client, démo, date ferme", "preproposal"),
    (Band.GOOD, Heat.COLD): ("Veille active\u00a0: contenu utile, réveil daté", "none"),
    (Band.MEDIUM, Heat.HOT): ("Lever le manque n°\u00a01 avant tout prix\u202f; pré-proposition", "preproposal"),
    (Band.MEDIUM, Heat.WARM): ("Nurturing, suivi actif", "none"),
    (Band.MEDIUM, Heat.COLD): ("Nurturing léger, réveil daté", "none"),
    (Band.LOW, Heat.HOT): ("Fit-test, recadrer\u202f; pas de proposition", "none"),
    (Band.LOW, Heat.WARM): ("Limiter le temps\u202f; contenu seul", "none"),
    (Band.LOW, Heat.COLD): ("À écarter ou placer en veille", "none"),
}


def place(scores: Scores, heat: Heat, grid: Grid | None = None) -> tuple[Cell, str]:
    """The cell of a prospect and its advice, on the five criteria unless told."""
    grid = grid or templates.grid("five-criteria", "fr")
    where = standing(grid, scores)
    found = cell(where.band, heat)
    return found, advice(found, where, grid, FRENCH)


@pytest.mark.parametrize("heat", Heat)
@pytest.mark.parametrize("band", Band)
def test_the_nine_cells(band: Band, heat: Heat) -> None:
    found = cell(band, heat)
    assert (found.band, found.heat) == (band, heat)
    assert (action(found, FRENCH), found.proposal) == TABLE[band, heat]
    assert found.delay_days > 0


def test_colder_or_lower_is_never_more_urgent() -> None:
    delays = [[cell(band, heat).delay_days for heat in (Heat.HOT, Heat.WARM, Heat.COLD)] for band in Band]
    for row in (*delays, *([*column] for column in zip(*reversed(delays), strict=True))):
        assert row == sorted(row)


def test_claire_gets_immediate_focus_and_a_proposal() -> None:
    found, sentence = place(CLAIRE, Heat.HOT)
    assert (found.band, found.proposal, action(found, FRENCH)) == (Band.GOOD, "full", "Focus immédiat, proposition")
    assert sentence == "Focus immédiat\u00a0: proposition sous 48\u00a0h."


@pytest.mark.parametrize("timing", [0, 1])
def test_marc_is_not_proposed_a_price_and_is_told_why(timing: int) -> None:
    found, sentence = place({**MARC, "timing": timing}, Heat.WARM)
    assert (found.band, found.proposal) == (Band.MEDIUM, "none")
    assert action(found, FRENCH) == "Nurturing, suivi actif"
    assert "pas de prix" in sentence
    assert sentence.endswith("Premier manque\u00a0: Budget estimé.")


def test_the_low_bound_chooses_and_the_unknown_is_named() -> None:
    found, sentence = place({"need": 3, "budget": 2, "timing": 3, "fit": 2, "authority": None}, Heat.HOT)
    assert found.band is Band.MEDIUM
    assert sentence == "Lever le manque n°\u00a01 (Décideur en face) avant tout prix."


def test_two_plain_answers_are_too_few_to_decide() -> None:
    sentence = place({"need": 3, "budget": 3}, Heat.HOT)[1]
    assert sentence == "Trop tôt pour trancher\u00a0: demandez d’abord «\u00a0Décideur en face\u00a0»."


def test_a_knock_out_is_named_first() -> None:
    grid = make_grid(criterion("need"), criterion("budget", knock_out=0), criterion("fit"))
    found, sentence = place({"need": 3, "budget": 0}, Heat.HOT, grid)
    assert (found.band, sentence) == (Band.LOW, "Éliminatoire\u00a0: Budget. Pas de proposition.")


@pytest.mark.parametrize("heat", Heat)
@pytest.mark.parametrize("level", range(4))
def test_every_complete_grid_has_an_advice_without_a_hole(level: int, heat: Heat) -> None:
    sentence = place(dict.fromkeys(CLAIRE, level), heat)[1]
    assert sentence.endswith(".") and "{" not in sentence and "()" not in sentence


def test_heat_in_words() -> None:
    assert [heat_label(heat, FRENCH) for heat in Heat] == ["Froid", "Tiède", "Chaud"]
    assert [heat_label(heat, Language("en")) for heat in Heat] == ["Cold", "Warm", "Hot"]


def test_the_words_of_the_rep_stand_for_those_of_the_program() -> None:
    grid = templates.grid("five-criteria", "fr")
    where = standing(grid, {**MARC, "budget": 1})
    own = replace(cell(where.band, Heat.HOT), action="Aller les voir")
    assert action(own, FRENCH) == action(own) == "Aller les voir"
    assert advice(own, where, grid, FRENCH) == "Aller les voir. Premier manque\u00a0: Budget estimé."
    assert (
        advice(replace(own, action="Qui\u202f?"), standing(grid, dict.fromkeys(CLAIRE, 3)), grid, FRENCH)
        == "Qui\u202f?"
    )


def test_what_a_step_must_obtain_follows_from_its_cell() -> None:
    wanted = {each: objective(cell(*each)) for each in TABLE}
    assert wanted[Band.GOOD, Heat.HOT] is Objective.VALIDATION
    assert {wanted[Band.MEDIUM, heat] for heat in Heat} == {Objective.PRECISION}
    assert wanted[Band.GOOD, Heat.COLD] is wanted[Band.LOW, Heat.HOT] is Objective.PROJECTION
