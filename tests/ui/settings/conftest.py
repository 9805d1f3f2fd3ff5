"""A data folder in use, as the settings find it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import vault
from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths
from desktop.ui.workspace import Workspace
from tests.conftest import KEY


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock, migrated_file: Path) -> DataFolder:
    """An unprotected folder of this version, without the time it takes to migrate one."""
    paths = Paths(tmp_path / "data")
    paths.create()
    vault.create(paths.vault, KEY)
    shutil.copyfile(migrated_file, paths.database)
    return DataFolder(paths, clock)


@pytest.fixture
def opened(folder: DataFolder, clock: FixedClock, qapp) -> Iterator[Workspace]:
    """A workspace on the real folder, whose key may change under it."""
    workspace = Workspace(folder.open(), clock)
    yield workspace
    workspace.close()
