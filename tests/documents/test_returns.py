"""The block of the return: their figures, each with its source, and nothing without them."""

from dataclasses import replace
from decimal import Decimal

from desktop.documents.proposal import render
from desktop.models.returns import Figure, Gain, Rhythm, Unit
from tests.documents.cases import CALL, CLAIRE
from tests.documents.hostile_fields import ORDINARY, expected
from tests.documents.reading import between, flat, reader, text_of
from tests.documents.returns_case import COST, ERRORS, LOST, REPS, gain, returns_of


def told(*gains, **changes):
    return replace(CLAIRE, returns=returns_of(*gains), **changes)


def section(content, start="Retour sur investissement", end="Bon pour accord"):
    return between(text_of(render(content)), start, end)


def test_it_says_what_is_won_what_it_costs_and_when_it_is_earned_back():
    text = flat(section(told(LOST)))
    for words in ("32200€", "gagnésparan,selonvoschiffres", "13400€HT", "5mois", "pourlerentabiliser"):
        assert words in text
    assert "1jourparsemaine×2personnes×350€lajournée" in text and "46semainestravaillées" in text
    assert "Totalparan" not in text


def test_every_figure_is_quoted_with_who_and_when():
    text = flat(section(told(LOST)))
    for figure in LOST.figures:
        assert f"«{flat(figure.words)}»ClaireFontaine,12nov." in text


def test_several_gains_add_up():
    text = flat(section(told(LOST, gain(ERRORS))))
    assert "27600€" in text and "Totalparan59800€" in text


def test_without_a_figure_of_theirs_nothing_is_said():
    assert "Retour sur investissement" not in text_of(render(CLAIRE))
    assert render(CLAIRE) == render(replace(CLAIRE, returns=None))


def test_it_speaks_the_language_of_the_document():
    text = section(told(LOST, language="en"), "Return on investment", "Agreed and accepted")
    assert "1 day a week × 2 people × €350 for a day" in " ".join(text.split())
    assert "“une journée par semaine”" in text and "to earn it back" in text


def test_what_comes_again_each_year_is_said_and_a_return_too_long_promises_no_month():
    content = told(LOST)
    yearly = replace(content.returns, cost=Decimal(2000), yearly=Decimal(800), months=None)
    text = flat(section(replace(content, returns=yearly)))
    assert "lapremièreannée,dont800€chaqueannée" in text and "rentabiliser" not in text
    again = replace(content.returns, cost=Decimal(800), yearly=Decimal(800), with_vat=True)
    assert "800€TTCÉquiperl’équipe:chaqueannée" in flat(section(replace(content, returns=again)))


def test_its_heading_is_never_alone_and_a_total_never_either():
    for count in (1, 2, 3, 4, 5, 6, 7, 12, 25, 40):
        pages = [page.extract_text() for page in reader(render(told(*([LOST] * count)))).pages]
        heading = next(page for page in pages if "Retour sur investissement" in page)
        assert "une journée par semaine" in heading
        total = [page for page in pages if "Total par an" in page.replace("\u00a0", " ")]
        assert count == 1 or all("une journée par semaine" in page for page in total)


def test_hostile_words_are_only_words():
    dirty = [Figure(Decimal(1), Unit.DAYS, Rhythm.WEEK, text, text, CALL) for text in ORDINARY]
    gains = [Gain(each.words, (each, REPS, COST), Decimal(1)) for each in dirty]
    read = flat(text_of(render(told(*gains, language="en"))))
    # As words of theirs, as the name of who said them, as the label of the gain.
    assert all(read.count(expected(text)) >= 3 for text in ORDINARY if expected(text))


def test_it_is_in_the_outline():
    outline = [entry.title for entry in reader(render(told(LOST))).outline if not isinstance(entry, list)]
    assert "Retour sur investissement" in outline
