"""What the whole live call brings, played: evidence, two voices, a stand, a call cut short, objections, the account."""

from typing import Any

import pytest

from tests.journeys.conftest import Performance, plain, shipped


@pytest.fixture
def claire(performance) -> Performance:
    return performance("claire")


@pytest.fixture
def voices(performance) -> Performance:
    return performance("deux-voix")


@pytest.fixture
def stand(performance) -> Performance:
    return performance("salon")


@pytest.fixture
def cut(performance) -> Performance:
    return performance("interrompu")


@pytest.fixture
def renewal(performance) -> Performance:
    return performance("objections-en")


def report(played: Performance) -> str:
    return plain((played.out / "compte-rendu.txt").read_text("utf-8"))


def rules(played: Performance) -> list[str]:
    return [each["rule"] for each in played.summary["seen"]["contradictions"]]


def test_at_least_seven_conversations_ship():
    assert len(list(shipped("claire").parent.glob("*.toml"))) >= 7


# Claire: said back, signed, proven


def test_everything_that_claire_is_scored_on_is_proven(claire: Performance):
    found = claire.summary
    assert (found["low"], found["proven"]) == (13, 13)
    assert {each["grade"] for each in found["evidence"].values()} == {"confirmed"}
    spoken = [each for each in found["call"]["reformulations"] if each["via"] == "aloud"]
    assert [each["reply"] for each in spoken] == ["confirmed"] * 3
    assert spoken[0]["sentence"].startswith("Si je mesure bien l’enjeu, vous perdez une journée par semaine")


def test_claire_signs_her_needs_in_her_order(claire: Performance):
    page = claire.summary["call"]["shared_page"]
    assert (page["signed_name"], page["signed"]) == ("Claire Fontaine", True)
    assert [point["reply"] for point in page["points"]] == ["confirmed"] * 5
    assert claire.conversation.proposal
    order = [need.verbatim for need in claire.conversation.proposal.needs]
    assert [point["texts"] for point in page["points"]] == [[words] for words in order]
    assert [(each["words"], each["via"]) for each in claire.summary["needs"]] == [
        ([words], "mirror") for words in order
    ]


def test_the_proposal_says_that_it_was_confirmed_and_signed(claire: Performance):
    assert "Besoins relus, classés et signés par Claire Fontaine le 23 novembre 2026." in claire.text
    said = claire.text.split("Ce que vous nous avez dit")[1]
    assert said.count("confirmé ensemble") == 4


def test_the_figures_recognised_are_taken_when_asked(claire: Performance):
    found = claire.summary
    assert [words.split("\u00a0")[0] for words in found["seen"]["accepted"]] == ["Montant", "Échéance"]
    assert (found["amount"], found["expected_on"]) == ("15000.00", "2027-01-29")


def test_her_objection_is_answered_and_leaves_the_house_with_nobody(claire: Performance):
    (objection,) = claire.summary["call"]["objections"]
    assert (objection["card"], objection["settled"]) == ("team-not-ready", True)
    for text in (claire.text, report(claire)):
        assert plain(objection["words"]) not in text


def test_a_husband_who_is_told_raises_a_polite_question(claire: Performance):
    assert rules(claire) == ["deciders-disagree", "authority-consults"]


# Two voices


def test_two_people_of_one_house_stand_side_by_side(voices: Performance):
    assert voices.code == 0
    call = voices.summary["call"]
    assert call["speakers"] == ["Nadia Ferrand", "Thierry Maillot", "Bruno Maillot"]
    assert call["disagreements"] == {
        "budget": {"Nadia Ferrand": 3, "Thierry Maillot": 1},
        "authority": {"Nadia Ferrand": 3, "Thierry Maillot": 2},
        "timing": {"Nadia Ferrand": 3, "Thierry Maillot": 1},
    }
    assert "need" not in call["disagreements"]


def test_what_they_contradict_brings_a_question_to_ask(voices: Performance):
    shown = rules(voices)
    assert {"budget-not-voted", "timing-not-before", "authority-consults", "deciders-disagree"} <= set(shown)
    first = voices.summary["seen"]["contradictions"][0]
    assert first["rule"] == "budget-not-voted"
    assert first["fact"].startswith("Thierry a dit")
    assert "budget" in first["ask"] and first["ask"].endswith("?")


def test_who_said_what_is_kept(voices: Performance):
    said = {entry["text"]: entry["who"] for entry in voices.summary["call"]["entries"] if entry["kind"] == "verbatim"}
    assert said["Le budget est voté, on a 18 000 euros dessus."] == "Nadia Ferrand"
    assert said["De mon côté, on ne lancera rien avant l’été."] == "Thierry Maillot"
    assert said["Je ne fais que passer. Envoyez-nous les chiffres, je les lirai."] == "Bruno Maillot"


def test_words_linked_by_hand_prove_another_criterion(voices: Performance):
    """Three lines about the budget, and one about the calendar."""
    about_budget = 3
    assert voices.summary["evidence"]["budget"]["proofs"] == about_budget + 1


def test_nobody_is_proposed_a_price_while_they_disagree(voices: Performance):
    found = voices.summary
    assert (found["low"], found["cell"], found["proposal_allowed"]) == (9, "medium/warm", "none")
    assert found["seen"]["step_typed"] == found["next_step"]["due"] == "2026-12-15T09:00:00"
    assert found["next_step"]["channel"] == "video"


