"""What is made of the words: who speaks, said back, a need, a figure, an objection, each with its key."""

import pytest

from desktop.models.calls import Objection
from desktop.models.needs import Reply
from desktop.services import needs, prospects, reformulations
from desktop.services.conversation_steps import Step
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.keys import PlayError
from desktop.ui.play.talk import TalkPilot


@pytest.fixture
def noticed() -> Noticed:
    return Noticed()


@pytest.fixture
def talk(begun: HeldCall, noticed: Noticed) -> TalkPilot:
    return TalkPilot(begun, noticed)


def play(talk: TalkPilot, **step: object) -> bool:
    return talk.play(Step.model_validate(step))


def speaking(begun: HeldCall) -> str:
    person = begun.speakers.speaking
    return person.name if person else ""


def test_people_join_and_take_turns(begun: HeldCall, talk: TalkPilot):
    play(talk, joins="Karim Belaïd, responsable commercial")
    play(talk, joins="Karim")
    assert [(each.name, each.job_title) for each in begun.speakers.people[1:]] == [
        ("Karim Belaïd", "responsable commercial"),
        ("Karim", ""),
    ]
    play(talk, speaker="Claire")
    assert speaking(begun) == "Claire"
    play(talk, speaker="Karim")
    assert speaking(begun) == "Karim"
    assert begun.line().hasFocus()


def test_somebody_unknown_does_not_speak(talk: TalkPilot):
    play(talk, joins="Karim")
    with pytest.raises(PlayError, match="“Nobody” does not speak"):
        play(talk, speaker="Nobody")


@pytest.mark.parametrize("reply", [Reply.CONFIRMED, Reply.REFUSED, Reply.CORRECTED])
def test_the_last_words_are_said_back(begun: HeldCall, talk: TalkPilot, reply: Reply):
    entry = begun.last_verbatim()
    correction = {"correction": "Two days, in fact."} if reply is Reply.CORRECTED else {}
    play(talk, reformulate=reply.value, **correction)
    replies = begun.stage.workspace.ask(reformulations.latest_replies, begun.call_id)
    assert replies[entry.id] is reply
    assert begun.last_verbatim().text == ("Two days, in fact." if correction else "We lose a day a week.")
    assert begun.line().hasFocus()
    assert begun.question == "objective"


def test_a_need_is_made_once(begun: HeldCall, talk: TalkPilot):
    play(talk, need=True)
    assert begun.stage.workspace.ask(needs.stating, begun.last_verbatim().id) is not None


def test_figures_are_taken_one_after_the_other(begun: HeldCall, talk: TalkPilot, noticed: Noticed):
    begun.type_line("We set 15,000 euros aside, to start before the end of January.")
    play(talk, accept=True)
    play(talk, accept=True)
    prospect = begun.stage.workspace.ask(prospects.load_prospect, begun.call.prospect_id)
    assert (f"{prospect.amount:.0f}", f"{prospect.expected_on:%Y-%m}") == ("15000", "2027-01")
    assert noticed.accepted[0] == "Amount: €15,000"


def test_nothing_recognised_is_nothing_to_take(talk: TalkPilot):
    with pytest.raises(PlayError, match=r"nothing is recognised in “We lose a day a week\.”"):
        play(talk, accept=True)


@pytest.mark.parametrize("settled", [True, False, None])
def test_an_objection_is_answered_by_its_card(begun: HeldCall, talk: TalkPilot, settled: bool | None):
    begun.type_line("! Nobody here has the time to learn it.")
    play(talk, objection="team-not-ready", **({} if settled is None else {"settled": settled}))
    last = begun.entries[-1]
    assert isinstance(last, Objection)
    assert (last.card, last.settled) == ("team-not-ready", settled)
    assert begun.line().hasFocus()


def test_a_contradiction_is_put_away(begun: HeldCall, talk: TalkPilot):
    begun.running.scoring.score(3, "budget")
    begun.type_line("There is no budget for this, none at all.")
    assert begun.running.contradictions.current is not None
    play(talk, seen=True)
    assert begun.running.contradictions.current is None
    with pytest.raises(PlayError, match="no contradiction is on the screen"):
        play(talk, seen=True)


def test_what_is_not_about_words_is_left_to_others(talk: TalkPilot):
    assert not play(talk, score=1)
