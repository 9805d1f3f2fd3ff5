"""Kinds of need in words."""

from desktop.i18n import Language
from desktop.models.need_kinds import NeedKind, label


def test_labels() -> None:
    french = ["Besoin", "Enjeu", "Frein", "Contrainte", "Décision", "Échéance"]
    assert [label(kind, Language("fr")) for kind in NeedKind] == french
    assert [label(kind, Language("en")) for kind in NeedKind][:2] == ["Need", "Stake"]
