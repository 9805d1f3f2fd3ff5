"""Where the blocks of a document stand, known to who asks and to nobody else."""

import threading
from collections import defaultdict
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from desktop.documents.places import record, recording
from desktop.documents.proposal import render
from desktop.services.proposal_content import NeedBlock
from tests.documents.cases import BARE, CLAIRE, FIVE


def places_of(content):
    with recording() as kept:
        data = render(content)
    return data, kept.of(data)


def words_in(data, place):
    """What stands inside a place, read back from the file."""
    page = pypdf.PdfReader(BytesIO(data)).pages[place.page]
    height, found = float(page.mediabox.height), []

    def keep(text, moved, matrix, _font, _size):
        left = matrix[4] * moved[0] + matrix[5] * moved[2] + moved[4]
        top = height - (matrix[4] * moved[1] + matrix[5] * moved[3] + moved[5])
        if place.left - 1 <= left <= place.left + place.width and place.top <= top <= place.top + place.height + 1:
            found.append(text)

    page.extract_text(visitor_text=keep)
    return " ".join("".join(found).split())


@pytest.mark.parametrize("content", [CLAIRE, FIVE], ids=["three needs", "five needs"])
def test_the_words_of_a_block_stand_in_its_places(content):
    data, places = places_of(content)
    said = defaultdict(str)
    for place in places:
        said[place.where] += " " + words_in(data, place)
    one = next(iter(content.needs))
    for where, words in (
        ("title", content.title),
        ("lead", one.quotes[0].text[:30]),
        ("objective", content.objective[:30]),
        ("cost", content.cost_today[:30]),
        ("recommendation", content.recommendation[:30]),
        ("gain:1", content.gains[1]),
        ("next_step", content.next_step[:30]),
        ("need:0", one.quotes[0].text[:25]),
        ("understanding:0", one.understanding[:20]),
        ("impact:0", one.impact),
        ("answer:0", one.answer[:20]),
        ("benefit:0", one.benefit[:20]),
        ("proof:0", one.proof[:20]),
        ("to_confirm", content.to_confirm[0][:20]),
        ("option:2", content.options[2].name),
        ("client", content.client.contact),
        ("company", content.seller.email),
        ("validity", "23 décembre 2026"),
    ):
        assert words.split()[0] in said[where] and words.split()[-1] in said[where], (where, said[where])


def test_the_bytes_are_the_same_whether_somebody_asks_or_not():
    for content in (CLAIRE, FIVE, BARE):
        assert places_of(content)[0] == render(content)


def test_places_are_those_of_the_document_that_came_out_not_of_a_former_pass():
    """Five needs are laid out loose, then tighter: the places go with the bytes."""
    data, places = places_of(FIVE)
    assert {place.page for place in places} == set(range(len(pypdf.PdfReader(BytesIO(data)).pages)))


def test_a_block_that_crosses_a_page_has_a_place_on_each():
    long = NeedBlock(understanding="mot " * 3000, answer="Réponse")
    _data, places = places_of(replace(CLAIRE, needs=(long,)))
    assert len({place.page for place in places if place.where == "understanding:0"}) > 2


def test_the_strongest_words_that_state_no_need_are_the_lead():
    _data, places = places_of(replace(CLAIRE, needs=CLAIRE.needs[1:]))
    assert {place.page for place in places if place.where == "lead"} == {0, 1}
    assert not [place for place in places if place.where == "need:2"]


def test_two_options_alike_are_still_two():
    twice = (CLAIRE.options[0], replace(CLAIRE.options[0]))
    _data, places = places_of(replace(CLAIRE, options=twice))
    assert {"option:0", "option:1"} <= {place.where for place in places}


def test_every_place_is_on_the_sheet():
    for place in places_of(FIVE)[1]:
        assert 0 <= place.left < place.left + place.width <= 596 and 0 <= place.top < place.top + place.height <= 842


def test_a_record_is_of_one_thread_and_ends():
    seen = []
    with recording() as kept:
        thread = threading.Thread(target=lambda: seen.append(record()))
        thread.start()
        thread.join()
        assert record() is kept
    assert seen == [None] and record() is None
    assert kept.of(b"another") == ()
