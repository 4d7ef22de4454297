"""A query finds what the documents abbreviate, either way round."""

from index.expansion import expand
from index.lexicon import Lexicon, Word, fold, lexicon_of

LEXICON = lexicon_of(
    [
        "Medicon Valley Alliance (MVA) is an association. MVA has members.",
        "The Centre for Advanced Medical Products (CAMP) runs a camp. Each camp is a camp.",
    ]
)


def test_a_short_form_also_finds_its_long_form() -> None:
    expanded = expand("What does the MVA do?", LEXICON)

    assert expanded.text == "What does the MVA (Medicon Valley Alliance) do?"
    assert expanded.expression == '"mva" OR "medicon valley alliance"'


def test_a_long_form_also_finds_its_short_form() -> None:
    expanded = expand("Who leads the medicon valley alliance?", LEXICON)

    assert expanded.text == "Who leads the medicon valley alliance?"
    assert expanded.expression == '"leads" OR "medicon" OR "valley" OR "alliance" OR "mva"'


def test_a_short_form_in_small_letters_counts_where_the_documents_have_no_such_word() -> None:
    assert '"medicon valley alliance"' in expand("about mva", LEXICON).expression
    assert expand("a summer camp", LEXICON).text == "a summer camp"
    assert '"centre for advanced medical products"' in expand("about CAMP", LEXICON).expression


def test_a_query_that_says_both_is_left_as_it_is() -> None:
    query = "Is Medicon Valley Alliance (MVA) a network?"

    assert expand(query, LEXICON).text == query


def test_a_short_form_of_two_meanings_is_left_to_the_encoder_as_it_is() -> None:
    lexicon = lexicon_of(["Swedish Research Council (SRC)", "Stockholm Robotics Centre (SRC)"])
    expanded = expand("What is SRC?", lexicon)

    assert expanded.text == "What is SRC?"
    assert '"swedish research council"' in expanded.expression
    assert '"stockholm robotics centre"' in expanded.expression


def test_without_a_lexicon_a_query_is_searched_as_it_is() -> None:
    expanded = expand("Which incubator takes equity?", Lexicon())

    assert expanded.text == "Which incubator takes equity?"
    assert expanded.expression == '"incubator" OR "takes" OR "equity"'


def test_a_word_stands_in_its_most_frequent_form_with_all_its_occurrences() -> None:
    lexicon = lexicon_of(["Lab lab lab LAB", "Ärlig arlig arlig"])

    assert lexicon.words == {"lab": Word("lab", 4), "arlig": Word("arlig", 3)}


def test_the_order_of_texts_does_not_matter() -> None:
    texts = ["Alpha Beta (AB) alpha", "ALPHA Able Body (AB)", "alpha Alpha"]

    assert lexicon_of(texts) == lexicon_of(reversed(texts))


def test_folding_leaves_words_alone() -> None:
    assert fold("  Ångström's Bio-tech, 2nd! ") == "angstrom s bio tech 2nd"
