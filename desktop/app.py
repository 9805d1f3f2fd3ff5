"""The command line: open the window, play a conversation, or say the version.

Imports are late on purpose: saying the version needs neither Qt nor the database.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__, i18n
from desktop.i18n import _
from desktop.paths import Paths, resources

USAGE_ERROR = 2


class _UsageError(Exception):
    """The command line is not one of ours."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the language of the rep rather than in argparse's own words."""

    def __init__(self) -> None:
        super().__init__(prog="boussole", add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise _UsageError(message)


def usage() -> str:
    """The command line in a few lines, in the language of the screens."""
    lines = [
        ("boussole [--data-dir DIR] [--language fr|en]", _("open the window")),
        ("boussole --hidden", _("start beside the clock, without a window")),
        ("boussole play FILE --out DIR", _("play a conversation file, and write its proposal into DIR")),
        ("boussole --version", _("say the version")),
    ]
    width = max(len(command) for command, _words in lines) + 3
    return "".join(f"  {command:<{width}}{words}\n" for command, words in lines)


def main(argv: Sequence[str]) -> int:
    """Run the program; returns its exit code: 0, 2 for a bad command line, 3 when it is running already."""
    i18n.use(i18n.system_language())
    try:
        options = _read(list(argv))
    except _UsageError:
        sys.stderr.write(_("This command line is not understood. Try:") + "\n" + usage())
        return USAGE_ERROR
    if options.language:
        i18n.use(options.language)
    if options.help:
        sys.stdout.write(usage())
        return 0
    if options.version:
        sys.stdout.write(f"Boussole {__version__}\n")
        return 0
    data = Path(options.data_dir).expanduser().absolute() if options.data_dir else None
    if options.file is not None:
        return play(Path(options.file), Path(options.out), data)
    if not has_display(sys.platform, os.environ):
        return _play_the_demo()
    from desktop.ui.application import run

    return run(Paths(data) if data else Paths.for_this_user(), options.language, hidden=options.hidden)


def play(file: Path, out: Path, data: Path | None) -> int:
    """Play a conversation file through the window, shown or not."""
    if not has_display(sys.platform, os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.ui.play.runner import run

    return run(file, out, data)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown. Only a Linux session may lack what it takes."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def demo_folder(source: Path, working: Path) -> Path:
    """Where the demonstration goes: ``build/demo`` beside the sources, else a folder where the rep is."""
    return source / "build" / "demo" if (source / "pyproject.toml").exists() else working / "boussole-demo"


def _play_the_demo() -> int:
    out = demo_folder(resources().parent, Path.cwd())
    sys.stdout.write(_("There is no screen here: Boussole plays Claire’s call without a window.") + "\n")
    sys.stdout.flush()
    name = "claire.toml" if i18n.current().code == "fr" else "claire-en.toml"
    code = play(resources() / "demo" / name, out, None)
    if code == 0:
        sys.stdout.write(_("The proposal is in {file}").format(file=out / "proposition.pdf") + "\n")
    return code


def _read(argv: list[str]) -> argparse.Namespace:
    parser = _Parser()
    parser.add_argument("--data-dir")
    parser.add_argument("--language", choices=i18n.LANGUAGES)
    parser.add_argument("--hidden", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    parser.set_defaults(file=None, out=None)
    if argv[:1] == ["play"]:
        parser.add_argument("file")
        parser.add_argument("--out", required=True)
        argv = argv[1:]
    return parser.parse_args(argv)
