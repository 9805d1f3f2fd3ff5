"""TOML that knows its lines: whoever writes a template or a conversation by hand is told where it is wrong, and why.

``tomllib`` gives the values and the grammar; the scanner here only finds where each key stands.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.errors import UserError
from desktop.i18n import _

if TYPE_CHECKING:
    import pydantic
    from pydantic_core import ErrorDetails

KeyPath = tuple[str | int, ...]
"""``("steps", 3, "score")``: keys, and places in arrays counted from 0."""

Model = TypeVar("Model", bound="pydantic.BaseModel")


@dataclass(frozen=True)
class TomlSource:
    """A parsed TOML text: its ``data``, the ``name`` of its file for messages, and the line of its keys."""

    name: str
    data: dict[str, Any]
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """The line, from 1, of a key path.

        Parts that the text does not have are passed over: a missing key is on the line of its table, and the names
        that pydantic puts in a path for the branch of a union do no harm.
        """
        place: KeyPath = ()
        for part in path:
            if (*place, part) in self.lines:
                place = (*place, part)
        return self.lines.get(place, 1)

    def located(self, path: KeyPath, message: str) -> UserError:
        """The error to raise for the key at ``path``: ``claire.toml, line 12: …``."""
        return _located(self.name, self.line(path), message)


def read(path: Path) -> TomlSource:
    """Read a file; every way it can fail is a ``UserError`` that names it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = _("{file} cannot be opened: {reason}").format(file=path.name, reason=error.strerror)
        raise UserError(message) from error
    except UnicodeDecodeError as error:
        raise UserError(_("{file} is not UTF-8 text. Save it again as UTF-8.").format(file=path.name)) from error
    return parse(text, path.name)


def parse(text: str, name: str) -> TomlSource:
    """Parse a text; ``name`` stands for its file in messages."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else text.rstrip().count("\n") + 1
        raise _located(name, line, _syntax_message(str(error))) from error
    return TomlSource(name, data, _Scanner(text.replace("\r\n", "\n")).scan())


def validate(model: type[Model], source: TomlSource) -> Model:
    """``source`` as a ``model``; the first mistake in the order of the file becomes a ``UserError`` with its line."""
    import pydantic  # slow to import: not before a text is read

    try:
        return model.model_validate(source.data)
    except pydantic.ValidationError as error:
        first = min(_causes(error.errors()), key=lambda each: source.line(each["loc"]))
        raise source.located(first["loc"], _message(first)) from error


def _causes(errors: list["ErrorDetails"]) -> list["ErrorDetails"]:
    # A list with a bad entry is also reported as too short: only the entry is the rep's mistake.
    def is_cause(error: "ErrorDetails") -> bool:
        place = error["loc"]
        return not any(len(each["loc"]) > len(place) and each["loc"][: len(place)] == place for each in errors)

    return [error for error in errors if is_cause(error)]


def _located(name: str, line: int, message: str) -> UserError:
    return UserError(_("{file}, line {line}: {message}").format(file=name, line=line, message=message))


def _syntax_message(detail: str) -> str:
    if "overwrite" in detail or "twice" in detail:
        return _("this key or table is written twice.")
    return _("this cannot be read as TOML. Look at the quotes, brackets and equals signs on this line and before it.")


def _message(error: "ErrorDetails") -> str:
    """What is wrong with one key, in words; pydantic's own are English and speak of types."""
    key = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "extra_forbidden":
        return _("the key “{key}” is unknown here.").format(key=key)
    if kind == "missing":
        return _("the key “{key}” is missing.").format(key=key)
    if kind == "union_tag_not_found":
        return _("the key “{key}” is missing.").format(key=_bare(str(context.get("discriminator", ""))))
    if kind == "value_error":
        # A validator of ours raised it: its words are already the rep's.
        return str(context["error"])
    expected = _choices(context) or _bound(kind, context) or _nature(kind)
    if not expected:
        return _("the value of “{key}” is not accepted.").format(key=key)
    return _("the value of “{key}” is not accepted: {expected}.").format(key=key, expected=expected)


def _choices(context: dict[str, Any]) -> str:
    listed = str(context.get("expected") or context.get("expected_tags") or "")
    choices = re.findall(r"'([^']+)'", listed)
    return _("expected one of {choices}").format(choices=", ".join(choices)) if choices else ""


