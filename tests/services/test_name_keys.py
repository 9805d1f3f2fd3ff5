"""Names, numbers and addresses without what two people write differently."""

import pytest

from desktop.models.prospects import Contact
from desktop.services.name_keys import domain_key, name_words, phone_key, same_person, siren_key, town_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Établissements Durand & Fils, S.A.", "durand fils", True),
        ("DURAND SARL", "Durand S.A.S.", True),
        ("La Boulangerie du Port", "Boulangerie du port", True),
        ("Martin Zoé", "Zoé MARTIN", True),
        ("Atelier 12", "Atelier 14", False),
        ("S.A.", "SARL", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert (name_words(one) == name_words(other)) is same


def test_ways_to_reach() -> None:
    assert {phone_key(each) for each in ("02 99 11 22 33", "+33 2.99.11.22.33", "0033(0)299112233")} == {"299112233"}
    assert phone_key("poste 12") == ""
    assert domain_key("Zoe@Durand.fr") == domain_key("https://www.durand.fr/contact") == "durand.fr"
    assert domain_key("zoe@gmail.com") == domain_key("zoe") == ""
    assert siren_key("552 100 554 00013") == "552100554" and siren_key("55") == ""
    assert town_key("3 rue du Port, 35000 RENNES CEDEX 7") == "rennes" and town_key("Rennes") == ""


def test_the_same_human_being() -> None:
    zoe = Contact(name="Zoé Martin", phone="02 99 11 22 33", email="")
    assert same_person(zoe, Contact(name="MARTIN Zoe", phone="", email=""))
    assert same_person(zoe, Contact(name="Mme Martin", phone="0299112233", email="")) is False
    assert same_person(zoe, Contact(name="Martin", phone="0299112233", email=""))
    assert not same_person(zoe, Contact(name="Paul Lenoir", phone="0299112233", email=""))
