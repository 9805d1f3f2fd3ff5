"""What every saved thing shares: its key, and the types for times, money and frozen copies."""

import uuid
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

import uuid_utils.compat
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> uuid.UUID:
    """A UUIDv7: ordered by time, and unique across laptops that may meet later."""
    return uuid_utils.compat.uuid7()


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC and given back in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


class _Scaled(TypeDecorator[Decimal]):
    """A Decimal kept as a whole number of its smallest part, so that no sum is ever approximate."""

    impl = BigInteger
    cache_ok = True
    quantum = Decimal(1)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        return int((value / self.quantum).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return value * self.quantum if value is not None else None


class Money(_Scaled):
    """Euros, stored as cents."""

    cache_ok = True
    quantum = Decimal("0.01")


class Quantity(_Scaled):
    """A quantity or a rate, stored as thousandths."""

    cache_ok = True
    quantum = Decimal("0.001")


# Kept by value rather than by name, and as plain text: a new member needs no migration.
_ENUM = Enum(StrEnum, native_enum=False, length=20, values_callable=lambda kind: [member.value for member in kind])


class Base(DeclarativeBase):
    """Every saved thing has a time-ordered key."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        datetime: UtcDateTime,
        Decimal: Money,
        StrEnum: _ENUM,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[Any]: JSON,
    }

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
