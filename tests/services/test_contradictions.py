import uuid
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models.patterns import Patterns
from desktop.services import calls, contradictions, prospects, templates
from desktop.services.contradictions import read_rules, rules

CRITERIA = {"need", "budget", "authority", "timing", "fit"}


def test_both_languages_have_the_same_rules() -> None:
    french, english = rules("fr").rules, rules("en").rules
    assert [rule.key for rule in french] == [rule.key for rule in english]
    assert len(french) >= 14
    for one, other in zip(french, english, strict=True):
        assert (one.scores, one.heat, one.quantity) == (other.scores, other.heat, other.quantity)
        assert one.name != other.name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_asks_politely_and_can_hold(language: str) -> None:
    for rule in rules(language).rules:
        assert rule.ask.endswith("?") and "!" not in rule.ask
        assert rule.applies(CRITERIA), rule.key
        assert rule.said_patterns or not rule.said
        for pattern in (*rule.said, *rule.against, *rule.unless):
            assert Patterns([pattern]), pattern
        if language == "fr":
            assert rule.ask.endswith("\u202f?") and "'" not in rule.ask + rule.name


def test_a_mistake_is_refused_with_its_line(tmp_path: Path) -> None:
    def refused(text: str) -> str:
        path = tmp_path / "rules.toml"
        path.write_text(text, "utf-8")
        with pytest.raises(UserError) as error:
            read_rules(path)
        return str(error.value)

    rule = '[[rules]]\nkey = "a"\nname = "A"\nask = "?"\n'
    assert "line 6" in refused('language = "fr"\n' + rule + "scores = [{ criterion = , at_least = 2 }]\n")
    assert "line 6" in refused('language = "fr"\n' + rule + 'heat = "boiling"\n')
    assert "line 8" in refused('language = "fr"\n' + rule + 'said = ["x"]\n' + rule + 'said = ["y"]\n')
    assert "line 2" in refused('language = "fr"\n' + rule)
    assert "line 1" in refused('language = "de"\n' + rule + 'said = ["x"]\n')


def test_only_what_the_prospect_said_is_heard_and_as_put_right(workspace, clock) -> None:
    prospect_id = workspace.do(prospects.create_prospect, now=clock.now(), company="NovaTec", person="Claire")
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())

    def add(kind: str, text: str) -> uuid.UUID:
        return workspace.do(calls.add_entry, call_id, kind, text, at=clock.now())

    kept = [add("verbatim", "Not before next year"), add("objection", "No budget")]
    add("note", "no budget, I think")
    add("question", "no budget?")
    entries = workspace.ask(calls.entries, call_id)
    entries[0].corrected = "Not before May"
    heard = list(contradictions.lines(entries))
    assert [each.key for each in heard] == kept
    assert [each.text for each in heard] == ["Not before May", "No budget"]
    assert {each.speaker for each in heard} == {entries[0].contact_id} != {None}
