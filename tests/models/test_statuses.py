"""Lead, prospect, qualified, client: what the facts allow, and what is missing, in words."""

import itertools

import pytest

from desktop.i18n import Language
from desktop.models.statuses import (
    ContactRole,
    LossKind,
    Stance,
    Status,
    Suggestion,
    loss_label,
    missing_role,
    role_label,
    stance_label,
    status_label,
    suggest_status,
)
from desktop.services import templates
from tests.models.test_grids import criterion, make_grid
from tests.models.test_matrix import CLAIRE, MARC

FRENCH = Language("fr")


def suggest(scores: dict[str, int | None], needs: int = 1, exchanges: int = 1) -> Suggestion:
    return suggest_status(Status.LEAD, scores, needs, exchanges, language=FRENCH)


def test_claire_is_qualified() -> None:
    assert suggest(CLAIRE) == Suggestion(Status.QUALIFIED, None, ())


def test_marc_lacks_a_budget_and_it_is_said() -> None:
    assert suggest(MARC) == Suggestion(Status.PROSPECT, Status.QUALIFIED, ("un budget potentiel",))


def test_a_lead_needs_a_need_and_an_exchange() -> None:
    assert suggest(CLAIRE, 0, 0) == Suggestion(
        Status.LEAD, Status.PROSPECT, ("un besoin exprimé", "un premier échange")
    )
    assert suggest(CLAIRE, 0, 1).missing == ("un besoin exprimé",)
    assert suggest(CLAIRE, 1, 0).missing == ("un premier échange",)


def test_qualified_exactly_where_the_rule_says() -> None:
    for need, budget, fit in itertools.product((None, 0, 1, 2, 3), repeat=3):
        expected = (fit or 0) >= 1 and (need or 0) >= 2 and (budget or 0) >= 1
        found = suggest({"need": need, "budget": budget, "fit": fit})
        assert (found.status is Status.QUALIFIED) == expected
        assert bool(found.missing) != expected


def test_unknown_and_refused_are_said_differently() -> None:
    assert suggest({**CLAIRE, "budget": None}).missing == ("un budget potentiel, encore inconnu",)
    assert suggest({**CLAIRE, "budget": 0}).missing == ("un budget potentiel",)


def test_a_knock_out_keeps_from_being_qualified() -> None:
    grid = make_grid(criterion("need"), criterion("budget"), criterion("fit"), criterion("timing", knock_out=0))
    found = suggest_status(Status.PROSPECT, {**CLAIRE, "timing": 0}, 1, 1, ("timing",), grid, FRENCH)
    assert found.status is Status.PROSPECT
    assert found.missing == ("un critère éliminatoire à lever\u00a0: Timing",)


def test_a_grid_without_fit_does_not_ask_for_it() -> None:
    b2c = templates.grid("b2c", "fr")
    scores = {"need": 2, "budget": 1, "timing": 3}
    assert suggest_status(Status.LEAD, scores, 1, 1, grid=b2c).status is Status.QUALIFIED
    assert suggest_status(Status.LEAD, {**scores, "fit": 0}, 1, 1, grid=b2c).status is Status.PROSPECT
    assert suggest_status(Status.LEAD, scores, 1, 1).status is Status.PROSPECT


def test_going_back_is_suggested() -> None:
    assert suggest_status(Status.QUALIFIED, MARC, 1, 1).status is Status.PROSPECT


@pytest.mark.parametrize("status", [Status.CLIENT, Status.SHELVED, Status.LOST])
def test_what_the_rep_declared_is_left_alone(status: Status) -> None:
    assert suggest_status(status, {}, 0, 0) == Suggestion(status, None, ())


def test_labels() -> None:
    assert [status_label(each, FRENCH) for each in Status] == [
        "Lead",
        "Prospect",
        "Prospect qualifié",
        "Client",
        "Écarté",
        "Perdu",
    ]
    roles = ["Décideur", "Prescripteur", "Utilisateur", "Acheteur", "Bloqueur"]
    assert [role_label(each, FRENCH) for each in ContactRole] == roles
    stances = [stance_label(each, FRENCH) for each in Stance]
    assert stances == ["Favorable", "Neutre", "Opposé"]
    losses = [loss_label(each, FRENCH) for each in LossKind]
    assert losses[:3] == ["Prix", "Pas de budget", "Calendrier"] and len(set(losses)) == len(LossKind)


def test_an_open_role_has_a_question_of_its_own() -> None:
    questions = [missing_role(each, FRENCH) for each in ContactRole]
    assert questions[0] == "Aucun décideur identifié\u00a0: qui prendra la décision finale\u202f?"
    assert len(set(questions)) == len(ContactRole)