def _bound(kind: str, context: dict[str, Any]) -> str:
    """The bound that a number or a length passed, or nothing."""
    if kind in ("greater_than_equal", "greater_than"):
        least = context.get("ge", context.get("gt"))
        words = _("at least {bound} is expected") if "ge" in context else _("more than {bound} is expected")
        return words.format(bound=least)
    if kind in ("less_than_equal", "less_than"):
        most = context.get("le", context.get("lt"))
        words = _("at most {bound} is expected") if "le" in context else _("less than {bound} is expected")
        return words.format(bound=most)
    if kind == "string_too_short":
        return _("a text is expected, and it is empty or too short")
    if kind == "string_too_long":
        return _("the text is too long: {bound} characters at most").format(bound=context["max_length"])
    if kind == "too_short":
        return _("the list needs at least {bound} entries").format(bound=context["min_length"])
    if kind == "too_long":
        return _("the list may have at most {bound} entries").format(bound=context["max_length"])
    return ""


def _nature(kind: str) -> str:
    """What kind of value was expected, from the first word of pydantic's name for the error, or nothing."""
    natures = {
        "string": _("a text between quotes is expected"),
        "int": _("a whole number is expected"),
        "float": _("a number is expected"),
        "decimal": _("a number is expected"),
        "bool": _("true or false is expected"),
        "list": _("a list is expected"),
        "tuple": _("a list is expected"),
        "dict": _("a table is expected"),
        "model": _("a table is expected"),
        "date": _("a date is expected, such as 2026-11-27"),
        "datetime": _("a date and a time are expected, such as 2026-11-27T10:00:00"),
        "time": _("a time is expected, such as 10:00:00"),
    }
    return natures.get(kind.split("_")[0], "")


def _bare(name: str) -> str:
    return name.strip("'")


class _Scanner:
    """Finds the line of each key of a text that ``tomllib`` has accepted: the grammar needs no second check."""

    _BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
    _KEY = re.compile(r"""[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*""")
    _STRING = re.compile(
        r'''"""(?:[^\\]|\\.)*?"""(?!")|\'\'\'.*?\'\'\'(?!')|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL
    )
    _BARE_VALUE = re.compile(r"[^,\]}#\n]+")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines: dict[KeyPath, int] = {(): 1}
        self._last_entry: dict[KeyPath, int] = {}

    def scan(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self._skip(self._BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(self._BLANK)
        return self._lines

    def _header(self) -> KeyPath:
        line = self._line()
        repeated = self._text.startswith("[[", self._at)
        self._at += 2 if repeated else 1
        *parents, last = self._dotted_key()
        self._at += 2 if repeated else 1
        table: KeyPath = ()
        for part in parents:
            table = self._step_into((*table, part), line)
        table = (*table, last)
        if repeated:
            self._lines.setdefault(table, line)
            self._last_entry[table] = self._last_entry.get(table, -1) + 1
            table = (*table, self._last_entry[table])
        self._lines[table] = line
        return table

    def _step_into(self, table: KeyPath, line: int) -> KeyPath:
        self._lines.setdefault(table, line)
        return (*table, self._last_entry[table]) if table in self._last_entry else table

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        for part in self._dotted_key():
            table = (*table, part)
            self._lines.setdefault(table, line)
        self._at = self._text.index("=", self._at) + 1
        self._skip(re.compile(r"[ \t]*"))
        self._value(table)

    def _dotted_key(self) -> list[str]:
        parts = [self._key()]
        while self._text[self._at] == ".":
            self._at += 1
            parts.append(self._key())
        return parts

    def _key(self) -> str:
        match = self._KEY.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        written = match.group(1)
        if written[0] not in "\"'":
            return written
        return next(iter(tomllib.loads(f"{written} = 0")))

    def _value(self, path: KeyPath) -> None:
        opening = self._text[self._at]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._skip(self._STRING if opening in "\"'" else self._BARE_VALUE)

    def _array(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(self._BLANK)
        place = 0
        while self._text[self._at] != "]":
            self._lines[(*path, place)] = self._line()
            self._value((*path, place))
            self._skip(self._BLANK)
            place += 1
        self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(self._BLANK)
        while self._text[self._at] != "}":
            self._pair(path)
            self._skip(self._BLANK)
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        assert match is not None
        self._at = match.end()

    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1
