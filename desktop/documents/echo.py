"""What they said and what we answer: the pages where every sentence about the prospect can be traced to their words."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.tables import Cell, room, ruled, together
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import Agreed, NeedBlock, ProposalContent, Quote

_TABLE_ROOM = 170.0
"""Points (60 mm) under which a heading and the start of its table go to the next page."""


def said(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """ "Ce que vous nous avez dit", each verbatim exactly once, then what remains to be confirmed."""
    _ = setter.language.gettext
    needs = _needs_with_lead(content)
    story: list[Flowable] = []
    if any(need.quotes or need.understanding.strip() or need.impact.strip() for need in needs):
        story += [setter.section(_("What you told us"), "said"), *_introduction(content, needs, setter)]
        story.append(_said_table(needs, len(content.needs), setter))
    doubts = setter.at("to_confirm").items(content.to_confirm, setter.styles.item)
    if doubts:
        heading = setter.paragraph(_("What remains to be confirmed"), setter.styles.heading)
        story += [together(heading, doubts[0]), *doubts[1:]]
    return story


def answered(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """ "Notre réponse, point par point", in the order of the needs; those without an answer are left out."""
    _ = setter.language.gettext
    styles = setter.styles
    rows = [
        (index, need)
        for index, need in enumerate(content.needs)
        if need.answer.strip() or need.benefit.strip() or need.proof.strip()
    ]
    if not rows:
        return []
    numbered = len(content.needs) > 1
    proofs = any(need.proof.strip() for _index, need in rows)
    headings = [_("Your need"), _("Our answer"), *([_("The proof")] if proofs else [])]
    cells: list[list[Cell]] = []
    for index, need in rows:
        wanted = need.understanding.strip() or (_point(index, setter) if numbered else _("Your request"))
        answer = [setter.at(f"answer:{index}").paragraph(need.answer, styles.body)] if need.answer.strip() else []
        if need.benefit.strip():
            answer.append(setter.at(f"benefit:{index}").paragraph(need.benefit, styles.strong))
        proof = [setter.at(f"proof:{index}").paragraph(need.proof, styles.body)] if need.proof.strip() else []
        understood = setter.at(f"understanding:{index}").paragraph(wanted, styles.body)
        cells.append([[understood], answer, *([proof] if proofs else [])])
    table = _numbered_table(headings, cells, [32, 38, 30][: len(headings)], [i for i, _need in rows], numbered, setter)
    return [room(_TABLE_ROOM), setter.section(_("Our answer, point by point"), "answers"), table]


def _point(index: int, setter: Typesetter) -> str:
    return setter.language.gettext("Point {number}").format(number=index + 1)


def _needs_with_lead(content: ProposalContent) -> list[NeedBlock]:
    """The needs, with each quotation kept where it is first given, and the leading one added if no need has it."""
    seen: set[Quote] = set()
    needs: list[NeedBlock] = []
    for need in content.needs:
        quotes = tuple(quote for quote in dict.fromkeys(need.quotes) if quote not in seen and quote.text.strip())
        seen.update(quotes)
        needs.append(replace(need, quotes=quotes))
    lead = content.lead_quote
    if lead and lead.text.strip() and all(lead.text != quote.text for quote in seen):
        needs.append(NeedBlock(quotes=(lead,)))
    return needs


def _introduction(content: ProposalContent, needs: list[NeedBlock], setter: Typesetter) -> list[Flowable]:
    _ = setter.language.gettext
    quotes = [quote for need in needs for quote in need.quotes]
    sentences = []
    if content.agreed:
        sentences.append(_agreed(content.agreed, setter))
    elif quotes and all(quote.confirmed for quote in quotes):
        sentences.append(_("We went over these points together."))
    contact = content.seller.email.strip() or content.seller.phone.strip()
    if contact:
        sentences.append(_("If we misunderstood, correct us: {contact}").format(contact=contact))
    if not sentences:
        return [Spacer(0, 6)]
    return [setter.paragraph(" ".join(sentences), setter.styles.subtitle_small), Spacer(0, 10)]


def _agreed(agreed: Agreed, setter: Typesetter) -> str:
    _ = setter.language.gettext
    day = setter.language.date(agreed.on)
    if not agreed.name.strip():
        return _("Needs read and put in order together on {date}.").format(date=day)
    sentence = (
        _("Needs read, put in order and signed by {name} on {date}.")
        if agreed.signed
        else _("Needs read and put in order with {name} on {date}.")
    )
    return sentence.format(name=setter.plain(agreed.name), date=day)


def _said_table(needs: list[NeedBlock], count: int, setter: Typesetter) -> Flowable:
    """``count`` of them are needs of the content."""
    _ = setter.language.gettext
    styles = setter.styles
    rows = [
        (i, need) for i, need in enumerate(needs) if need.quotes or need.understanding.strip() or need.impact.strip()
    ]
    understood = any(need.understanding.strip() for _index, need in rows)
    changes = any(need.impact.strip() for _index, need in rows)
    headings = [_("Your words")]
    headings += [_("What we understand")] if understood else []
    headings += [_("What it changes")] if changes else []
    cells: list[list[Cell]] = []
    for index, need in rows:
        # The strongest words stand there even when they state none of the needs.
        row: list[Cell] = [_quotes(need.quotes, setter.at(f"need:{index}" if index < count else "lead"))]
        if understood:
            own = setter.at(f"understanding:{index}")
            row.append([own.paragraph(need.understanding, styles.body)] if need.understanding.strip() else [])
        if changes:
            own = setter.at(f"impact:{index}")
            row.append([own.paragraph(need.impact, styles.body)] if need.impact.strip() else [])
        cells.append(row)
    widths = [44, 31, 25][: len(headings)]
    return _numbered_table(headings, cells, widths, [i for i, _need in rows], len(needs) > 1, setter)


def _quotes(quotes: tuple[Quote, ...], setter: Typesetter) -> Cell:
    _ = setter.language.gettext
    cell: Cell = []
    for quote in quotes:
        who = [part for part in (quote.speaker, setter.language.date(quote.said_on, "short")) if part.strip()]
        caption = ", ".join(who)
        if quote.confirmed:
            caption = _("{who} · confirmed together").format(who=caption)
        cell += [Spacer(0, 5)] if cell else []
        cell.append(setter.paragraph(setter.quotation(quote.text), setter.styles.quote))
        cell.append(setter.paragraph(caption, setter.styles.caption))
    return cell


def _numbered_table(
    headings: list[str],
    rows: list[list[Cell]],
    widths: Sequence[float],
    indexes: list[int],
    numbered: bool,
    setter: Typesetter,
) -> Flowable:
    """A ruled table whose rows carry the number of their need, so that answers and options can refer to it."""
    styles = setter.styles
    titles: list[Cell] = [[setter.paragraph(title, styles.column)] for title in headings]
    if not numbered:
        return ruled(titles, rows, widths, pad=styles.row_pad)
    numbers: list[Cell] = [[setter.paragraph(str(index + 1), styles.index)] for index in indexes]
    return ruled(
        [[], *titles],
        [[number, *row] for number, row in zip(numbers, rows, strict=True)],
        [3.6 * sum(widths) / 100, *widths],
        ("RIGHTPADDING", (0, 0), (0, -1), 0),
        pad=styles.row_pad,
    )
