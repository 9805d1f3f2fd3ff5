"""The pressure gauge: what raises it, what lowers it, and how it explains itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.i18n import LANGUAGES, Language
from desktop.models.cadences import Anchor, choose_channel
from desktop.models.followup_kinds import Channel
from desktop.models.pressure import (
    CALM,
    LINE,
    MEMORY,
    WEIGHTS,
    Alternative,
    Touch,
    alternative_label,
    alternative_subject,
    level,
    measure,
    unanswered,
)
from desktop.services import cadence_files

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))


def ago(days: float, channel: Channel = Channel.EMAIL) -> Touch:
    return Touch(NOW - timedelta(days=days), channel)


def test_four_messages_in_nine_days_are_over_the_line_and_said_so():
    gauge = measure([ago(9), ago(6), ago(3), ago(1)], None, NOW)
    assert gauge.over and gauge.level > LINE == gauge.line
    assert gauge.reason == "4 messages without an answer in 9 days"
    french = measure([ago(9), ago(6), ago(3), ago(1)], None, NOW, language=Language("fr"))
    assert french.reason == "4 messages sans réponse en 9 jours"


@pytest.mark.parametrize(
    ("touches", "reason"),
    [
        ([ago(1, Channel.PHONE)], "1 call without an answer in 1 day"),
        ([ago(5, Channel.PHONE), ago(2)], "2 attempts without an answer in 5 days"),
        ([], "No attempt without an answer."),
    ],
)
def test_the_reason_names_what_was_tried(touches, reason):
    gauge = measure(touches, None, NOW)
    assert gauge.reason == reason and not gauge.over and gauge.alternatives == ()


def test_an_answer_takes_everything_before_it_back():
    touches = [ago(9), ago(6), ago(3), ago(1)]
    heard = NOW - timedelta(days=1)
    gauge = measure(touches, heard, NOW)
    assert (gauge.level, gauge.over) == (0, False) and gauge.reason == "No attempt since they were heard on 22 Nov."
    assert unanswered(touches, NOW - timedelta(days=4), NOW) == [ago(3), ago(1)]


def test_over_the_line_silence_comes_first_and_then_what_the_article_proposes():
    touches = [ago(2, Channel.PHONE), ago(1, Channel.PHONE), ago(0, Channel.PHONE)]
    assert measure(touches, None, NOW).alternatives == ("silence", "audit", "test", "preproposal", "backplan")
    with_proposal = measure(touches, None, NOW, proposed=True)
    assert with_proposal.alternatives == ("silence", "backplan", "test", "audit")
    quiet = with_proposal.quiet_until
    at = datetime.combine(quiet, NOW.time(), NOW.tzinfo)
    assert level(touches, at) <= CALM < level(touches, at - timedelta(days=2))


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from(Channel)), max_size=30), st.integers(0, 60))
def test_it_stays_between_its_bounds_rises_with_a_touch_and_falls_with_silence(tries, days):
    touches = [ago(since, channel) for since, channel in tries]
    gauge = measure(touches, None, NOW)
    assert 0 <= gauge.level <= 100 and gauge.over == (gauge.level > LINE) == bool(gauge.alternatives)
    assert measure([*touches, ago(0)], None, NOW).level >= gauge.level
    assert measure(touches, None, NOW + timedelta(days=days)).level <= gauge.level
    assert all(each.at > NOW - timedelta(days=MEMORY) for each in unanswered(touches, None, NOW))


def test_a_call_weighs_more_than_a_message():
    assert WEIGHTS[Channel.PHONE] > WEIGHTS[Channel.EMAIL] > WEIGHTS[Channel.LINKEDIN]
    assert set(WEIGHTS) == set(Channel)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_cadence_crosses_the_line_by_itself(language):
    for cadence in cadence_files.shipped(language).values():
        touches, last = [], None
        for step in cadence.steps:
            last = choose_channel(step.channels, last, tuple(Channel))
            days = step.days if step.anchor is Anchor.START else 27
            at = NOW + timedelta(days=days)
            touches.append(Touch(at, last))
            assert level(touches, at) <= LINE, (cadence.key, step.key)


@pytest.mark.parametrize("alternative", Alternative)
def test_each_alternative_has_its_words(alternative):
    assert alternative_label(alternative) != alternative_label(alternative, Language("fr"))
    assert bool(alternative_subject(alternative)) == (alternative is not Alternative.SILENCE)
