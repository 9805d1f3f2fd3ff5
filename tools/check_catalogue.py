"""Fails on a string that is missing from the French catalogue, fuzzy, unused, hidden, or whose placeholders differ."""

import ast
import re
import sys
from collections.abc import Iterator

from update_catalogue import KEYWORDS, ROOT, is_translated, key, read_catalogue, strings_of_the_program

PLACEHOLDER = re.compile(r"{\w*}")


def placeholders(texts: str | tuple[str, ...]) -> set[str]:
    each = [texts] if isinstance(texts, str) else texts
    return {name for text in each for name in PLACEHOLDER.findall(text)}


def hidden() -> Iterator[str]:
    """Strings within f-strings: nothing extracts them, and they stay English without a word."""
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for text in ast.walk(ast.parse(path.read_text("utf-8"))):
            for call in ast.walk(text) if isinstance(text, ast.JoinedStr) else ():
                if isinstance(call, ast.Call) and ast.unparse(call.func).rsplit(".", 1)[-1] in KEYWORDS:
                    yield f"in an f-string, where it is not seen: {path.relative_to(ROOT)}:{call.lineno}"


def faults() -> list[str]:
    """One sentence a fault."""
    used = {key(message): message for message in strings_of_the_program() if message.id}
    known = {key(message): message for message in read_catalogue() if message.id}
    found = [f"not in the catalogue (make i18n): {name[1]}" for name in used.keys() - known.keys()]
    found += hidden()
    found += [f"no longer used (make i18n): {name[1]}" for name in known.keys() - used.keys()]
    for name, message in known.items():
        if not is_translated(message):
            found.append(f"not translated: {name[1]}")
        elif placeholders(message.id) != placeholders(message.string):
            found.append(f"other placeholders than the source: {name[1]}")
        elif "'" in "".join(message.string) and "'" not in "".join(message.id):
            found.append(f"straight apostrophe, use ’: {name[1]}")
    return sorted(found)


if __name__ == "__main__":
    problems = faults()
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    raise SystemExit(bool(problems))
