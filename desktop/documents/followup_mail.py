"""The message of a follow-up, typeset and as a file that the rep's mail program opens: nothing leaves by itself."""

import re
from dataclasses import replace
from datetime import date

from desktop.documents.files import dated_name
from desktop.documents.mail import Draft, unsent
from desktop.documents.text import clean
from desktop.documents.typography import fr_typo, quote_spaces
from desktop.i18n import Language
from desktop.services.messages import Message

_QUOTED = re.compile(r"«[^«»]*»")


def typeset(message: Message) -> Message:
    """The message as its language is printed; between the marks of a quotation, words are theirs."""
    if message.language != "fr":
        return message
    return replace(message, subject=_french(message.subject), body=_french(message.body))


def followup_mail(to: str, name: str, subject: str, text: str, language: Language) -> Draft:
    """The ``.eml`` of a message as the rep left it. Pure: the same words give the same bytes."""
    text = clean(text).strip() + "\n"
    message, address = unsent(to, name, subject, text, language)
    return Draft(address, str(message["Subject"]), text, message.as_bytes())


def followup_mail_name(day: date, client: str, language: Language) -> str:
    """``2026-11-23_Relance_Ateliers-Brevent.eml``."""
    return dated_name(day, language.pgettext("file", "Follow-up"), client).removesuffix(".pdf") + ".eml"


def _french(text: str) -> str:
    parts, start = [], 0
    for found in _QUOTED.finditer(text):
        parts += [fr_typo(text[start : found.start()]), quote_spaces(found.group())]
        start = found.end()
    return "".join([*parts, fr_typo(text[start:])])
