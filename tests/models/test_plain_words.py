from desktop.models.plain_words import content_words, fold, read_words, stem


def test_accents_capitals_plurals_and_feminines_do_not_matter() -> None:
    assert fold("ÉCHÉANCE") == "echeance"
    assert fold("Cœur") == "coeur"
    assert {stem(word) for word in ("validé", "Validée", "validés", "VALIDÉES")} == {"valid"}


def test_a_short_word_is_kept_whole() -> None:
    assert stem("mois") == "mois" != stem("moi")
    assert stem("ans") != stem("an")


def test_a_line_knows_what_was_typed_between_two_words() -> None:
    line = read_words("Non : « pas avant l’AN prochain », dit-elle.")
    first, last = line.words.index("pas"), line.words.index("prochain")
    assert line.typed(first, last) == "pas avant l’AN prochain"
    assert line.word_at(line.plain.index(" avant ") + 1) == line.words.index("avant")


def test_pauses_are_words_of_their_own() -> None:
    assert read_words("Oui, demain. Non").words == ("oui", ",", "demain", ".", "non")
    assert content_words("Oui, demain. Non") == ("oui", "demain", "non")


def test_an_english_negation_is_spelt_out_and_a_french_elision_is_not() -> None:
    assert content_words("We don’t, can't and won’t") == ("we", "do", "not", "can", "not", "and", "will", "not")
    assert content_words("bien t’aider") == ("bien", "t", "aider")


def test_hostile_text_is_only_words() -> None:
    assert read_words("").words == ()
    assert content_words("\x00<b>&amp;\u202e 🧭") == ("b", "amp")
