"""The way back from their day: who does what by when, drawn as well as written, and what a few days lost would do."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.gantt import gantt
from desktop.documents.sheet import WIDTH
from desktop.documents.tables import Cell, room, ruled, together
from desktop.documents.text import clean
from desktop.documents.typesetter import Typesetter
from desktop.models.backplan import Plan, PlanStep
from desktop.models.plan_words import aim, side_word, step_note, what_slips
from desktop.services.proposal_content import ProposalContent

_START = 170.0
"""Points (60 mm) under which the heading and the start of the table go to the next page."""
_FEW, _CLOSE = 12, 1.5
"""Steps beyond which rows stand closer, and the points above and below them then."""


def plan(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """The whole section, nothing without a plan. The document printed for it alone says that it binds nobody."""
    if content.plan is None:
        return []
    setter = setter.at("plan")
    _ = setter.language.gettext
    style, found = setter.styles, content.plan
    story: list[Flowable] = [room(_START), setter.section(_("The plan, counted back from your date"), "plan")]
    story.append(setter.paragraph(aim(found, setter.language), style.subtitle_small))
    story += [Spacer(0, 8), _table(found, setter), Spacer(0, 14), gantt(found, setter, WIDTH), Spacer(0, 10)]
    heading = setter.paragraph(_("What slips if a date is missed"), style.heading)
    return [*story, together(heading, *setter.items(what_slips(found, setter.language), style.item))]


def _table(found: Plan, setter: Typesetter) -> Flowable:
    """One line a step where names allow it: thirty steps hold on a page."""

    def named(words: str, style: ParagraphStyle) -> Cell:
        return [setter.paragraph(words, style)]

    column, right, pgettext = setter.styles.column, setter.styles.column_number, setter.language.pgettext
    headings: list[Cell] = [
        named(pgettext("of a plan", "Step"), column),
        named(pgettext("column of a plan", "Who"), column),
        named(pgettext("column of a plan", "From"), column),
        named(pgettext("column of a plan", "To"), column),
        named(pgettext("column of a plan", "Days"), right),
        named(pgettext("column of a plan", "May wait"), column),
    ]
    rows = [_row(step, setter) for step in found.steps]
    pad = setter.styles.line_pad if len(rows) <= _FEW else _CLOSE
    return ruled(headings, rows, [31, 24, 14, 14, 7.5, 9.5], pad=pad)


def _row(step: PlanStep, setter: Typesetter) -> list[Cell]:
    style, language = setter.styles, setter.language
    name = step.name if clean(step.name).strip() else language.pgettext("of a plan", "Step")
    who = side_word(step.side, language)
    if clean(step.owner).strip():
        who = language.gettext("{side}: {name}").format(side=who, name=step.owner)
    dates = [f"{language.date(day, 'short')} {day.year}" for day in (step.starts_on, step.ends_on)]
    waits = language.ngettext("{count} day", "{count} days", step.slack).format(count=step.slack)
    if step.critical:
        waits = step_note(step, language)
    return [
        *([setter.paragraph(text, style.small)] for text in (name, who, *dates)),
        [setter.paragraph(language.number(step.days), style.small_number)],
        [setter.paragraph(waits, style.small)],
    ]
