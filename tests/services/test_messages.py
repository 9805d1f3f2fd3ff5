"""The message of a follow-up: drafted from what is known of them, in their language, without a hole."""

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest

from desktop import i18n
from desktop.documents.followup_mail import typeset
from desktop.i18n import LANGUAGES
from desktop.models.calls import Call, CallState, Verbatim
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.library import ItemKind
from desktop.models.message_templates import Situation
from desktop.models.needs import Need
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact, Prospect
from desktop.services import cadence_runs, cadences, followups, messages
from desktop.services.followups import NextStep
from desktop.services.library import Shelfmark
from desktop.services.settings import save_company
from tests.services.cadence_case import NOW, ZONE, proposal, prospect
from tests.services.library_case import publish_as


def spoke(session, prospect_id, *words, days=11):
    """A call, and what was starred in it."""
    at = NOW - timedelta(days=days)
    call = Call(prospect_id=prospect_id, script_copy={}, grid_copy={}, started_at=at, state=CallState.CONCLUDED)
    session.add(call)
    session.flush()
    for place, text in enumerate(words):
        more = {"call_id": call.id, "prospect_id": prospect_id, "sequence": place, "at": at + timedelta(minutes=place)}
        session.add(Verbatim(text=text, citable=not text.startswith("-"), **more))
    session.flush()


def planned(session, prospect_id, objective=Objective.PRECISION, subject="the budget", brings=""):
    due = datetime.combine(date(2026, 11, 27), time(9))
    step = NextStep(due, ZONE.key, Channel.EMAIL, objective, subject, brings=brings)
    return followups.plan(session, prospect_id, step, now=NOW)


@pytest.fixture
def claire(session):
    """Claire, who spoke, and somebody to sign."""
    save_company(session, now=NOW, name="Boussole", representative="Camille Roche", phone="01 02 03 04 05")
    key = prospect(session)
    spoke(session, key, "We lose a day each week", "-not for quoting")
    return SimpleNamespace(id=key, follow_up=planned(session, key))


def test_their_latest_starred_words_are_quoted(session, claire):
    message = messages.draft(session, claire.id, claire.follow_up, now=NOW)
    assert message.to == "claire@brevent.fr" and message.contact == "Claire Martin"
    assert "“We lose a day each week”" in message.body and "not for quoting" not in message.body
    assert message.body.startswith("Hello Claire,") and message.body.endswith("Camille Roche\nBoussole\n01 02 03 04 05")
    assert "the budget" in message.body and message.missing == () and message.template == "call-precision"


def test_without_starred_words_it_says_so_and_leaves_no_hole(session):
    key = prospect(session)
    i18n.use("fr")
    message = messages.draft(session, key, planned(session, key), now=NOW)
    assert "aucun mot à citer" in message.missing
    assert "{" not in message.body and "«" not in message.body and message.body.startswith("Bonjour Claire,")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_every_template_makes_a_whole_message_in_its_own_language(session, language, known):
    i18n.use(language)
    key = prospect(session)
    follow_up = None
    if known:
        save_company(session, now=NOW, name="Atelier", representative="Camille Roche", phone="01 02 03 04 05")
        spoke(session, key, "Je perds une journée" if language == "fr" else "I lose a day")
        session.get_one(Proposal, proposal(session, key)).language = language
        session.add(Need(prospect_id=key, statement="Gagner du temps", created_at=NOW))
        words = ("le budget", "un guide") if language == "fr" else ("the budget", "a guide")
        follow_up = planned(session, key, Objective.VALIDATION, *words)
    for template in messages.templates(session, language):
        message = typeset(messages.draft(session, key, follow_up, now=NOW, template_key=template.key))
        assert message.template == template.key and message.language == language
        assert "{" not in message.body + message.subject and "}" not in message.body + message.subject
        assert message.missing == () or not known
        words = set(message.body.lower().replace("’", " ").replace(",", " ").split())
        strangers = {"the", "you", "your", "hello", "regards"} if language == "fr" else {"vous", "votre", "bonjour"}
        assert not words & strangers
        if language == "fr":
            assert " :" not in message.body and " ?" not in message.body


def test_a_message_is_in_the_language_of_their_latest_proposal(session, claire):
    proposal(session, claire.id)
    message = messages.draft(session, claire.id, claire.follow_up, now=NOW)
    assert message.language == "fr" and message.body.startswith("Bonjour Claire,")
    assert message.template == "proposal-read" and "P-2026-0042" in message.subject
    assert "«\u00a0We lose a day each week\u00a0»" in message.body


def test_the_step_of_a_cadence_names_its_message(session, claire):
    cadence = cadences.find(session, "nurturing-30-days", "en")
    cadence_runs.start(session, claire.id, cadence, now=NOW, zone=ZONE)
    follow_up = followups.next_of(session, claire.id)
    message = messages.draft(session, claire.id, follow_up.id, now=NOW)
    assert message.template == "content" and "a practical guide on the subject" in message.body


def test_where_things_stand_chooses_the_template(session):
    key = prospect(session)
    found = session.get_one(Prospect, key)
    follow_up = planned(session, key, brings="a figure")

    def stands(step=None):
        session.flush()
        return messages.situation(session, key, step, now=NOW)

    assert stands() is Situation.FOLLOW_UP and stands(follow_up) is Situation.CONTENT
    found.created_at = NOW - timedelta(days=90)
    assert stands() is Situation.DORMANT
    session.add(
        Exchange(prospect_id=key, kind=ExchangeKind.MEETING, at=NOW - timedelta(days=3), text="", created_at=NOW)
    )
    session.flush()
    assert stands() is Situation.CALL
    proposal(session, key)
    assert stands(follow_up) is Situation.PROPOSAL


def test_what_people_wrote_is_data(session, claire):
    spoke(session, claire.id, "{me} <b>bold</b>\n« quoted » and “so on”.", days=1)
    session.query(Contact).one().name = "{company} Martin"
    session.flush()
    body = messages.draft(session, claire.id, claire.follow_up, now=NOW).body
    assert "“{me} <b>bold</b> « quoted » and ‘so on’”" in body and "Hello {company}," in body


def test_a_long_quote_is_cut_at_a_word(session, claire):
    spoke(session, claire.id, "word " * 80, days=1)
    body = messages.draft(session, claire.id, claire.follow_up, now=NOW).body
    assert "word […]”" in body


def test_a_rep_may_have_their_own_templates(session, claire):
    mark = Shelfmark(ItemKind.MESSAGES, "messages", "en")
    own = {"key": "own", "title": "Own", "situation": "call", "objective": None, "subject": "S", "text": "Mine, {me}."}
    publish_as(session, mark, messages=[own])
    message = messages.draft(session, claire.id, claire.follow_up, now=NOW, template_key="gone")
    assert (message.template, message.body, message.subject) == ("own", "Mine, Camille Roche.", "S")


@pytest.mark.parametrize(
    ("name", "addressed"),
    [
        ("Claire Martin", "Claire"),
        ("Mme Martin", "Madame Martin"),
        ("M. Le Goff", "Monsieur Le Goff"),
        ("Dr Lenoir", "Docteur Lenoir"),
        ("Jean-Paul", "Jean-Paul"),
        ("Mme", "Mme"),
        ("", ""),
    ],
)
def test_somebody_is_addressed_as_they_were_written_down(name, addressed):
    assert messages.first_name(name) == addressed


def test_the_date_is_that_of_the_last_conversation(session, claire):
    body = messages.draft(session, claire.id, claire.follow_up, now=NOW).body
    assert i18n.current().date(date(2026, 11, 12)) in body
