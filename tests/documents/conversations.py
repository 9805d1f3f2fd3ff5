"""The shipped conversations as the content of a proposal: the same words, figures and dates, straight from the file."""

from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from desktop.i18n import Language
from desktop.models.backplan import Plan, Side, Task, count_back
from desktop.models.pricing import Line
from desktop.models.returns import Figure, Gain, Returns, cost_of, gain_a_year, returns
from desktop.models.said_figures import find_figures
from desktop.paths import resources
from desktop.services import conversations
from desktop.services.conversation_forms import Conversation
from desktop.services.conversation_proposal import LineForm, NeedForm, OptionForm, ProposalForm
from desktop.services.proposal_content import (
    AgreedStep,
    Block,
    Client,
    NeedBlock,
    OptionBlock,
    ProposalContent,
    Quote,
    Seller,
)
from tests.documents.plan_case import CALENDAR

SHIPPED = ("claire", "claire-en", "famille", "marc")
"""Those that lead to a document; no price is allowed in the last one."""


@cache
def content(name: str, language: str = "") -> ProposalContent:
    """What the file leads to; in its own language unless another one is asked for."""
    made = _content(conversations.read(Path(resources() / "demo" / f"{name}.toml")), priced=name != "marc")
    return replace(made, language=language) if language else made


def _content(conversation: Conversation, priced: bool) -> ProposalContent:
    form = conversation.proposal
    assert form is not None
    day = conversation.conversation.now.date()
    first = conversation.contacts[0]
    company = conversation.prospect.company
    due = conversation.end.due_local
    quotes = {need.verbatim: Quote(need.verbatim, first.name, day) for need in form.needs}
    options = tuple(_option(option, form, priced) for option in form.options)
    return ProposalContent(
        language=conversation.conversation.language,
        number=f"P-{day.year}-0001",
        revision=1,
        issued_on=day,
        valid_until=day + timedelta(days=form.validity or conversation.seller.validity_days),
        title=form.title,
        seller=_seller(conversation),
        client=Client(
            company or first.name,
            first.name if company else "",
            first.job_title,
            conversation.prospect.address,
            conversation.prospect.siren,
            conversation.prospect.kind == "b2c",
        ),
        call_date=day,
        lead_quote=quotes.get(form.opens_with),
        objective=form.objective,
        cost_today=form.cost_today,
        recommendation=form.recommendation,
        gains=form.gains,
        needs=tuple(_need(need, quotes) for need in form.needs if need.included),
        to_confirm=form.to_confirm,
        options=options,
        start_on=form.start_on,
        next_step=form.next_step,
        sign_before=form.sign_before,
        contractual=priced,
        blocks=tuple(Block(each.kind, each.title, each.text) for each in conversation.blocks if each.usual),
        plan=_plan(conversation, form),
        returns=_returns(form, options, first.name, day),
        appointment=AgreedStep(due, conversation.end.channel) if due else None,
    )


def _plan(conversation: Conversation, form: ProposalForm) -> Plan | None:
    """The steps that the program proposes, counted back from the day they wish."""
    wished = form.wished_on or form.start_on
    if wished is None:
        return None
    language = Language(conversation.conversation.language)
    _, decision = language.gettext, language.pgettext("step of a plan", "Decision")
    us, them = conversation.seller.representative, conversation.contacts[0].name
    steps = (
        (decision, Side.THEIRS, 5, ()),
        (_("Signature and order"), Side.THEIRS, 1, (0,)),
        (_("Kick-off meeting"), Side.OURS, 1, (1,)),
        (_("Access and documents"), Side.THEIRS, 3, (1,)),
        (_("Setting up"), Side.OURS, 10, (2,)),
        (_("Check together"), Side.THEIRS, 2, (3, 4)),
        (_("Going into service"), Side.OURS, 1, (5,)),
    )
    tasks = [
        Task(name, side, us if side is Side.OURS else them, days, after, str(place))
        for place, (name, side, days, after) in enumerate(steps)
    ]
    return count_back(tasks, wished, CALENDAR, conversation.conversation.now.date())


def _seller(conversation: Conversation) -> Seller:
    said = {each.name for each in fields(Seller)} - {"logo"}
    return Seller(**{name: getattr(conversation.seller, name) for name in said})


def _need(need: NeedForm, quotes: dict[str, Quote]) -> NeedBlock:
    words = (quotes[need.verbatim],)
    return NeedBlock(words, need.understanding, need.impact, need.answer, need.benefit, need.proof)


def _option(option: OptionForm, form: ProposalForm, priced: bool) -> OptionBlock:
    order = [need.verbatim for need in form.needs if need.included]
    lines = tuple(_line(each) for each in option.lines)
    return OptionBlock(
        option.name,
        option.for_whom,
        () if priced else tuple(line.label for line in lines),
        option.lead_time,
        lines if priced else (),
        option.recommended,
        option.reason,
        tuple(order.index(words) for words in option.covers if words in order),
    )


def _line(form: LineForm) -> Line:
    asked = (form.quantity, form.unit, form.unit_price, form.vat_rate, form.discount)
    return Line(form.label, "", *asked, form.billing, form.optional, form.chosen)


def _returns(form: ProposalForm, options: tuple[OptionBlock, ...], speaker: str, day: date) -> Returns | None:
    """The figures that are found in their words, letter for letter, beside the price of the recommended option."""
    said = {found.words: found for need in form.needs for found in find_figures(need.verbatim, day)}
    gains = []
    for each in form.returns:
        found = [said[words] for words in each.figures]
        figures = tuple(Figure(one.value, one.unit, one.rhythm, one.words, speaker, day) for one in found)
        gains.append(Gain(each.label, figures, gain_a_year(figures)))
    recommended = next((option for option in options if option.recommended and option.lines), None)
    return returns(gains, cost_of(recommended.lines), recommended.name) if gains and recommended else None
