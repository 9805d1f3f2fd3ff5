"""Exchanges: what they are called, and which of them are words of the prospect."""

import pytest

from desktop.i18n import Language
from desktop.models.exchanges import HEARD, ExchangeKind, exchange_label


@pytest.mark.parametrize("code", ["fr", "en"])
def test_each_kind_has_a_name_of_its_own(code: str) -> None:
    names = [exchange_label(kind, Language(code)) for kind in ExchangeKind]
    assert len(set(names)) == len(ExchangeKind) and all(names)


def test_what_we_write_or_send_is_not_heard() -> None:
    assert set(ExchangeKind) - set(HEARD) == {ExchangeKind.NOTE, ExchangeKind.SENT}
