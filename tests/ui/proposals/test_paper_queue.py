"""A real printing system, of our own and without a printer: what its queue writes to a file is what was exported."""

import getpass
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.documents.proposal import render
from tests.documents.cases import CLAIRE

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/cups"
CUPSD, LPADMIN = shutil.which("cupsd", path=PATH), shutil.which("lpadmin", path=PATH)
pytestmark = pytest.mark.skipif(not (CUPSD and LPADMIN), reason="this machine has no CUPS")

USER = "lp" if os.getuid() == 0 else getpass.getuser()
"""Whom the scheduler works for; it will not be root."""

PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PAPER.PPD"
*Manufacturer: "Paper"
*Product: "(Paper)"
*ModelName: "Paper"
*ShortNickName: "Paper"
*NickName: "Paper"
*PSVersion: "(3010) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*Throughput: "1"
*cupsFilter2: "application/pdf application/pdf 0 {filter}"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4: ""
*PageSize A5: ""
*PageSize A6: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4: ""
*PageRegion A5: ""
*PageRegion A6: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*ImageableArea A5: "12 12 408 583"
*ImageableArea A6: "12 12 286 408"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension A5: "420 595"
*PaperDimension A6: "298 420"
*OpenUI *Duplex: PickOne
*DefaultDuplex: None
*Duplex None: ""
*Duplex DuplexNoTumble: ""
*Duplex DuplexTumble: ""
*CloseUI: *Duplex
"""

PRINT = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from desktop.ui.proposals.printing import prepare, print_pdf

app = QGuiApplication([])
assert "paper" in QPrinterInfo.availablePrinterNames(), QPrinterInfo.availablePrinterNames()
printer = QPrinter(QPrinterInfo.printerInfo("paper"), QPrinter.PrinterMode.ScreenResolution)
data = Path(sys.argv[1]).read_bytes()
prepare(printer, data)
printer.setPageSize(QPageSize(QPageSize.PageSizeId[sys.argv[2]]))
print_pdf(data, printer)
"""


@pytest.fixture
def home():
    """A folder that the scheduler's own user may enter."""
    with tempfile.TemporaryDirectory(prefix="paper-") as path:
        Path(path).chmod(0o755)
        yield Path(path)


@pytest.fixture
def queue(home):
    """A scheduler that listens to one socket, with one queue whose device is a pipe; ends with the test."""
    root = Path(str(CUPSD)).parents[1]
    for name in ("spool", "cache", "state", "conf"):
        (home / name).mkdir()
    socket = home / "sock"
    (home / "conf" / "cupsd.conf").write_text(
        f"Listen {socket}\nLogLevel debug\nPreserveJobHistory Yes\nPreserveJobFiles Yes\nDefaultAuthType None\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder allow,deny\n"
        "Allow all\n</Limit>\n</Policy>\n"
    )
    (home / "conf" / "cups-files.conf").write_text(
        f"FileDevice Yes\nServerRoot {home}/conf\nRequestRoot {home}/spool\nCacheDir {home}/cache\n"
        f"StateDir {home}/state\nServerBin {root}/lib/cups\nDataDir {root}/share/cups\nAccessLog {home}/access\n"
        f"ErrorLog {home}/errors\nPageLog {home}/pages\nTempDir {home}/spool\nSystemGroup root\n"
        f"User {USER}\nGroup lp\n"
    )
    # What a driver would do to the pages is none of our business: they go through as they are.
    (home / "through").write_text(f'#!/bin/sh\nprintf %s "$5" > {home}/options\nexec cat ${{6:+"$6"}}\n')
    (home / "through").chmod(0o755)
    (home / "options").touch(0o666)
    (home / "options").chmod(0o666)
    (home / "paper.ppd").write_text(PPD.format(filter=home / "through"))
    os.mkfifo(home / "printed")
    files = ["-c", str(home / "conf" / "cupsd.conf"), "-s", str(home / "conf" / "cups-files.conf")]
    scheduler = subprocess.Popen([str(CUPSD), "-f", *files])
    environment = {**os.environ, "CUPS_SERVER": str(socket), "QT_QPA_PLATFORM": "offscreen"}
    lpadmin = [str(LPADMIN), "-p", "paper", "-E", "-v", f"file:{home}/printed", "-P", str(home / "paper.ppd")]
    made = subprocess.run(
        ["sh", "-c", 'for n in $(seq 100); do "$@" 2>/dev/null && exit 0; sleep 0.1; done; exec "$@"', "sh", *lpadmin],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        assert made.returncode == 0, made.stderr + (home / "errors").read_text()
        yield home, environment
    finally:
        scheduler.send_signal(signal.SIGTERM)
        scheduler.wait(30)


@pytest.mark.parametrize(("size", "width"), [("A4", 595), ("A5", 420), ("A6", 298)])
def test_what_the_queue_writes_has_every_page_on_the_paper_and_the_sides_chosen(queue, size, width):
    home, environment = queue
    data = render(CLAIRE)
    (home / "document.pdf").write_bytes(data)
    reader = subprocess.Popen(["timeout", "30", "cat", str(home / "printed")], stdout=subprocess.PIPE)
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PRINT), str(home / "document.pdf"), size],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    written, _none = reader.communicate()
    pages = PdfReader(BytesIO(written)).pages
    assert len(pages) == len(PdfReader(BytesIO(data)).pages)
    assert float(pages[0].mediabox.width) == pytest.approx(width, abs=2)
    asked = (home / "options").read_text()
    assert "sides=two-sided-long-edge" in asked or "Duplex=DuplexNoTumble" in asked
    assert f"media={size}" in asked or f"PageSize={size}" in asked
