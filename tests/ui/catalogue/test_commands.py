"""The keys of the page are in the palette, and say what they do."""

from desktop.ui.catalogue.shelves import BLOCKS


def test_what_cannot_be_done_is_not_offered(bare):
    get = bare.window.registry.get
    assert not get("catalogue.copy").enabled() and not get("catalogue.up").enabled()
    assert get("catalogue.archive").text == "Archive" and get("catalogue.new").text == "New offer"


def test_names_say_which_item_and_which_act(bench):
    get = bench.window.registry.get
    assert get("catalogue.archive").text == "Archive “=Abonnement; suivi”"
    bench.page.desk.archive()
    assert get("catalogue.undo").text == "Undo: archive “=Abonnement; suivi”"
    bench.page.desk.undo()
    assert get("catalogue.redo").text == "Redo: archive “=Abonnement; suivi”" and get("catalogue.undo").text == "Undo"
    bench.page.show_shelf(BLOCKS)
    assert get("catalogue.up").enabled() and get("catalogue.new").text == "New block"
