"""The account of a call on one page, to send the same day: their words, what was agreed, when we speak again."""

from io import BytesIO

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.appointment import when
from desktop.documents.files import dated_name
from desktop.documents.legal import footer_line
from desktop.documents.pen import signature
from desktop.documents.sheet import WIDTH, Pages, Running, Sheet
from desktop.documents.styles import styles
from desktop.documents.tables import Cell, grid, ruled
from desktop.documents.typesetter import Typesetter
from desktop.i18n import LANGUAGES, Language
from desktop.models.need_kinds import label
from desktop.services.call_report import CallReport, Point
from desktop.services.proposal_content import AgreedStep, Quote

_LONGEST_NAME = 90
_SIGNATURE = (150.0, 50.0)
"""Points that a signature may take, across and down."""


def render_call_report(report: CallReport) -> bytes:
    """The PDF of ``report``, always one page: what does not fit is left out, the last points first, and said so."""
    least, most = 0, len(report.points)
    data, pages = _lay(report, most, tight=False)
    if pages == 1:
        return data
    while least < most:
        middle = (least + most + 1) // 2
        if _lay(report, middle, tight=True)[1] == 1:
            least = middle
        else:
            most = middle - 1
    return _lay(report, least, tight=True)[0]


def report_name(report: CallReport) -> str:
    """``2026-11-23_Compte-rendu_Ateliers-Brevent.pdf``."""
    language = Language(report.language if report.language in LANGUAGES else "en")
    client = report.client.company or report.client.contact
    return dated_name(report.held_on, language.gettext("Call account"), client)


def _lay(report: CallReport, count: int, tight: bool) -> tuple[bytes, int]:
    language = Language(report.language if report.language in LANGUAGES else "en")
    setter = Typesetter(language, styles(report.seller.accent, tight))
    buffer = BytesIO()
    sheet = Sheet(buffer, _running(report, setter), setter.styles.accent, Pages(1))
    pages = sheet.lay(_story(report, count, setter))
    return buffer.getvalue(), pages.total


def _running(report: CallReport, setter: Typesetter) -> Running:
    _ = setter.language.gettext
    plain = setter.plain
    client = report.client.company or report.client.contact
    title = _("Account of our conversation with {client}").format(client=client)
    return Running(
        title=plain(title),
        author=plain(report.seller.name),
        subject=plain(title),
        keywords="",
        lang="fr-FR" if setter.language.code == "fr" else "en-GB",
        first_left=plain(report.seller.name),
        first_right=plain(_("{date} · non-contractual document").format(date=setter.language.date(report.held_on))),
        left="",
        right="",
        legal=plain(footer_line(report.seller, setter.language)) if report.seller.name else "",
        page=_("{page} / {total}"),
        issued_on=report.held_on,
        logo=report.seller.logo,
    )


def _story(report: CallReport, count: int, setter: Typesetter) -> list[Flowable]:
    _ = setter.language.gettext
    style = setter.styles
    title = _("What we understood on {date}").format(date=setter.language.date(report.held_on))
    story: list[Flowable] = [Spacer(0, 10), setter.balanced(title, style.title, WIDTH - 60)]
    whom = dict.fromkeys(_line(part, setter) for part in (report.client.company, *report.people) if part.strip())
    story.append(setter.paragraph(" · ".join(whom), style.subtitle))
    story.append(Spacer(0, 14))
    if report.points:
        story.append(setter.section(_("What you told us"), "said"))
        story += [_points(report.points[:count], setter)] if count else []
        left = len(report.points) - count
        if left:
            more = setter.language.ngettext(
                "And {count} other point, kept in our notes.", "And {count} other points, kept in our notes.", left
            )
            story += [Spacer(0, 6), setter.paragraph(more.format(count=left), style.caption)]
    if report.agreed_on:
        story += [Spacer(0, 10), _agreement(report, setter)]
    if report.next_step:
        story += [Spacer(0, 16), _next_step(report.next_step, setter)]
    return [*story, Spacer(0, 14), setter.paragraph(_put_right(report, setter), style.first)]


def _points(points: tuple[Point, ...], setter: Typesetter) -> Flowable:
    _ = setter.language.gettext
    style = setter.styles
    rows: list[list[Cell]] = []
    understood = any(point.understanding.strip() for point in points)
    for point in points:
        row: list[Cell] = [[setter.paragraph(label(point.kind, setter.language), style.tag)]]
        row.append(_words(point, setter))
        if understood:
            row.append([setter.paragraph(point.understanding, style.body)] if point.understanding.strip() else [])
        rows.append(row)
    headings: list[Cell] = [[], [setter.paragraph(_("Your words"), style.column)]]
    headings += [[setter.paragraph(_("What we understand"), style.column)]] if understood else []
    return ruled(headings, rows, [16, 50, 34] if understood else [16, 84], pad=style.row_pad)


def _words(point: Point, setter: Typesetter) -> Cell:
    cell: Cell = []
    for quote in point.quotes:
        cell += [Spacer(0, 4)] if cell else []
        cell.append(setter.paragraph(setter.quotation(quote.text), setter.styles.quote))
        cell.append(setter.paragraph(_source(quote, setter), setter.styles.caption))
    if not cell and point.confirmed:
        cell.append(setter.paragraph(setter.language.gettext("confirmed together"), setter.styles.caption))
    return cell


def _source(quote: Quote, setter: Typesetter) -> str:
    who = quote.speaker
    if not quote.confirmed:
        return who
    _ = setter.language.gettext
    return _("{who} · confirmed together").format(who=who) if who.strip() else _("confirmed together")


def _agreement(report: CallReport, setter: Typesetter) -> Flowable:
    """Who agreed and when; their signature at the right, as on paper."""
    said = setter.paragraph(_agreed(report, setter), setter.styles.strong)
    if not report.signature:
        return said
    drawing = signature(report.signature, _SIGNATURE[0], _SIGNATURE[1])
    return grid([[[said], [drawing]]], [WIDTH - _SIGNATURE[0], _SIGNATURE[0]], ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))


def _agreed(report: CallReport, setter: Typesetter) -> str:
    _ = setter.language.gettext
    assert report.agreed_on is not None
    day = setter.language.date(report.agreed_on)
    if not report.agreed_by.strip():
        return _("Read and put in order together on {date}.").format(date=day)
    sentence = (
        _("Read, put in order and signed by {name} on {date}.")
        if report.signature
        else _("Read and put in order with {name} on {date}.")
    )
    return sentence.format(name=_line(report.agreed_by, setter), date=day)


def _next_step(step: AgreedStep, setter: Typesetter) -> Flowable:
    _ = setter.language.gettext
    style = setter.styles
    return grid(
        [
            [
                [
                    setter.paragraph(_("We speak again"), style.tag),
                    setter.paragraph(when(step, setter), style.box),
                ]
            ]
        ],
        [WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), style.tint),
        ("LEFTPADDING", (0, 0), (-1, -1), 15),
        ("TOPPADDING", (0, 0), (-1, -1), 11),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 14),
    )


def _line(name: str, setter: Typesetter) -> str:
    """A name on one line, whatever was typed as one."""
    name = setter.plain(name)
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"


def _put_right(report: CallReport, setter: Typesetter) -> str:
    _ = setter.language.gettext
    ways = " · ".join(part for part in (report.seller.phone, report.seller.email) if part.strip())
    if not ways:
        return _("If we have misunderstood something, tell us: this page is there to be put right.")
    return _("If we have misunderstood something, tell us: {ways}").format(ways=ways)
