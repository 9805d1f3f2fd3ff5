"""The cadences that may be started: the shipped ones, and the rep's own over them."""

from desktop.models.library import ItemKind
from desktop.services import cadences, library_blanks, library_drafts, library_files
from desktop.services.library import Shelfmark
from tests.services.library_case import NOW, publish_as

SHOW = Shelfmark(ItemKind.CADENCE, "after-show", "en")


def test_a_published_version_stands_for_the_shipped_one(session):
    assert cadences.find(session, "after-show", "en").version == 1
    publish_as(session, SHOW, name="After the fair")
    assert cadences.find(session, "after-show", "en").name == "After the fair"
    assert [each.key for each in cadences.in_use(session, "en")][2] == "after-show"
    assert cadences.find(session, "after-show", "fr").name == "Après salon"


def test_an_archived_one_is_not_offered_but_found_and_none_is_none(session):
    library_drafts.archive(session, SHOW, now=NOW)
    assert "after-show" not in [each.key for each in cadences.in_use(session, "en")]
    assert cadences.find(session, "after-show", "en") is not None
    assert cadences.find(session, "gone", "en") is None


def test_a_draft_is_offered_once_published(session):
    content = library_blanks.item(session, ItemKind.CADENCE, "en")
    mark = Shelfmark(ItemKind.CADENCE, content["key"], "en")
    library_drafts.save_draft(session, mark, {**content, "name": "Mine"}, now=NOW)
    assert cadences.find(session, mark.key, "en") is None
    library_drafts.publish(session, mark, now=NOW)
    assert cadences.in_use(session, "en")[-1].name == "Mine"


def test_a_cadence_and_the_messages_go_to_a_colleague_and_come_back_letter_for_letter(session, tmp_path):
    for mark in (SHOW, Shelfmark(ItemKind.MESSAGES, "messages", "fr")):
        path = tmp_path / library_files.file_name(mark, 1)
        library_files.write(path, library_files.export_text(session, mark))
        found = library_files.read_file(session, path, "en")
        assert found.mark == mark
        library_files.take_in(session, found, now=NOW)
        assert library_files.export_text(session, mark) == path.read_text(encoding="utf-8").replace(
            "version = 1", "version = 2", 1
        )
