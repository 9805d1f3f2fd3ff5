"""Kinds of need in words."""

from desktop.i18n import Language
from desktop.models.need_kinds import NeedKind, label, long_label


def test_labels() -> None:
    french = ["Besoin", "Enjeu", "Frein", "Contrainte", "Décision", "Échéance"]
    assert [label(kind, Language("fr")) for kind in NeedKind] == french
    assert [label(kind, Language("en")) for kind in NeedKind][:2] == ["Need", "Stake"]


def test_labels_in_full() -> None:
    french = [long_label(kind, Language("fr")) for kind in NeedKind]
    assert french == ["Besoin", "Enjeu chiffré", "Frein", "Contrainte technique ou budgétaire", "Décision", "Échéance"]
