"""What is felt suggests a heat, with its reason, and decides nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.models.heat_signs import QUIET_DAYS, Sign, sign_label, suggest
from desktop.models.matrix import Heat

ALL = list(Sign)


def test_silence_cools_a_hot_prospect_and_says_since_when() -> None:
    i18n.use("fr")
    found = suggest(Heat.HOT, {}, 34)
    assert found is not None and found.heat is Heat.WARM
    assert "34 jours" in found.reason and found.reason.startswith("Chaud")


@pytest.mark.parametrize(("heat", "days"), [(Heat.HOT, 30), (Heat.WARM, 90), (Heat.COLD, 4000), (None, 400)])
def test_news_recent_enough_suggest_nothing(heat: Heat | None, days: int) -> None:
    assert suggest(heat, {}, days) is None


def test_one_impression_is_not_enough() -> None:
    assert suggest(Heat.COLD, {Sign.TRUST: 3}, 0) is None


@pytest.mark.parametrize(
    ("levels", "heat"),
    [
        ((3, 3, 2, 1), Heat.HOT),
        ((2, 2, 2, 2), Heat.WARM),
        ((1, 1, 1, 2), Heat.WARM),
        ((1, 1, 1, 1), Heat.COLD),
        ((0, 0, 0, 0), Heat.COLD),
    ],
)
def test_the_mean_of_the_impressions(levels: tuple[int, ...], heat: Heat) -> None:
    found = suggest(None, dict(zip(ALL, levels, strict=True)), None)
    assert found is not None and found.heat is heat


def test_the_reason_names_the_impressions_that_say_so() -> None:
    hot = suggest(None, {Sign.INTEREST: 3, Sign.TRUST: 2, Sign.VALUES: 2}, None)
    assert hot is not None and hot.reason == "Interest shown 3 out of 3, shared values 2 out of 3."
    cold = suggest(Heat.HOT, {Sign.INTEREST: 2, Sign.TRUST: 0, Sign.VALUES: 1}, 3)
    assert cold is not None and "trust 0 out of 3" in cold.reason


@given(
    st.none() | st.sampled_from(list(Heat)),
    st.dictionaries(st.sampled_from(ALL), st.integers(0, 3)),
    st.none() | st.integers(0, 500),
)
def test_it_never_suggests_what_is_already_so(heat: Heat | None, signs: dict[Sign, int], days: int | None) -> None:
    found = suggest(heat, signs, days)
    assert found is None or (found.heat is not heat and found.reason)
    if heat is Heat.HOT and days is not None and days > QUIET_DAYS[Heat.HOT]:
        assert found is not None and found.heat is Heat.WARM


def test_every_impression_has_a_name() -> None:
    assert len({sign_label(sign) for sign in Sign}) == 4
