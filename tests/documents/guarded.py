"""Every document made from hostile text, in a process where a file, a socket or a program that is opened is seen.

``python -m tests.documents.guarded`` gives each field a few of the strings, ``… all`` every field every string.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop.documents.call_report import render_call_report
from desktop.documents.signed import render_signed
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.services.call_report import CallReport
from desktop.services.proposal_content import ProposalContent
from desktop.services.signatures import SIGNABLE
from tests.documents.extremes import EXTREMES
from tests.documents.hostile_fields import ORDINARY, SMALL, everywhere, scattered
from tests.documents.test_call_report import REPORT
from tests.documents.test_signing import SIGNED

_DOORS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "shutil.")
_LOGO = EXTREMES["a logo"].seller.logo


def watched() -> list[tuple[str, str]]:
    """What this process opens from now on: a hook cannot be taken away."""
    touched: list[tuple[str, str]] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "os.open") or event.startswith(_DOORS):
            touched.append((event, str(arguments)[:200]))

    sys.addaudithook(watch)
    return touched


def _make(content: ProposalContent, report: CallReport, name: str) -> None:
    content = replace(content, seller=replace(content.seller, logo=_LOGO))
    for kind in DocumentKind:
        render_document(content, kind)
    signed = replace(SIGNED, name=name, quality=name, place=name, witness=name)
    for kind in SIGNABLE:
        render_signed(content, kind, signed)
    render_call_report(report)


def _hostile(every: bool) -> Iterator[tuple[ProposalContent, CallReport, str]]:
    if every:
        yield from ((everywhere(SMALL, text), everywhere(REPORT, text), text) for text in ORDINARY)
    else:
        shifts = (0, 29, 47)
        yield from ((scattered(SMALL, shift)[0], scattered(REPORT, shift)[0], ORDINARY[shift]) for shift in shifts)


def main(every: bool) -> None:
    # Imports what it imports, and loads the typeface.
    _make(EXTREMES["ordinary"], REPORT, "Claire")
    made = list(_hostile(every))
    touched = watched()
    for each in made:
        _make(*each)
    assert not touched, touched
    with Path(__file__).open():
        assert touched, "a check that cannot fail checks nothing"


if __name__ == "__main__":
    main(sys.argv[1:] == ["all"])