# Three minutes on a stand


def test_three_minutes_go_to_the_fit_test(stand: Performance):
    assert stand.code == 0
    call = stand.summary["call"]
    assert (call["minutes"], call["fit_test"]) == (3, True)
    assert call["seconds"] < 180
    assert [key for key in call["questions_asked"] if key.startswith("fit-")] == [
        "fit-objective",
        "fit-urgency",
        "fit-decision",
    ]
    assert call["questions_dropped"] == ["objective", "urgency", "decision"]


def test_a_score_taken_back_gives_way_to_the_level_that_the_date_says(stand: Performance):
    """Three months and two days are not less than three months."""
    found = stand.summary
    assert found["scores"] == {"need": 2, "budget": "", "authority": 2, "timing": 2, "fit": ""}
    assert found["seen"]["accepted"] == ["Échéance\u00a0: 26 février 2027", "Échéance du projet\u00a0: 2"]
    assert found["expected_on"] == "2027-02-26"
    assert (found["low"], found["high"], found["proven"]) == (6, 12, 6)


def test_a_level_that_nobody_confirmed_is_not_proven(cut: Performance):
    found = cut.summary
    assert found["evidence"]["timing"] == {"grade": "stated", "proofs": 2, "proven": False}
    assert (found["low"], found["proven"]) == (12, 9)


def test_the_date_noted_in_front_of_the_visitor_is_the_next_step(stand: Performance):
    found = stand.summary
    assert found["seen"]["step_typed"] == "2026-11-26T10:00:00"
    assert found["next_step"] == {
        "due": "2026-11-26T10:00:00",
        "zone": "Europe/Paris",
        "channel": "phone",
        "objective": "projection",
        "subject": "montrer un bon de chantier photographié",
    }
    assert found["proposal"] is None and not (stand.out / "proposition.pdf").exists()


# Cut at the sixth minute


def test_a_call_cut_short_goes_on_the_next_day(cut: Performance):
    assert cut.code == 0
    found = cut.summary
    assert found["call"]["state"] == "concluded"
    assert found["scores"] == {"need": 3, "budget": 2, "authority": 2, "timing": 3, "fit": 2}
    # The night is not counted.
    assert 500 < found["call"]["seconds"] < 700
    names = [path.stem[3:] for path in sorted(cut.out.glob("*.png"))]
    assert names.index("left") < names.index("prospect-again") < names.index("end")


def test_nothing_that_was_said_before_the_cut_is_lost_or_asked_again(cut: Performance):
    texts = [entry["text"] for entry in cut.summary["call"]["entries"]]
    before, after = (
        next(i for i, text in enumerate(texts) if word in text) for word in ("chien arrive", "chien va bien")
    )
    assert (before, after) == (4, 5)
    assert len(cut.summary["call"]["questions_asked"]) == len(set(cut.summary["call"]["questions_asked"])) == 9


def test_what_they_put_right_is_a_verbatim_of_its_own(cut: Performance):
    (said,) = cut.summary["call"]["reformulations"]
    assert said["reply"] == "corrected"
    (entry,) = [each for each in cut.summary["call"]["entries"] if each["text"] == said["correction"]]
    assert (entry["kind"], entry["grade"], entry["citable"]) == ("verbatim", "confirmed", True)
    (first,) = [each for each in cut.summary["call"]["entries"] if each["text"] == said["words"]]
    assert first["citable"] is False


# A renewal in English


def test_objections_are_answered_by_card(renewal: Performance):
    assert renewal.code == 0
    found = renewal.summary["call"]["objections"]
    assert [(each["card"], each["settled"]) for each in found] == [("too-expensive", True), ("talk-to-partner", False)]
    assert renewal.summary["call"]["tags"] == ["price", "reports"]


def test_the_renewal_is_told_in_english(renewal: Performance):
    found = renewal.summary
    assert (found["amount"], found["expected_on"]) == ("9000.00", "2027-03-31")
    assert found["next_step"]["due"] == "2026-12-01T15:00:00"
    text = report(renewal)
    assert "What we understood" in text
    assert "confirmed together" in text


# The account of the call


@pytest.mark.parametrize("name", ["claire", "deux-voix", "salon", "interrompu", "objections-en"])
def test_the_account_of_the_call_tells_only_what_may_leave_the_house(performance, name: str):
    played: Performance = performance(name)
    text, told = report(played), played.summary["call"]["entries"]
    for entry in told:
        words = plain(entry.get("corrected", entry["text"]))
        assert (words in text) is (entry["kind"] == "verbatim" and entry["citable"])


@pytest.mark.parametrize(
    ("name", "day"), [("claire", "Vendredi 27 novembre 2026"), ("salon", "Jeudi 26 novembre 2026")]
)
def test_the_account_of_the_call_says_when_we_speak_again(performance, name: str, day: str):
    assert day in report(performance(name))


def test_every_theme_has_its_time(performance):
    played: Performance = performance("interrompu")
    call: dict[str, Any] = played.summary["call"]
    assert sum(theme["seconds"] for theme in call["themes"]) == call["seconds"]
