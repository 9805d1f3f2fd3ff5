"""A message to read over and send: whole, safe, and the same each time."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from desktop.documents.files import file_name
from desktop.documents.mail import mail_draft
from desktop.models.proposals import DocumentKind
from tests.documents.cases import BARE, CLAIRE, FIVE, NEEDS, PRE
from tests.hostile import MARKUP

PDF = bytes(range(256)) * 50
TO = "claire@brevent.example"


def draft(content=CLAIRE, kind=DocumentKind.PROPOSAL, to=TO):
    return mail_draft(content, kind, to, PDF, file_name(content, kind))


def read(made):
    return message_from_bytes(made.data, policy=policy.default)


def test_it_opens_as_a_message_that_was_not_sent_from_nobody_to_the_contact():
    message = read(draft())
    assert message["X-Unsent"] == "1" and message["From"] is None
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Claire Fontaine", TO)
    assert message["Subject"] == "Proposition P-2026-0042 v2\u00a0: Rendre à vos commerciaux leur journée perdue"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == file_name(CLAIRE) and attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF


def test_it_is_built_from_their_needs_in_the_language_of_the_proposal():
    text = read(draft()).get_body().get_content().replace("\r\n", "\n")
    assert text == draft().text
    assert text.startswith("Bonjour Claire Fontaine,\n\nSuite à notre échange du 12\u00a0novembre 2026,")
    plain = text.replace("\u00a0", " ")
    assert "Tout part de ce que vous nous avez dit :" in plain
    assert all(f"– « {need.quotes[0].text} »" in plain for need in NEEDS)
    assert "23\u00a0décembre 2026" in text and text.rstrip().endswith("02 99 00 00 00")
    english = draft(replace(CLAIRE, language="en")).text
    assert "Hello Claire Fontaine," in english and f"– “{NEEDS[0].quotes[0].text}”" in english


def test_their_words_are_left_as_they_are_but_few_and_short():
    odd = replace(NEEDS[0].quotes[0], text='C\'est "trop" long... ' + "mot " * 100)
    text = draft(replace(FIVE, needs=(replace(NEEDS[0], quotes=(odd,)), *FIVE.needs[1:]))).text
    assert '«\u00a0C\'est "trop" long... mot' in text and "[…]\u00a0»" in text
    assert text.count("– «") == 4


@pytest.mark.parametrize("kind", DocumentKind)
def test_each_document_says_what_it_is_and_no_price_is_promised_without_one(kind):
    made = draft(PRE, kind)
    assert "valable" not in made.text
    assert ("Pré-proposition" in made.subject) is (kind in (DocumentKind.PROPOSAL, DocumentKind.PLAN))


def test_the_same_document_gives_the_same_bytes():
    assert draft().data == draft().data
    assert draft(replace(CLAIRE, next_step="Autre")).data != draft().data


INJECTED = "x\r\nBcc: other@evil.example\r\n\r\nbody"


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00"])
def test_a_line_break_in_any_field_adds_no_header(sign):
    words = INJECTED.replace("\r\n", sign)
    client = replace(CLAIRE.client, contact=words, company=words)
    content = replace(CLAIRE, client=client, title=words, number=words, next_step=words)
    for to in (TO, words, f"a@b.example{sign}Bcc: c@d.example", f'"{words}" <a@b.example>'):
        message = read(draft(content, to=to))
        assert message["Bcc"] is None and message["Cc"] is None
        assert set(message.keys()) <= {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
        assert len(list(message.iter_attachments())) == 1
        assert "\n" not in message["Subject"]


@pytest.mark.parametrize(
    "to",
    [
        "",
        "claire",
        "a@b, c@d.example",
        "a@b.example;c@d.example",
        "<a@b.example>",
        "é@b.example",
        "a b@c.example",
        "a@",
    ],
)
def test_what_is_not_one_address_is_left_out(to):
    made = draft(to=to)
    assert made.to == "" and read(made)["To"] is None


def test_an_address_with_accents_in_its_domain_is_written_as_the_mail_knows_it():
    assert draft(to=" claire@brévent.example ").to == f"claire@{'brévent'.encode('idna').decode()}.example"


@pytest.mark.parametrize("text", [*MARKUP, "\udcff\ud800", "مرحبا \u202e abc", "w" * 5000, ""])
def test_any_text_makes_a_message_that_can_be_read(text):
    client = replace(CLAIRE.client, contact=text, company=text)
    need = replace(NEEDS[0], quotes=(replace(NEEDS[0].quotes[0], text=text),))
    content = replace(CLAIRE, client=client, title=text, needs=(need,), next_step=text)
    message = read(draft(content))
    assert message["To"].addresses[0].addr_spec == TO
    assert len(message["Subject"]) <= 160 and not message.defects
    assert message.get_body().get_content().strip()


def test_an_empty_proposal_still_makes_one():
    made = draft(BARE)
    assert made.subject.startswith("Proposition P-1 v1") and "– «" not in made.text
