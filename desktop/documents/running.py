"""What stands around the text of a document made from a proposal: names, reference, dates, metadata."""

from desktop.documents.legal import footer_line
from desktop.documents.sheet import Running
from desktop.documents.typesetter import Typesetter
from desktop.i18n import LANGUAGES, Language
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent


def language_of(content: ProposalContent) -> Language:
    """The language that its documents speak, whatever that of the screen."""
    return Language(content.language if content.language in LANGUAGES else "en")


def document_name(kind: DocumentKind, language: Language) -> str:
    """What a document is called: ``Devis``, ``Synthèse``…"""
    pgettext = language.pgettext
    return {
        DocumentKind.PROPOSAL: language.gettext("Proposal"),
        DocumentKind.SUMMARY: pgettext("document", "Summary"),
        DocumentKind.QUOTATION: pgettext("document", "Quotation"),
        DocumentKind.PLAN: pgettext("document", "Pre-proposal"),
        DocumentKind.SLIP: pgettext("document", "Next appointment"),
    }[kind]


def reference(content: ProposalContent, language: Language) -> str:
    """``P-2026-0042 v2``."""
    return language.gettext("{number} v{revision}").format(number=content.number, revision=content.revision)


def running(content: ProposalContent, setter: Typesetter, kind: DocumentKind = DocumentKind.PROPOSAL) -> Running:
    """The running lines and the metadata of one document."""
    _ = setter.language.gettext
    language, plain = setter.language, setter.plain
    number, name = reference(content, language), document_name(kind, language)
    client = content.client.company or content.client.contact
    title, subject = content.title or name, _("Proposal {number} for {client}").format(number=number, client=client)
    called = number
    if kind is not DocumentKind.PROPOSAL:
        called = _("{document} {number}").format(document=name, number=number)
        title = _("{document}: {title}").format(document=name, title=content.title) if content.title.strip() else name
        subject = _("{document} {number} for {client}").format(document=name, number=number, client=client)
    return Running(
        title=plain(title),
        author=plain(content.seller.name),
        subject=plain(subject),
        keywords=plain(number),
        lang="fr-FR" if language.code == "fr" else "en-GB",
        first_left=plain(content.seller.name),
        first_right=plain(_dated(content, called, kind, language)),
        left=plain(" · ".join(part for part in (client, content.title) if part.strip())),
        right=plain(called),
        legal=plain(footer_line(content.seller, language)),
        page=_("{page} / {total}"),
        issued_on=content.issued_on,
        logo=content.seller.logo,
    )


def _dated(content: ProposalContent, called: str, kind: DocumentKind, language: Language) -> str:
    _ = language.gettext
    day = language.date(content.issued_on)
    if kind is DocumentKind.PLAN or not content.contractual:
        return _("{reference} · {date} · non-contractual document").format(reference=called, date=day)
    until = language.date(content.valid_until)
    return _("{reference} · {date} · valid until {until}").format(reference=called, date=day, until=until)
