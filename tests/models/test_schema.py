"""Rules that every saved thing follows, whoever adds the next one."""

import pytest
from sqlalchemy import Table, Uuid
from sqlalchemy.orm import Mapper

from desktop.models import everything
from desktop.models.base import Base, UtcDateTime

assert everything
MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_nothing_is_loaded_by_accident(mapper: Mapper) -> None:
    assert [each.key for each in mapper.relationships if each.lazy != "raise"] == []


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_every_key_is_a_uuid(mapper: Mapper) -> None:
    (key,) = mapper.primary_key
    assert isinstance(key.type, Uuid)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_moments_are_aware(table: Table) -> None:
    moments = [column for column in table.columns if column.name.endswith("_at") or column.name == "at"]
    assert [column.name for column in moments if not isinstance(column.type, UtcDateTime)] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_constraints_have_names(table: Table) -> None:
    assert all(constraint.name for constraint in table.constraints)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_belongs_to_a_prospect_is_found_without_reading_the_table(table: Table) -> None:
    first = {next(iter(index.columns)).name for index in table.indexes}
    assert "prospect_id" not in {column.name for column in table.columns if column.foreign_keys} - first
