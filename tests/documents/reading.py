"""Reading a PDF back, as a customer's viewer does, to say what it holds."""

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in reader(data).pages)


def flat(text: str) -> str:
    """Without any space: line ends and no-break spaces are the setting, not the text."""
    return "".join(text.split())


def between(text: str, start: str, end: str) -> str:
    return text.split(start, 1)[1].split(end, 1)[0]


def fonts_of(data: bytes) -> Iterator[tuple[str, bool]]:
    """Name and "is embedded" of every font a page can use."""
    for page in reader(data).pages:
        for font in _resources(page).get("/Font", {}).values():
            descriptor = font.get_object().get("/FontDescriptor", {})
            yield str(font.get_object()["/BaseFont"]), "/FontFile2" in descriptor.get_object() if descriptor else False


def _resources(page: PageObject) -> dict:
    return page["/Resources"].get_object()
