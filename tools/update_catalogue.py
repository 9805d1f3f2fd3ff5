"""Takes new strings of the program into the French catalogue, and compiles it; prints what is still to translate."""

import sys
from pathlib import Path

from babel.messages import extract, mofile, pofile
from babel.messages.catalog import Catalog

from desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources/locale/fr/LC_MESSAGES/boussole.po"
KEYWORDS = {**extract.DEFAULT_KEYWORDS, "pgettext": ((1, "c"), 2)}


def strings_of_the_program() -> Catalog:
    """Every string passed to gettext in ``desktop``, with the files it stands in."""
    found = Catalog(project="Boussole", charset="utf-8")
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        with path.open("rb") as file:
            for _line, message, notes, context in extract.extract(
                "python", file, KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
            ):
                place = path.relative_to(ROOT).as_posix()
                found.add(message, locations=[(place, None)], auto_comments=notes, context=context)
    return found


def read_catalogue() -> Catalog:
    with PO.open("rb") as file:
        return pofile.read_po(file, locale="fr")


def key(message: object) -> tuple[str | None, str]:
    """What a string is known by: its context, and its singular."""
    name = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, name


def is_translated(message: object) -> bool:
    translations = [message.string] if isinstance(message.string, str) else list(message.string)
    return all(translations) and not message.fuzzy


def main() -> int:
    former = read_catalogue()
    translated = {key(message): message.string for message in former if message.id and is_translated(message)}
    updated = Catalog(
        locale="fr",
        project="Boussole",
        version=__version__,
        msgid_bugs_address="-",
        last_translator="-",
        language_team="fr",
        creation_date=former.creation_date,  # no change of its own at each run
        revision_date=former.creation_date,
        charset="utf-8",
        fuzzy=False,
        header_comment="# The French of Boussole.",
    )
    for message in strings_of_the_program():
        if message.id:
            updated.add(
                message.id,
                translated.get(key(message), ""),
                sorted(set(message.locations)),
                auto_comments=message.auto_comments,
                context=message.context,
            )
    with PO.open("wb") as file:
        pofile.write_po(file, updated, width=110, sort_output=True, include_lineno=False, omit_header=False)
    with PO.with_suffix(".mo").open("wb") as file:
        mofile.write_mo(file, updated)
    missing = [key(message)[1] for message in updated if message.id and not is_translated(message)]
    sys.stdout.write("".join(f"to translate: {text}\n" for text in missing) or "the catalogue is complete\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
