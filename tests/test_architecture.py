"""The arrows of the design, as sentences that a test holds; import-linter holds those between packages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "desktop"
SOURCES = sorted(path for path in DESKTOP.rglob("*.py"))
MAXIMUM_LINES = 400


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))], ids=relative)
def test_no_file_is_too_long_to_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAXIMUM_LINES


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_names_say_what_a_file_holds(path: Path) -> None:
    assert not re.search(r"utils|helpers|common|manager", path.stem)


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_module_asks_the_machine_what_time_it_is(path: Path) -> None:
    if path.name == "clock.py":
        return
    assert not re.search(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\(", path.read_text("utf-8"))


def test_feature_folders_of_the_screens_are_independent() -> None:
    features = {path.name for path in (DESKTOP / "ui").iterdir() if path.is_dir()} - {"widgets", "play", "__pycache__"}
    offenders = [
        f"{relative(path)} imports {name}"
        for path in SOURCES
        for name in imports(path)
        if (own := feature_of(path)) in features
        and (match := re.match(r"desktop\.ui\.(\w+)", name))
        and match.group(1) in features - {own}
    ]
    assert not offenders


def feature_of(path: Path) -> str:
    parts = path.relative_to(DESKTOP).parts
    return parts[1] if len(parts) > 2 and parts[0] == "ui" else ""


def test_shared_widgets_know_no_feature() -> None:
    features = {path.name for path in (DESKTOP / "ui").iterdir() if path.is_dir()} - {"widgets", "__pycache__"}
    offenders = [
        f"{relative(path)} imports {name}"
        for path in (DESKTOP / "ui" / "widgets").glob("*.py")
        for name in imports(path)
        if (match := re.match(r"desktop\.ui\.(\w+)", name)) and match.group(1) in features
    ]
    assert not offenders


def test_only_the_workspace_and_the_data_folder_know_the_database() -> None:
    allowed = {f"desktop/{name}.py" for name in ("data_folder", "backups", "database", "vault", "ui/workspace")}
    offenders = [
        f"{relative(path)} imports {name}"
        for path in SOURCES
        for name in imports(path)
        if re.match(r"desktop\.(database|vault|migrations)\b", name)
        and relative(path) not in allowed
        and not relative(path).startswith("desktop/migrations/")
    ]
    assert not offenders


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name != "__init__.py"], ids=relative)
def test_every_module_has_its_tests(path: Path) -> None:
    name = relative(path)
    if name == "desktop/__main__.py" or name.startswith("desktop/migrations/"):
        return
    mirror = ROOT / "tests" / path.relative_to(DESKTOP).with_name(f"test_{path.name}")
    assert mirror.exists(), f"{relative(mirror)} is missing"


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_every_module_says_why_it_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))
