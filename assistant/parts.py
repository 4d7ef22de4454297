"""The parts that answer, and how they stand on each other.

Import it only to open them: it loads far more than a command that asks a running server needs.
"""

from dataclasses import dataclass

from assistant.answering import ExtractiveAssistant
from assistant.antecedent_reader import OnnxAntecedentReader
from assistant.approved.answers import ApprovedAnswers
from assistant.approved.library import LibraryWithApproved
from assistant.approved.store import ApprovedStore
from assistant.ecosystem.keeping import MapKeeper
from assistant.ecosystem.model import EcosystemMaps
from assistant.entities.catalogue import EntityCatalogue
from assistant.evidence.calibration import load_calibration
from assistant.explaining import Explainer
from assistant.library import Library
from assistant.multilingual import MultilingualAssistant, MultilingualRetriever
from assistant.question.following.catalogue_names import CatalogueNames
from assistant.question.following.condenser import FollowUpCondenser
from assistant.question.following.names import KnownNames
from assistant.question.swedish.lexicon import lexicon as read_swedish
from assistant.question.swedish.translator import SwedishTranslator
from assistant.reader import OnnxReader
from assistant.rereading import RereadingRetriever
from assistant.service import Answering
from assistant.settings import Settings
from assistant.stored_library import StoredLibrary
from assistant.unclear import NearestOnly
from assistant.warmth import Warmth
from index.builder import manifest_of
from index.catalogue import Catalogue
from index.encoding import Encoder, SentenceTransformerEncoder
from index.lexicon import CorpusLexicon, fold
from index.retriever import HybridRetriever
from index.vectors import VectorSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What answers, and what it stands on."""

    catalogue: Catalogue
    vectors: VectorSearch
    encoder: Encoder
    reader: OnnxReader
    back_reader: OnnxAntecedentReader
    lexicon: CorpusLexicon
    library: Library
    approved: ApprovedAnswers
    assistant: Answering
    explainer: Explainer
    ecosystem: EcosystemMaps


def open_parts(settings: Settings) -> Parts:
    """Build the parts; no model is loaded."""
    catalogue = Catalogue.open(settings.data_dir)
    encoder = SentenceTransformerEncoder(settings.embedding_model)
    if stored := catalogue.manifest():
        manifest_of(encoder, settings.splitting).check(stored)
    vectors = VectorSearch(catalogue, settings.data_dir)
    lexicon = CorpusLexicon(catalogue)
    retriever = HybridRetriever(catalogue, vectors, encoder, settings.retrieval, lexicon=lexicon)
    reader = OnnxReader()
    back_reader = OnnxAntecedentReader()
    entities = EntityCatalogue(catalogue)
    approved = ApprovedAnswers(
        store=ApprovedStore(catalogue.engine), documents=catalogue, encoder=encoder
    )
    names = CatalogueNames(entities)
    translator = _translator(names, reader, lexicon)
    rereading = RereadingRetriever(retriever=retriever, reader=reader)
    searching = MultilingualRetriever(retriever=rereading, translator=translator, stored=catalogue)
    library = LibraryWithApproved(StoredLibrary(catalogue, searching), approved)
    english = ExtractiveAssistant(
        retriever=retriever,
        reader=reader,
        condenser=FollowUpCondenser(known=names, back_reader=back_reader),
        documents=catalogue,
        example_questions=library.example_questions,
        words=lambda: lexicon.current().words,
        entities=entities,
        likeness=encoder,
        approved=approved.answer,
        foreign_words=translator.swedish_words,
    )
    assistant = MultilingualAssistant(
        assistant=english,
        translator=translator,
        stored=catalogue,
        approved=approved.answer,
        unclear=NearestOnly(retriever=retriever, documents=catalogue, put_right=english.put_right),
    )
    explainer = Explainer(
        retriever=retriever,
        reader=reader,
        documents=catalogue,
        calibration=load_calibration,
        likeness=encoder,
    )
    return Parts(
        catalogue=catalogue,
        vectors=vectors,
        encoder=encoder,
        reader=reader,
        back_reader=back_reader,
        lexicon=lexicon,
        library=library,
        approved=approved,
        assistant=assistant,
        explainer=explainer,
        ecosystem=MapKeeper(source=catalogue, entities=entities),
    )


def _translator(names: KnownNames, reader: OnnxReader, lexicon: CorpusLexicon) -> SwedishTranslator:
    """Know as English what the reader knows, and leave alone what the documents say."""

    def is_titled(word: str) -> bool:
        stored = lexicon.current().words.get(fold(word))
        return stored is not None and stored.form[:1].isupper()

    return SwedishTranslator(
        known=names,
        is_english=reader.knows_word,
        is_stored=lambda word: fold(word) in lexicon.current().words,
        is_titled=is_titled,
    )


def warmth_of(parts: Parts) -> Warmth:
    """Name what the first question would wait for: models, and what is read once."""
    return Warmth(
        loads=(
            lambda: parts.encoder.encode(["warm"]),
            parts.reader.load,
            parts.back_reader.load,
            parts.lexicon.current,
            read_swedish,
        ),
        afterwards=parts.ecosystem.current,
        count_documents=parts.catalogue.count_documents,
        vectors=lambda: parts.vectors.state,
    )
