"""Each side of a filter: ticked, unticked, and said."""

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.ui.prospects.facets import facets


def test_every_choice_is_ticked_and_unticked() -> None:
    for facet in facets(["fair"], NO_FILTER):
        for key, _words in facet.options:
            asked = facet.toggled(NO_FILTER, key)
            assert (facet.key, facet.chosen(asked)) == (facet.key, {key})
            assert facet.toggled(asked, key) == NO_FILTER


def test_several_of_one_side_one_of_another() -> None:
    heat, qualification, _status, source, step, silence, more = facets(["fair"], ProspectFilter(sources=("gone",)))
    asked = heat.toggled(heat.toggled(NO_FILTER, "hot"), "cold")
    assert asked.heats == (Heat.COLD, Heat.HOT)
    assert heat.said(asked) == "Heat: hot, cold"
    assert heat.said(NO_FILTER) == "Heat"
    asked = qualification.toggled(qualification.toggled(NO_FILTER, "good"), "open")
    assert (asked.bands, asked.to_complete) == ((Band.GOOD,), True)
    assert [key for key, _words in source.options] == ["fair", "gone"]
    assert step.toggled(step.toggled(NO_FILTER, "none"), "planned").planned is True
    assert silence.toggled(silence.toggled(NO_FILTER, "30"), "90").stale_days == 90
    asked = more.toggled(more.toggled(NO_FILTER, "decider"), "no_decider")
    assert asked.decider is False
    asked = more.toggled(more.toggled(asked, "b2b"), "b2c")
    assert (asked.kind, asked.decider) == ("b2c", False)
