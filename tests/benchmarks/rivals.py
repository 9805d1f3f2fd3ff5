"""The same pages made by other libraries, in an environment of their own: they are no dependency of the program.

Run by the benchmark of the proposal with another Python: it imports nothing of ours.
"""

import importlib
import io
import json
import sys
import time
from html import escape

RUNS = 7
SIZE, LEADING = 9, 12


def weasyprint(pages: list[list[str]], fonts: list[str]) -> bytes:
    engine = importlib.import_module("weasyprint")
    style = (
        f"@font-face {{ font-family: S; src: url('file://{fonts[0]}') }}"
        f"@page {{ size: A4; margin: 18mm }} body {{ font: {SIZE}pt/{LEADING}pt S }}"
        "p { margin: 0 } section { break-after: page }"
    )
    body = "".join(f"<section>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</section>" for lines in pages)
    made = engine.HTML(string=f"<html lang=fr><style>{style}</style><body>{body}</body></html>").write_pdf()
    return bytes(made)


def fpdf2(pages: list[list[str]], fonts: list[str]) -> bytes:
    engine = importlib.import_module("fpdf")
    document = engine.FPDF(format="A4")
    document.add_font("S", "", fonts[0])
    document.set_font("S", size=SIZE)
    for lines in pages:
        document.add_page()
        for line in lines:
            document.multi_cell(0, LEADING / 72 * 25.4, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def main() -> None:
    asked = json.load(sys.stdin)
    found: dict[str, float] = {}
    for name, make in (("WeasyPrint", weasyprint), ("fpdf2", fpdf2)):
        try:
            # The first time loads the library and its typefaces.
            assert make(asked["pages"], asked["fonts"]).startswith(b"%PDF")
            times = []
            for _run in range(RUNS):
                started = time.process_time()
                make(asked["pages"], asked["fonts"])
                times.append((time.process_time() - started) * 1000)
        except (ImportError, OSError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        found[name] = sorted(times)[len(times) // 2]
    io.TextIOWrapper(sys.stdout.buffer, "utf-8").write(json.dumps(found))


if __name__ == "__main__":
    main()
