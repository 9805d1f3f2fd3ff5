from desktop.ui.calls.wording import inside, spoken


def test_words_take_a_small_first_letter_inside_a_sentence_and_acronyms_keep_theirs() -> None:
    assert inside("Under 3 months") == "under 3 months"
    assert inside("BANT grid") == "BANT grid"
    assert inside("") == ""


def test_a_quoted_sentence_loses_its_full_stop_only() -> None:
    assert spoken(" We lose a day. ") == "We lose a day"
    assert spoken("How much?") == "How much?"
