"""T33: whatever is typed in whatever field, the PDF is built, says it literally, and touches nothing outside."""

import subprocess
import sys
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from desktop.documents import fonts
from desktop.documents.proposal import render
from desktop.services.proposal_content import NeedBlock, OptionBlock, ProposalContent
from tests.documents.cases import CLAIRE, LEAD, NEEDS, START
from tests.documents.reading import flat, fonts_of, text_of
from tests.hostile import HOSTILE, LONG

ONE_OF_EACH = replace(CLAIRE, needs=NEEDS[:2], options=(START, CLAIRE.options[1]), lead_quote=LEAD)
_PRINTED_ELSEWHERE = {"language"}


def everywhere(value: Any, text: str) -> Any:
    """``value`` with ``text`` in every text field, however deep."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(everywhere(item, text) for item in value)
    if is_dataclass(value):
        kept = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in _PRINTED_ELSEWHERE}
        return replace(value, **{name: everywhere(item, text) for name, item in kept.items()})
    return value


def expected(text: str) -> str:
    """``text`` as the page can hold it: no control or invisible sign, ``?`` for a glyph that does not exist."""
    composed = unicodedata.normalize("NFC", text)
    invisible = {sign for sign in composed if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} or sign == "\ufe0f"}
    kept = [sign for sign in composed if sign.isspace() or sign not in invisible]
    return flat("".join(sign if sign.isspace() or ord(sign) in fonts.glyphs() else "?" for sign in kept))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in LONG], ids=ascii)
def test_every_field_at_once(text: str):
    """In English, which is set as it is typed; French has its own test below, and the guarded run."""
    data = render(replace(everywhere(ONE_OF_EACH, text), language="en"))
    # Title, names, needs, answers, options, lines, terms.
    assert not expected(text) or flat(text_of(data)).count(expected(text)) >= 30
    assert all(embedded for _name, embedded in fonts_of(data))


SPOTS = {
    "title": lambda text: replace(CLAIRE, title=text),
    "objective": lambda text: replace(CLAIRE, objective=text),
    "lead": lambda text: replace(CLAIRE, lead_quote=replace(LEAD, text=text)),
    "answer": lambda text: replace(CLAIRE, needs=(replace(NEEDS[0], answer=text),)),
    "to confirm": lambda text: replace(CLAIRE, to_confirm=(text,)),
    "included": lambda text: replace(CLAIRE, options=(START, replace(START, included=(text,)))),
    "line": lambda text: replace(CLAIRE, options=(replace(START, lines=(replace(START.lines[0], detail=text),)),)),
    "terms": lambda text: replace(CLAIRE, seller=replace(CLAIRE.seller, payment_terms=text)),
    "company": lambda text: replace(CLAIRE, client=replace(CLAIRE.client, company=text)),
}


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:3].strip())
def test_endless_text_is_printed_to_its_end(text: str, spot: str):
    read = flat(text_of(render(replace(SPOTS[spot](text), language="en"))))
    sign = expected(text)[0]
    assert read.count(sign) >= expected(text).count(sign)


@pytest.mark.parametrize("text", ["A" * 1_000, "mot " * 400, "ligne\n" * 60], ids=lambda text: text[:3])
def test_long_text_in_every_field_at_once(text: str):
    read = flat(text_of(render(replace(everywhere(ONE_OF_EACH, text), language="en"))))
    assert read.count(text[0]) >= 30 * text.count(text[0])


def named(text: str) -> ProposalContent:
    return replace(
        CLAIRE, needs=(NeedBlock((replace(LEAD, text=text),), *(text for _field in range(5))),), lead_quote=None
    )


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in LONG and text.strip()], ids=ascii)
def test_a_verbatim_is_never_altered_by_french_typography(text: str):
    section = text_of(render(named(text))).split("Ce que vous nous avez dit", 1)[1]
    assert f"«{expected(text)}»" in flat(section)


def test_the_accent_may_be_anything():
    for accent in ("", "red", "#GGGGGG", "#ffffff", "[[[exploit]]]", "#0F6E6E\n"):
        assert render(replace(CLAIRE, seller=replace(CLAIRE.seller, accent=accent)))


GUARDED = """
import sys
from pathlib import Path
from desktop.documents.proposal import render
from tests.documents.cases import CLAIRE
from tests.documents.test_hostile_text import ONE_OF_EACH, everywhere
from tests.hostile import HOSTILE, LONG

render(CLAIRE)  # imports what it imports and loads the typeface
touched = []

def watch(event, arguments):
    doors = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "shutil.")
    if event in ("open", "os.open") or event.startswith(doors):
        touched.append((event, str(arguments)[:200]))

sys.addaudithook(watch)
for text in HOSTILE:
    if text not in LONG:
        render(everywhere(ONE_OF_EACH, text))
print(len(HOSTILE), touched)
raise SystemExit(1 if touched else 0)
"""


def test_no_file_is_opened_no_socket_no_program_started():
    ran = subprocess.run([sys.executable, "-c", GUARDED], capture_output=True, text=True, timeout=110)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_more_options_than_abreast_and_needs_out_of_range():
    many = tuple(OptionBlock(f"Option {n}", answers=(-1, 0, 99), lines=START.lines) for n in range(5))
    read = text_of(render(replace(CLAIRE, options=many)))
    assert all(f"Option {n}" in read for n in range(5))
