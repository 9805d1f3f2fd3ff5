"""The page turned towards the prospect is used as they would, and what they did is on the disk."""

import pytest

from desktop.models.needs import Reply
from desktop.services import shared_page
from desktop.services.conversation_steps import MirrorForm
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError
from desktop.ui.play.mirror import SIGNATURE, MirrorPilot

FIRST = "We lose a day a week."


@pytest.fixture
def mirror(begun: HeldCall, pictures: list[str]) -> MirrorPilot:
    for words in ("Nobody opens it.", "Before the end of January."):
        begun.type_line(words)
        begun.hands.press("Ctrl+B")
    return MirrorPilot(begun, pictures.append)


def kept(begun: HeldCall) -> list[tuple[str, str | None, str]]:
    page = begun.stage.workspace.ask(shared_page.latest, begun.call.prospect_id, begun.call_id)
    assert page is not None
    return [(point["texts"][0], point["reply"], point["correction"]) for point in page.content["points"]]


def test_points_are_ticked_struck_put_right_and_ranked(begun: HeldCall, mirror: MirrorPilot, pictures: list[str]):
    form = MirrorForm.model_validate(
        {
            "tick": [FIRST],
            "strike": ["Nobody opens it."],
            "correct": {"Before the end of January.": "Before the end of March."},
            "order": ["Before the end of January.", FIRST],
            "sign": "Claire Fontaine",
        }
    )
    mirror.play(form)
    assert kept(begun) == [
        ("Before the end of January.", Reply.CORRECTED, "Before the end of March."),
        (FIRST, Reply.CONFIRMED, ""),
        ("Nobody opens it.", Reply.REFUSED, ""),
    ]
    page = begun.stage.workspace.ask(shared_page.latest, begun.call.prospect_id, begun.call_id)
    assert page is not None and page.signed_name == "Claire Fontaine"
    assert len(page.signature) == len(SIGNATURE)
    assert pictures[-1] == "mirror"
    assert begun.line().hasFocus()


def test_what_was_agreed_to_before_stays_ticked(begun: HeldCall, mirror: MirrorPilot):
    mirror.play(MirrorForm(tick=(FIRST,)))
    mirror.play(MirrorForm(tick=(FIRST, "Nobody opens it.")))
    assert [reply for _words, reply, _correction in kept(begun)] == [Reply.CONFIRMED, Reply.CONFIRMED, None]
    page = begun.stage.workspace.ask(shared_page.latest, begun.call.prospect_id, begun.call_id)
    assert page is not None and page.signature == []


def test_a_point_that_is_not_on_the_page_stops_the_play(begun: HeldCall, mirror: MirrorPilot):
    with pytest.raises(PlayError, match=r"the page has no point “Never said\.”"):
        mirror.play(MirrorForm(tick=("Never said.",)))
    begun.hands.press("Esc")


def test_without_anything_to_show_the_page_does_not_open(begun: HeldCall, pictures: list[str]):
    begun.hands.press("Ctrl+B")
    with pytest.raises(PlayError, match="the page does not open: There is nothing to show yet"):
        MirrorPilot(begun, pictures.append).play(MirrorForm(tick=(FIRST,)))
