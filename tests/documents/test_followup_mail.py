"""The message of a follow-up as a file that a mail program opens, and its typography."""

from datetime import date
from email import message_from_bytes
from email.policy import default

from desktop.documents.followup_mail import followup_mail, followup_mail_name, typeset
from desktop.i18n import Language
from desktop.services.messages import Message

FR, EN = Language("fr"), Language("en")


def _body(message):
    return message.get_content().replace("\r\n", "\n")


def test_the_file_opens_as_a_message_not_sent_yet_with_the_words_as_they_were_left():
    text = "Bonjour Claire,\n\nVous disiez\u00a0: «\u00a0Ça traîne\u00a0».\n"
    draft = followup_mail("claire@brevent.fr", "Claire Martin", "Où en êtes-vous\u202f?", text, FR)
    message = message_from_bytes(draft.data, policy=default)
    assert message["X-Unsent"] == "1" and message["To"] == "Claire Martin <claire@brevent.fr>"
    assert message["Subject"] == "Où en êtes-vous\u00a0?" and message["Content-Language"] == "fr"
    assert _body(message) == text and not list(message.iter_attachments())
    assert followup_mail("claire@brevent.fr", "Claire Martin", "Où en êtes-vous\u202f?", text, FR) == draft


def test_hostile_words_stay_words():
    draft = followup_mail("a@b.fr\nBcc: x@y.fr", "A\r\nBcc: x@y.fr", "S\r\nBcc: x@y.fr", "From me\n.\n", EN)
    message = message_from_bytes(draft.data, policy=default)
    assert message["Bcc"] is None and message["To"] is None and draft.to == ""
    assert message["Subject"] == "S Bcc: x@y.fr" and _body(message) == "From me\n.\n"


def test_only_what_is_ours_is_typeset():
    message = Message("", "Votre avis ?", "Voila : « c'est \"dur\" ... non ? »... et l'avis ?", (), language="fr")
    set_ = typeset(message)
    assert set_.subject == "Votre avis\u202f?"
    assert set_.body == 'Voila\u00a0: «\u00a0c\'est "dur" ... non\u00a0?\u00a0»… et l’avis\u202f?'
    english = Message("", "A: b?", 'It\'s "so"...', (), language="en")
    assert typeset(english) is english


def test_the_file_says_what_it_is_in_the_language_of_the_message():
    assert followup_mail_name(date(2026, 11, 23), "Ateliers Brevent", FR) == "2026-11-23_Relance_Ateliers-Brevent.eml"
    assert followup_mail_name(date(2026, 11, 23), "", EN) == "2026-11-23_Follow-up.eml"
