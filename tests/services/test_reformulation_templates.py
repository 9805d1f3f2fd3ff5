"""The shipped sentences: enough of them, the same in both languages, well written; bad ones refused with their line."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from desktop.database import Session
from desktop.errors import UserError
from desktop.i18n import LANGUAGES
from desktop.models.library import ItemKind, LibraryItem
from desktop.models.need_kinds import NeedKind
from desktop.models.reformulations import CLAUSE, SpokenTemplate, say_back
from desktop.paths import resources
from desktop.services.reformulation_templates import read_reformulations, sentences, shipped, templates_in_use
from tests.conftest import MONDAY

TOO_CLOSE = re.compile(r"[^\u202f][?;!]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|['\"]")
"""What French typography does not allow."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NeedKind)
def test_each_kind_has_three_sentences_of_its_own_and_a_way_to_quote(session: Session, language, kind) -> None:
    found = sentences(session, kind, language)
    assert sum(each.kind is kind and CLAUSE in each.text for each in found) >= 3
    assert sum(each.kind is None and each.quotes for each in found) >= 3
    assert {each.kind for each in found} == {kind, None}
    assert found[0].kind is kind


def test_both_languages_have_the_same_keys() -> None:
    assert [(each.key, each.kind) for each in shipped("fr")] == [(each.key, each.kind) for each in shipped("en")]


def test_the_set_in_use_is_the_latest_that_the_rep_published(session: Session) -> None:
    def item(version: int, text: str, published: datetime | None) -> LibraryItem:
        sentences = [{"key": "mine", "kind": "need", "text": text}, {"key": "all", "kind": None, "text": "{words} ?"}]
        return LibraryItem(
            kind=ItemKind.REFORMULATIONS, key="usual", language="fr", version=version, name="Mine",
            content={"sentences": sentences}, updated_at=MONDAY, published_at=published,
        )  # fmt: skip

    assert templates_in_use(session, "fr") == shipped("fr")
    session.add_all([item(2, "Donc {clause}.", MONDAY), item(3, "Alors {clause}.", None)])
    mine = (SpokenTemplate("mine", "Donc {clause}.", NeedKind.NEED), SpokenTemplate("all", "{words} ?"))
    assert templates_in_use(session, "fr") == mine
    assert templates_in_use(session, "en") == shipped("en")
    assert sentences(session, NeedKind.STAKE, "fr") == [mine[1]]


def test_french_is_typeset_as_french() -> None:
    assert [each.text for each in shipped("fr") if TOO_CLOSE.search(each.text)] == []


@pytest.mark.parametrize("language, words", [("fr", "On perd du temps."), ("en", "We lose time.")])
@pytest.mark.parametrize("kind", NeedKind)
def test_each_sentence_asks_whether_it_is_right(language: str, words: str, kind: NeedKind) -> None:
    said = [say_back(shipped(language), kind, words, language, turn).sentence for turn in range(7)]
    assert len(set(said)) == 7
    for sentence in said:
        assert sentence.endswith("?")
        assert "{" not in sentence


GOOD = (resources() / "templates" / "en" / "reformulations.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "was, becomes, line, why",
    [
        ('key = "need-tell"', 'key = "need-understand"', 14, "twice"),
        ('kind = "need"', 'kind = "wish"', 10, "expected one of"),
        ("If I understand you correctly, {clause}.", "If I understand you correctly.", 11, "one gap"),
        ("If I understand you correctly, {clause}.", "{clause}, {words}.", 11, "one gap"),
        ("If I understand you correctly, {clause}.", "{clause}, {name}.", 11, "one gap"),
        ("version = 1", "version = 1\nauthor = 2", 7, "unknown"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, was: str, becomes: str, line: int, why: str) -> None:
    assert was in GOOD
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(was, becomes, 1), "utf-8")
    with pytest.raises(UserError, match=rf"mine\.toml, line {line}: .*{why}"):
        read_reformulations(path)


@pytest.mark.parametrize("was, why", [('kind = "deadline"', "for “Deadline”"), ("{words}", "without a kind")])
def test_a_file_that_leaves_some_words_without_a_sentence_is_refused(tmp_path: Path, was: str, why: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(was, 'kind = "need"' if "kind" in was else CLAUSE), "utf-8")
    with pytest.raises(UserError, match=why):
        read_reformulations(path)
