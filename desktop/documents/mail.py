"""A message ready to be read over and sent by the rep, from their own mail program: nothing leaves by itself."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from desktop.documents.running import document_name, language_of, reference
from desktop.documents.text import clean
from desktop.documents.typography import fr_typo, quote_spaces
from desktop.i18n import Language
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent

_MOST_QUOTES = 4
"""Their own words at the head of a message: enough to be recognised, few enough to be read."""
_LONGEST_QUOTE = 160
_LONGEST_SUBJECT = 150
_LONGEST_NAME = 60
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SPECIALS = re.compile(r"[^\w .’-]+")
_ADDRESS = re.compile(r"[\x21-\x7e]+@[^\s@<>(),;:\"\\\[\]]+")


@dataclass(frozen=True)
class Draft:
    """A message: ``to`` is "" when the contact has no address that can be written to."""

    to: str
    subject: str
    text: str
    data: bytes
    """The ``.eml`` file, to be opened by the mail program as a message that was not sent yet."""


def mail_draft(content: ProposalContent, kind: DocumentKind, to: str, pdf: bytes, file_name: str) -> Draft:
    """A message that hands over one document, in the language of ``content``, built from their needs.

    ``to`` is the contact's address as it was typed: what cannot be one is left out. The sender is left to the mail
    program. Pure: the same document gives the same bytes.
    """
    language = language_of(content)
    subject, text = _subject(content, kind, language), _text(content, kind, language)
    message, address = unsent(to, content.client.contact, subject, text, language)
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    # The boundary would be drawn at random.
    message.set_boundary(f"=_{hashlib.sha256(text.encode() + pdf).hexdigest()[:40]}")
    return Draft(address, subject, text, message.as_bytes())


def unsent(to: str, name: str, subject: str, text: str, language: Language) -> tuple[EmailMessage, str]:
    """A message that a mail program opens as not sent yet, and the address it goes to: "" when ``to`` is none."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    address = _address(to, name)
    if address is not None:
        message["To"] = address
    message["Subject"] = _one_line(subject)
    message.set_content(text, cte="quoted-printable")
    # After the text, which would take every header about the content away.
    message["Content-Language"] = language.code
    return message, address.addr_spec if address else ""


def _address(to: str, name: str) -> Address | None:
    """One mailbox, or none: a line break or a second address in the field is not an address."""
    to = to.strip()
    if not _ADDRESS.fullmatch(to):
        return None
    local, _at, domain = to.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        return Address(display_name=_mailbox_name(name), addr_spec=f"{local}@{ascii_domain}")
    except (MessageError, ValueError, IndexError):
        return None


def _mailbox_name(name: str) -> str:
    """Letters alone: the library loses the quotation marks of a long name when it folds the line."""
    return " ".join(_SPECIALS.sub(" ", _one_line(name)).split())[:_LONGEST_NAME].strip()


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", clean(text)).strip()


def _subject(content: ProposalContent, kind: DocumentKind, language: Language) -> str:
    name, number = _document(content, kind, language), reference(content, language)
    what = (content.title or content.client.company).strip()
    if what:
        words = language.gettext("{document} {number}: {title}")
        line = _one_line(_set(words.format(document=name, number=number, title=what), language))
    else:
        line = f"{name} {number}"
    return line if len(line) <= _LONGEST_SUBJECT else f"{line[:_LONGEST_SUBJECT].rsplit(' ', 1)[0]}…"


def _text(content: ProposalContent, kind: DocumentKind, language: Language) -> str:
    """Paragraphs with an empty line between them."""
    return "\n\n".join(_paragraphs(content, kind, language)) + "\n"


def _paragraphs(content: ProposalContent, kind: DocumentKind, language: Language) -> Iterator[str]:
    _ = language.gettext
    name = _one_line(content.client.contact)
    yield _("Hello {name},").format(name=name) if name else _("Hello,")
    yield _set(_opening(content, kind, language), language)
    if said := _said(content, language):
        start = _set(_("It starts from what you told us:"), language)
        yield f"{start}\n{said}"
    if content.contractual and kind not in (DocumentKind.PLAN, DocumentKind.SLIP):
        yield _set(_("It is valid until {date}.").format(date=language.date(content.valid_until)), language)
    if content.next_step.strip():
        yield _set(clean(content.next_step).strip(), language)
    yield _set(_("If we have misunderstood anything, please tell me."), language)
    signed = [content.seller.representative, content.seller.name, content.seller.phone]
    yield "\n".join([_("Kind regards,"), *(_one_line(line) for line in signed if line.strip())])


def _opening(content: ProposalContent, kind: DocumentKind, language: Language) -> str:
    name = _document(content, kind, language)
    words = {"document": name[:1].lower() + name[1:], "number": reference(content, language)}
    if content.call_date is None:
        return language.gettext("Please find attached: {document} {number}.").format(**words)
    sentence = language.gettext("Following our conversation of {date}, please find attached: {document} {number}.")
    return sentence.format(date=language.date(content.call_date), **words)


def _document(content: ProposalContent, kind: DocumentKind, language: Language) -> str:
    """Without a price, the whole proposal calls itself a pre-proposal."""
    priced = content.contractual or kind is not DocumentKind.PROPOSAL
    return document_name(kind if priced else DocumentKind.PLAN, language)


def _said(content: ProposalContent, language: Language) -> str:
    """Between the marks, words are theirs: nothing but spaces is set."""
    french = language.code == "fr"
    marks = "– «\u00a0{words}\u00a0»" if french else "– “{words}”"
    lines = []
    for need in content.needs:
        if need.quotes:
            words = _one_line(need.quotes[0].text)
            if len(words) > _LONGEST_QUOTE:
                words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} […]"
            lines.append(marks.format(words=quote_spaces(words) if french else words))
    return "\n".join(lines[:_MOST_QUOTES])


def _set(text: str, language: Language) -> str:
    return fr_typo(text) if language.code == "fr" else text
