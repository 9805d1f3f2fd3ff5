"""Letters that are not saved yet stand where they will once they are."""

from decimal import Decimal

import pytest

from desktop.services import proposal_options, proposals
from desktop.services.proposal_sheet import sheet
from desktop.services.proposal_typing import with_unsaved
from tests.services.proposal_case import NOW, claire, confirmed, seller


@pytest.fixture
def proposal(session):
    seller(session)
    case = claire(session)
    confirmed(session, case)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    session.flush()
    option = sheet(session, key).options[0].option.id
    proposal_options.add_line(session, option, now=NOW, label="Audit", unit_price=Decimal(100))
    # By hand: what page 1 takes from the rest follows once the rest is saved.
    proposals.update_proposal(session, key, now=NOW, gains=["Du temps"], recommendation="Notre avis")
    session.flush()
    return key


def saved_and_typed(session, proposal, where, text, command, *args, **fields):
    """The content with ``text`` typed, then with the same saved."""
    typed = with_unsaved(sheet(session, proposal), {where: text})
    before = sheet(session, proposal).content
    command(session, *args, now=NOW, **fields)
    session.flush()
    after = sheet(session, proposal).content
    assert before != after
    return typed, after


@pytest.mark.parametrize("name", ["title", "objective", "recommendation", "next_step"])
def test_a_text_of_page_one(session, proposal, name):
    fields = {name: "R&D <b>x</b>\n…"}
    typed, saved = saved_and_typed(session, proposal, name, fields[name], proposals.update_proposal, proposal, **fields)
    assert typed == saved


def test_a_list_is_one_thing_a_line(session, proposal):
    for name in ("gains", "to_confirm"):
        typed, saved = saved_and_typed(
            session, proposal, name, " un \n\n deux", proposals.update_proposal, proposal, **{name: ["un", "deux"]}
        )
        assert typed == saved


@pytest.mark.parametrize("column", ["understanding", "impact", "answer", "benefit", "proof"])
def test_a_column_of_a_need(session, proposal, column):
    first, second, _third = sheet(session, proposal).needs
    proposals.set_need(session, first.row.id, now=NOW, included=False)
    session.flush()
    typed, saved = saved_and_typed(
        session, proposal, f"need:{second.row.id}:{column}", "mot", proposals.set_need, second.row.id, **{column: "mot"}
    )
    assert typed == saved
    assert with_unsaved(sheet(session, proposal), {f"need:{first.row.id}:{column}": "écarté"}) == saved


@pytest.mark.parametrize("column", ["name", "for_whom", "lead_time", "reason"])
def test_a_text_of_an_option(session, proposal, column):
    option = sheet(session, proposal).options[0].option.id
    typed, saved = saved_and_typed(
        session,
        proposal,
        f"option:{option}:{column}",
        "mot",
        proposal_options.update_option,
        option,
        **{column: "mot"},
    )
    assert typed == saved


@pytest.mark.parametrize(
    "column, text, value",
    [
        ("label", "Autre", "Autre"),
        ("unit", "jours", "jours"),
        ("quantity", "2,5", Decimal("2.5")),
        ("unit_price", "1 340,50 €", Decimal("1340.50")),
        ("discount", "5", Decimal(5)),
    ],
)
def test_a_line_and_its_numbers(session, proposal, column, text, value):
    line = sheet(session, proposal).options[0].lines[-1].id
    typed, saved = saved_and_typed(
        session, proposal, f"line:{line}:{column}", text, proposal_options.update_line, line, **{column: value}
    )
    assert typed == saved


def test_what_cannot_be_read_or_is_no_more_leaves_what_is_saved(session, proposal):
    view = sheet(session, proposal)
    line, need, option = view.options[0].lines[-1].id, view.needs[0].row.id, view.options[0].option.id
    for name in (
        f"line:{line}:unit_price",
        f"line:{line}:id",
        f"line:{need}:label",
        f"need:{option}:answer",
        f"need:{need}:position",
        f"option:{need}:name",
        f"option:{option}:recommended",
        "revision",
        "",
    ):
        assert with_unsaved(view, {name: "12abc"}) == view.content, name


def test_a_pre_proposal_shows_no_line_while_it_is_typed(session, proposal):
    proposals.update_proposal(session, proposal, now=NOW, contractual=False)
    session.flush()
    view = sheet(session, proposal)
    line = view.options[0].lines[-1].id
    assert with_unsaved(view, {f"line:{line}:label": "Autre"}) == view.content


def test_nothing_typed_is_what_is_saved(session, proposal):
    view = sheet(session, proposal)
    assert with_unsaved(view, {}) is view.content
