"""The proposal, from plain content to the bytes of a PDF."""

from io import BytesIO

from reportlab.platypus.flowables import Flowable, PageBreak

from desktop.documents.acceptance import acceptance
from desktop.documents.echo import answered, said
from desktop.documents.essentials import essentials
from desktop.documents.legal import footer_line
from desktop.documents.offers import offers
from desktop.documents.sheet import Pages, Running, Sheet
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import LANGUAGES, Language
from desktop.services.proposal_content import ProposalContent

_USUAL = Pages(4, {"said": 2, "answers": 2, "options": 3, "acceptance": 4})
_ORDINARY = 4
"""Pages an ordinary proposal holds in; one that needs a fifth is first tried a little tighter."""
_PASSES = 4
"""Page 1 names pages: laid out until what it says is true, which an ordinary proposal is at the first pass."""


def render(content: ProposalContent) -> bytes:
    """The PDF of ``content``, in its own language. Pure: the same content gives the same bytes, no file is written.

    Any text is accepted, of any length. Safe in a worker thread.
    """
    data, pages = _settle(content, tight=False)
    if pages == _ORDINARY + 1:
        tight, pages = _settle(content, tight=True)
        return tight if pages <= _ORDINARY else data
    return data


def _settle(content: ProposalContent, tight: bool) -> tuple[bytes, int]:
    """Lay the proposal out until the page numbers it gives are right; the bytes and how many pages."""
    language = Language(content.language if content.language in LANGUAGES else "en")
    setter = Typesetter(language, styles(content.seller.accent, tight))
    expected = _USUAL
    for _pass in range(_PASSES):
        data, found = _lay(content, setter, expected)
        if found == expected:
            break
        expected = found
    return data, expected.total


def _lay(content: ProposalContent, setter: Typesetter, expected: Pages) -> tuple[bytes, Pages]:
    buffer = BytesIO()
    sheet = Sheet(buffer, _running(content, setter), setter.styles.accent, expected)
    pages = sheet.lay(_story(content, setter, expected))
    return buffer.getvalue(), pages


def _story(content: ProposalContent, setter: Typesetter, expected: Pages) -> list[Flowable]:
    echo = [*said(content, setter), *answered(content, setter)]
    priced = offers(content, setter)
    story = essentials(content, setter, expected)
    story += [PageBreak(), *echo] if echo else []
    story += [*([] if echo else [PageBreak()]), *priced] if priced else []
    return story + acceptance(content, setter)


def _running(content: ProposalContent, setter: Typesetter) -> Running:
    _ = setter.language.gettext
    language, plain = setter.language, setter.plain
    reference = _("{number} v{revision}").format(number=content.number, revision=content.revision)
    first = _("{reference} · {date} · valid until {until}").format(
        reference=reference, date=language.date(content.issued_on), until=language.date(content.valid_until)
    )
    if not content.contractual:
        first = _("{reference} · {date} · non-contractual document").format(
            reference=reference, date=language.date(content.issued_on)
        )
    client = content.client.company or content.client.contact
    return Running(
        title=plain(content.title or _("Proposal")),
        author=plain(content.seller.name),
        subject=plain(_("Proposal {number} for {client}").format(number=reference, client=client)),
        keywords=plain(reference),
        lang="fr-FR" if language.code == "fr" else "en-GB",
        first_left=plain(content.seller.name),
        first_right=plain(first),
        left=plain(" · ".join(part for part in (client, content.title) if part.strip())),
        right=plain(reference),
        legal=plain(footer_line(content.seller, language)),
        page=_("{page} / {total}"),
        issued_on=content.issued_on,
    )
