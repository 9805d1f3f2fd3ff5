"""What a trainer would say of a cadence."""

from dataclasses import replace

from desktop.i18n import LANGUAGES
from desktop.models.cadence_lint import Remark, Rule, lint, sentence
from desktop.models.cadences import Anchor
from desktop.models.followup_kinds import Channel
from desktop.services import cadence_files
from tests.services.cadence_case import cadence, step


def test_the_shipped_ones_are_beyond_reproach():
    for language in LANGUAGES:
        for each in cadence_files.shipped(language).values():
            assert lint(each) == ()


def test_two_touches_within_two_days_are_told_for_a_hot_prospect_too():
    assert lint(cadence(step(3), step(5))) == (Remark(Rule.TOO_CLOSE, 1, 2),)
    assert lint(cadence(step(5), step(9, hot=6))) == (Remark(Rule.TOO_CLOSE, 1, 1),)
    assert lint(cadence(step(3), step(6), step(2, anchor=Anchor.EXPIRY))) == ()


def test_the_same_channel_and_no_other_is_told():
    assert lint(cadence(step(3, Channel.EMAIL), step(9, Channel.EMAIL))) == (Remark(Rule.SAME_CHANNEL, 1),)
    assert lint(cadence(step(3, Channel.EMAIL), step(9, Channel.EMAIL, Channel.PHONE))) == ()


def test_a_step_that_brings_nothing_or_has_no_objective_is_told():
    empty = replace(step(3), brings=" ", subject="")
    assert lint(cadence(empty)) == (Remark(Rule.BRINGS_NOTHING, 0), Remark(Rule.NO_OBJECTIVE, 0))


def test_too_much_pressure_is_told_of_the_whole():
    remarks = lint(cadence(*(step(days) for days in (3, 6, 9, 12))))
    assert remarks == (Remark(Rule.TOO_MUCH, None, 3),)
    assert "step 3" in sentence(remarks[0])


def test_each_remark_says_what_to_do():
    assert sentence(Remark(Rule.TOO_CLOSE, 1, 1)).startswith("1 day after")
    assert all(sentence(Remark(rule, 0, 2)) and "{" not in sentence(Remark(rule, 0, 2)) for rule in Rule)
