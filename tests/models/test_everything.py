"""The metadata is whole once this module is imported: a model left out would have no table after a migration."""

import ast
from pathlib import Path

from desktop.models import everything
from desktop.models.base import Base

FOLDER = Path(everything.__file__).parent


def test_every_module_that_declares_a_table_is_imported() -> None:
    declaring = {
        path.stem
        for path in FOLDER.glob("*.py")
        if any(
            isinstance(node, ast.Name) and node.id == "__tablename__"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    }
    assert declaring == set(everything.__all__)


def test_the_tables_of_every_feature_are_known() -> None:
    assert {"prospects", "calls", "entries", "scores", "needs", "follow_ups", "proposals", "offers", "company"} <= set(
        Base.metadata.tables
    )
