"""Questions in Swedish come out in English; English ones are never touched."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.following.names import NoNames, SpokenName
from assistant.question.swedish.lexicon import lexicon
from assistant.question.swedish.translator import SwedishTranslator

_ENGLISH_WORDS = frozenset(
    {"what", "labs", "open", "deadlines", "application", "partner", "region", "plan"}
)


@dataclass(frozen=True, slots=True)
class Names(NoNames):
    """Knows some names, in whatever capitals they are typed."""

    names: Sequence[str] = field(default=())

    def current(self) -> "Names":
        """Give itself."""
        return self

    def find(self, text: str) -> tuple[SpokenName, ...]:
        """Find them."""
        small = text.lower()
        return tuple(
            SpokenName(text=name, start=at, end=at + len(name), is_known=True)
            for name in self.names
            if (at := small.find(name.lower())) >= 0
        )


def _english(question: str, *names: str) -> str | None:
    known = Names(names)
    translator = SwedishTranslator(known=known, is_english=_ENGLISH_WORDS.__contains__)
    return translator.translate(question)


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        # What asks is the subject, or is not.
        ("Vilka inkubatorer tar ingen ägarandel?", "Which incubators take no equity?"),
        ("Vem finansierar NOME?", "Who finances NOME?"),
        ("Vad finansierar Vinnova?", "What does Vinnova finance?"),
        ("Vilka grundade Mobile Heights?", "Who founded Mobile Heights?"),
        ("Vilka sektorer täcker TIM?", "Which sectors does TIM cover?"),
        ("Vilka städer har en inkubator?", "Which cities have an incubator?"),
        ("Vem samarbetar Alfa med?", "Who does Alfa collaborate with?"),
        ("Vilka företag har Alfa hjälpt?", "Which companies has Alfa helped?"),
        # When, where, how.
        ("När öppnade SciLifeLab?", "When did SciLifeLab open?"),
        ("Vilket år grundades Alfa?", "In which year was Alfa founded?"),
        ("Sedan när har Alfa ordnat hackathon?", "Since when has Alfa arranged hackathons?"),
        ("Var ligger Umeå Biotech Incubator?", "Where is Umeå Biotech Incubator located?"),
        ("Hur länge pågår programmet?", "How long does the programme run?"),
        ("Hur ofta hålls det?", "How often is it held?"),
        ("Hur många medlemmar har Alfa?", "How many members does Alfa have?"),
        ("Hur många besökare kom till Alfa 2023?", "How many visitors came to Alfa in 2023?"),
        ("Hur stor omsättning hade Alfa 2023?", "How much revenue did Alfa have in 2023?"),
        ("Vad kostar en labbplats på Alfa?", "What does a lab bench at Alfa cost?"),
        ("Hur ansöker man till Alfa?", "How do you apply to Alfa?"),
        # Yes or no.
        ("Tar SmiLe någon ägarandel?", "Does SmiLe take any equity?"),
        ("Grundades Alfa 2015?", "Was Alfa founded in 2015?"),
        ("Finns det hackathon i Stockholm?", "Are there hackathons in Stockholm?"),
        ("Var Sony med och grundade Alfa?", "Did Sony help to found Alfa?"),
        ("Kan studenter delta gratis?", "Can students take part for free?"),
        ("Vill Alfa ha aktier i bolaget?", "Does Alfa want shares in the company?"),
        (
            "Stämmer det att Alfa inte finansierar företag?",
            "Is it true that Alfa does not finance companies?",
        ),
        # What it is, and what it is called.
        ("Vad är CAMP?", "What is CAMP?"),
        ("Vad är CAMP för något?", "What is CAMP?"),
        ("Vem är vd för Alfa?", "Who is the CEO of Alfa?"),
        ("Vad hette SweCris tidigare?", "What was SweCris called before?"),
        ("Vad heter rektorn för SUT?", "What is the name of the vice-chancellor of SUT?"),
        # Comparing, listing, words alone.
        ("Jämför SISP och SwedenBIO", "Compare SISP and SwedenBIO"),
        ("Vilken är äldst, Alfa eller Beta?", "Which is oldest, Alfa or Beta?"),
        ("Är Alfa äldre än Beta?", "Is Alfa older than Beta?"),
        ("lista fakulteterna vid Alfa", "list the faculties of Alfa"),
        ("järvafältet fototävling plattform", "järvafältet photo contest platform"),
        # Follow-ups; the English rules find what they point at.
        ("och vem driver den?", "and who runs it?"),
        ("när startade det?", "when did it start?"),
        ("och i Lund?", "and in Lund?"),
        ("Vilka är deras medlemmar?", "Who are their members?"),
        ("och CAMP då?", "and CAMP?"),
        ("Vilka andra är med i det?", "Who else is part of it?"),
        ("förlåt, jag menade Alfa", "sorry, I meant Alfa"),
        # "Deras" is never what belongs to those who are asked about, "sina" always.
        ("Hur många sjukhus använder deras test?", "How many hospitals use its test?"),
        (
            "Vilka inkubatorer tar ut en avgift av sina företag?",
            "Which incubators charge a fee from their companies?",
        ),
        # Verbs with a particle, also far behind.
        ("Vilka universitet står bakom det?", "Which universities are behind it?"),
        ("Vad går Alfa ut på?", "What is Alfa about?"),
        ("Vilket nätverk ska vi gå med i?", "Which network should we join?"),
        # Clauses within.
        (
            "Jag skulle vilja veta vem som driver Alfa",
            "I would like to know who runs Alfa",
        ),
        (
            "Vilket är det högsta bidraget ett företag kan få?",
            "What is the highest grant that a company can get?",
        ),
        # Typed without dots, or with a slip.
        ("nar oppnade Alfa", "when did Alfa open"),
        ("hur manga medlemar har de", "how many members do they have"),
    ],
)
def test_a_swedish_question_comes_out_in_english(swedish: str, english: str) -> None:
    assert _english(swedish) == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("hur gör man för att få en check", "how can you get a cheque"),
        ("hur söker man", "how do you apply"),
        ("är det med moms", "is VAT included"),
        ("gör alfa det", "and alfa"),
        ("och de andra", "and the others"),
        ("och den andra", "and the second one"),
        ("kan man söka när som helst", "can you apply at any time"),
        ("vad kan man söka", "what can you apply for"),
        ("hur söker man pengar från alfa", "how do you apply for money from alfa"),
        ("var ligger alfa någonstans", "where is alfa located"),
        ("vart vänder jag mig", "who can I contact"),
        ("vad gäller för att få stöd", "what is required to get support"),
        ("hur går det till att ansöka", "how can you apply"),
        ("när är deadline", "when is the deadline"),
        ("vad är alfa till för", "what is the purpose with alfa"),
        ("vad finns det för stöd för startups", "which support is there for start-ups"),
        ("vet ni om det finns lediga kontor", "do you know if there are vacant offices"),
        (
            "kan ni tipsa om en investerare för ett bolag",
            "can you recommend an investor for a company",
        ),
        ("kostar det något att vara med", "does it cost something to take part"),
        ("hur många jobbar på alfa", "how many work at alfa"),
        ("vem har grundat alfa", "who founded alfa"),
        ("vilka evenemang ordnar alfa", "which events does alfa arrange"),
        ("vilka är de fyra stegen", "what are the four steps"),
        ("hur ofta träffas ni", "how often do you meet"),
        ("hur länge har alfa funnits", "how long has alfa existed"),
        ("vilka står bakom alfa", "who is behind alfa"),
        ("vilka finns i kelp yard", "which organisations are there in kelp yard"),
        ("vad skiljer alfa från kelp yard", "what is the difference between alfa and kelp yard"),
        ("finansiering till en prototyp", "funding for a prototype"),
        ("vem ger pengar till alfa", "who gives money to alfa"),
        ("en lista över partner", "a list of partners"),
        ("vilka kommuner ligger i norr", "which municipalities are located in norr"),
        ("när öppnade labbet i alfa", "when did the lab in alfa open"),
        ("i vilka länder finns alfas medlemmar", "in which countries are alfa's members"),
        ("är labbet öppet för andra", "is the lab open for others"),
        ("vem utser en av ägarna", "who appoints one of the owners"),
        ("vem hjälper till med patent", "who helps with a patent"),
        ("vem vänder sig alfa till", "who is alfa for"),
        ("vilka banker stödjer alfa", "which banks support alfa"),
        ("vilka krav finns på omsättning", "which requirements are there for revenue"),
        ("vilka labb finns inte längre", "which labs have ceased"),
        ("vad får alfa för andel", "which share does alfa get"),
        ("hur mycket har alfas bolag omsatt", "how much have alfa's companies turned over"),
        ("vi undrar var vi kan testa det", "we wonder where we can test it"),
        ("varför tar alfa inte betalt", "why does alfa not charge"),
        ("vad händer den 11 september", "what happens on 11 September"),
        ("vad kostar det hos alfa", "what does it cost at alfa"),
        ("på vilka språk kan man ansöka", "in which languages can you apply"),
        ("vem stöder alfa", "who supports alfa"),
        ("hur söker man tillstånd till alfa", "how do you apply for permits to alfa"),
        ("vilka är partner till alfa", "who are partners of alfa"),
        ("vad är ”Vägen till Alfa: en guide”", "what is Vägen till Alfa: en guide"),
        ("vad betyder ”ägarandel”", "what does equity mean"),
        ("får man söka igen om man fått avslag", "may you apply again if you have been refused"),
        ("hur mycket kostar det per dygn", "how much does it cost per day"),
        ("investerar alfa i vapen", "does alfa invest in weapons"),
        ("vilka öppettider har däck 5", "which opening hours does däck 5 have"),
        ("och hur är det med alfa då", "and what about alfa"),
    ],
)
def test_how_entrepreneurs_ask_comes_out_in_english(swedish: str, english: str) -> None:
    assert _english(swedish, "Kelp Yard", "Alfa") == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("vad kostar nervas labb", "what does nerva's lab cost"),
        ("Vilka är Kelp Yards villkor?", "What are Kelp Yard's conditions?"),
        ("har kelp yard någon konferensanläggning", "does kelp yard have any conference centre"),
        ("vilken roll har region skåne", "which role does region skåne have"),
    ],
)
def test_known_names_stay_also_small_and_in_the_genitive(swedish: str, english: str) -> None:
    said = _english(swedish, "Nerva", "Kelp Yard", "Region Skåne")

    assert said == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Vad är en Test Bay-voucher värd?", "What is a Test Bay voucher worth?"),
        ("Vem leder NOME-nätverket?", "Who leads the NOME network?"),
        ("Var hålls Engelsbergsymposiet?", "Where is the Engelsberg symposium held?"),
        ("När öppnade Sirius?", "When did Sirius open?"),
        ("Vem är SUT:s rektor?", "Who is SUT's vice-chancellor?"),
    ],
)
def test_unknown_names_stay_and_what_is_joined_to_them_does_not(swedish: str, english: str) -> None:
    assert _english(swedish) == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Vilka inkubatorer finns i Göteborg?", "Which incubators are there in Gothenburg?"),
        ("Vad gör Lunds universitet?", "What does Lund University do?"),
        ("Vilka medlemmar har Alfa i Spanien?", "Which members does Alfa have in Spain?"),
    ],
)
def test_places_have_their_english_names(swedish: str, english: str) -> None:
    assert _english(swedish) == english


@pytest.mark.parametrize(
    "question",
    [
        "Which incubators take no equity?",
        "what is livsmedelsakademin",
        "What does Livsmedelsakademin mean?",
        "Mossberg Foundation application deadlines",
        "open labs in region",
        "Who runs the programme Kom i gång?",
        "can i join, man?",
        "And in Lund?",
        "NOME",
        "Malmö?",
        "",
        "?",
        "Was ist NOME?",
        "Qui finance NOME ?",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    assert _english(question) is None


def test_a_question_of_unknown_words_is_left_as_it_is_typed() -> None:
    assert _english("Vad blomstrar kvistlar om gräddning av plättar och fnasket?") is None


def test_names_in_lower_case_are_told_by_what_the_documents_use() -> None:
    stored = {"grand", "polar", "parks", "agreement", "agda", "prize", "kraftbänken", "djupet"}
    translator = SwedishTranslator(
        known=NoNames(),
        is_english={"polar", "parks", "agreement", "prize"}.__contains__,
        is_stored=stored.__contains__,
        is_titled={"kraftbänken", "djupet"}.__contains__,
    )
    said = {
        "vem äger kraftbänken": "who owns kraftbänken",
        "vad är djupet": "what is djupet",
        "vad kostar grands labb": "what does grand's lab cost",
        "vem vann agda prize": "who won agda prize",
        "vilka är med i polar parks agreement": "who is part of polar parks agreement",
        "vilka är stadens parker": "what are the city's parks",
    }
    assert {each: translator.translate(each) for each in said} == said


def test_what_is_not_known_stays_as_it_is_typed() -> None:
    assert _english("Vem äger fnasket i Lund?") == "Who owns fnasket in Lund?"


@given(st.lists(st.sampled_from(sorted(lexicon().forms)), max_size=8).map(" ".join))
def test_any_swedish_words_are_taken_apart(words: str) -> None:
    said = _english(f"Vad {words}?")

    assert said is None or said.strip()


@given(st.text(max_size=60))
def test_any_text_is_put_into_words_or_left_as_it_is(text: str) -> None:
    said = _english(f"Vad är {text}")

    assert said is None or said.startswith("What ")


def test_the_words_of_a_swedish_question_are_known_as_such() -> None:
    translator = SwedishTranslator(known=NoNames())

    assert translator.swedish_words("Vem leder klustret NOME?") == {"vem", "leder", "klustret"}
    assert translator.swedish_words("Who leads the cluster NOME?") == frozenset()
