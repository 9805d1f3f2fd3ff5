"""What changed between two revisions, in words: nothing that differs is passed over."""

import copy
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop import i18n
from desktop.models.backplan import Plan, PlanStep, Side
from desktop.models.catalogue import BlockKind
from desktop.services.proposal_content import Agreed, Block
from desktop.services.proposal_differences import differences
from desktop.services.proposal_exports import as_json
from tests.documents.cases import CLAIRE, EQUIP, MORE_NEEDS, NEEDS, D

STEPS = (
    PlanStep("Cadrage", Side.OURS, "Julie", 2, date(2026, 12, 14), date(2026, 12, 15)),
    PlanStep("Accès", Side.THEIRS, "Karim", 1, date(2026, 12, 16), date(2026, 12, 16), (0,), 3),
)
WHOLE = replace(
    CLAIRE,
    blocks=(Block(BlockKind.METHOD, "Méthode", "Pas à pas."),),
    plan=Plan(STEPS, date(2027, 1, 29), 0),
    agreed=Agreed("Claire", date(2026, 11, 20)),
)


def said(old, new):
    return differences(as_json(old), as_json(new))


def test_the_same_content_under_another_number_changed_nothing():
    assert said(WHOLE, replace(WHOLE, revision=3)) == []


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [each for key, child in value.items() for each in leaves(child, (*path, key))]
    if isinstance(value, list):
        return [each for place, child in enumerate(value) for each in leaves(child, (*path, place))]
    return [path]


def changed(plain: Any, path: tuple[Any, ...]) -> Any:
    other = copy.deepcopy(plain)
    place = other
    for step in path[:-1]:
        place = place[step]
    value = place[path[-1]]
    if isinstance(value, bool):
        place[path[-1]] = not value
    elif isinstance(value, int):
        place[path[-1]] = value + 1
    elif path[-1] in ("kind", "side", "billing"):
        place[path[-1]] = {"method": "team", "ours": "theirs", "theirs": "ours"}[value]
    elif value is not None:
        place[path[-1]] = "2027-03-01" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "7"
    return other


@pytest.mark.parametrize("code", ["en", "fr"])
def test_whatever_changes_is_said(code):
    i18n.use(code)
    plain = {**as_json(WHOLE), "returns": {"gain_a_year": "9200", "months": None}}
    silent = []
    for path in leaves(plain):
        other = changed(plain, path)
        if other != plain and path[0] not in ("revision", "number") and not differences(plain, other):
            silent.append(path)
    assert not silent
    for name in ("plan", "returns", "agreed", "blocks"):
        without = {key: value for key, value in plain.items() if key != name}
        assert differences(plain, without) and differences(without, plain)


def test_needs_that_come_and_go_are_named_by_their_words():
    more = replace(CLAIRE, needs=(*NEEDS, MORE_NEEDS[0]))
    assert said(CLAIRE, more) == ["Need added: “Karim finit ses devis le soir, chez lui.”"]
    assert said(more, CLAIRE) == ["Need removed: “Karim finit ses devis le soir, chez lui.”"]
    turned = replace(CLAIRE, needs=NEEDS[::-1])
    assert said(CLAIRE, turned) == ["The needs are in another order"]


def test_an_answer_a_date_and_a_step_say_what_they_were():
    other = replace(NEEDS[1], answer="Deux écrans.")
    (sentence,) = said(CLAIRE, replace(CLAIRE, needs=(NEEDS[0], other, NEEDS[2])))
    assert sentence.startswith("Need “Le CRM actuel") and sentence.endswith("→ “Deux écrans.”")
    assert said(CLAIRE, replace(CLAIRE, valid_until=date(2027, 1, 15))) == [
        "Valid until: 23 December 2026 → 15 January 2027"
    ]
    later = replace(STEPS[1], starts_on=date(2026, 12, 18), ends_on=date(2026, 12, 18))
    (sentence,) = said(WHOLE, replace(WHOLE, plan=Plan((STEPS[0], later), date(2027, 1, 29), 0)))
    assert sentence == (
        "Plan, “Accès”: from 16 December 2026 to 16 December 2026 → from 18 December 2026 to 18 December 2026"
    )


def test_a_need_that_was_confirmed_since_is_a_change_of_its_own():
    quote = replace(NEEDS[1].quotes[0], confirmed=True)
    agreed = replace(NEEDS[1], quotes=(quote,))
    (sentence,) = said(CLAIRE, replace(CLAIRE, needs=(NEEDS[0], agreed, NEEDS[2])))
    assert sentence.endswith("now confirmed with them")


def test_it_reads_as_french_in_french():
    i18n.use("fr")
    cheaper = replace(EQUIP, lines=(replace(EQUIP.lines[0], unit_price=D(600)), *EQUIP.lines[1:]))
    new = replace(CLAIRE, options=(CLAIRE.options[0], cheaper, CLAIRE.options[2]), contractual=False)
    sentences = said(CLAIRE, replace(new, needs=(*NEEDS, MORE_NEEDS[0])))
    assert sentences[0] == "Option «\u00a0Équiper l’équipe\u00a0»\u00a0: 13\u202f400\u00a0€ → 11\u202f900\u00a0€ HT"
    assert "Besoin ajouté\u00a0: «\u00a0Karim finit ses devis le soir, chez lui.\u00a0»" in sentences
    assert "Elle est devenue une pré-proposition" in sentences


def test_a_part_that_came_later_is_not_passed_over():
    plain = as_json(CLAIRE)
    assert differences(plain, {**plain, "hologram": "x"}) == ["Other details of the document changed"]
