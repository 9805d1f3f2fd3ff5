"""Keys are ordered in time, moments are aware, and money never loses a cent."""

import uuid
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects import sqlite

from desktop.models.base import Money, Quantity, UtcDateTime, new_id

DIALECT = sqlite.dialect()


def test_keys_are_version_7_and_ordered() -> None:
    keys = [new_id() for _unused in range(200)]
    assert all(isinstance(key, uuid.UUID) and key.version == 7 for key in keys)
    assert len(set(keys)) == 200
    assert [key.int >> 80 for key in keys] == sorted(key.int >> 80 for key in keys)


def test_moments_are_stored_in_utc_and_come_back_aware() -> None:
    kind = UtcDateTime()
    paris = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    stored = kind.process_bind_param(paris, DIALECT)
    assert stored == datetime(2026, 11, 23, 8, 30)  # noqa: DTZ001 - what SQLite keeps has no zone
    assert kind.process_result_value(stored, DIALECT) == paris
    assert kind.process_result_value(stored, DIALECT).tzinfo is UTC


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError):
        UtcDateTime().process_bind_param(datetime(2026, 11, 23), DIALECT)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("kind", "value", "stored", "back"),
    [
        (Money(), "18400", 1_840_000, "18400.00"),
        (Money(), "0.005", 1, "0.01"),
        (Money(), "-2.675", -268, "-2.68"),
        (Quantity(), "5.5", 5500, "5.500"),
        (Quantity(), "0.0004", 0, "0.000"),
    ],
)
def test_amounts_are_whole_numbers_of_their_smallest_part(kind, value: str, stored: int, back: str) -> None:
    assert kind.process_bind_param(Decimal(value), DIALECT) == stored
    assert kind.process_result_value(stored, DIALECT) == Decimal(back)


def test_nothing_stays_nothing() -> None:
    for kind in (UtcDateTime(), Money(), Quantity()):
        assert kind.process_bind_param(None, DIALECT) is None
        assert kind.process_result_value(None, DIALECT) is None
