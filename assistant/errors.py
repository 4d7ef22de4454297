"""What can go wrong while answering, split by who must act.

AssistantError
    CallerError                 the caller can mend it; shown word for word
        InvalidQuestion
        UnknownConversation
        UnknownTurn
        TurnNotLast
        InvalidTitle
        InvalidFeedback
        UnknownDocument
        UnknownNode
        UnknownTimezone
        InvalidDocument
        InvalidApprovedAnswer
        ApprovedTwice
        UnknownApprovedAnswer
    OperatorError               whoever runs the server can mend it; shown word for word
        EmptyKnowledgeBase
        SettingsError
        DataFolderInUse
        KnowledgeBaseUnavailable
        ModelUnavailable
        AddressUnavailable
        ServerFailed
    CitationMismatch            a defect of ours: a quote that is not in its document
"""


class AssistantError(Exception):
    """Base of everything this layer raises."""


class CallerError(AssistantError):
    """The caller can mend it."""


class InvalidQuestion(CallerError):
    """A question that cannot be asked: empty, too long, or not text."""


class UnknownConversation(CallerError):
    """No conversation has this id."""

    def __init__(self, conversation_id: str) -> None:
        """Remember the id."""
        super().__init__(
            f"No conversation has the id {conversation_id!r}; leave it out to start a new one."
        )
        self.conversation_id = conversation_id


class UnknownTurn(CallerError):
    """No turn that the caller may see has this id."""

    def __init__(self, turn_id: str) -> None:
        """Remember the id."""
        super().__init__(
            f"No turn has the id {turn_id!r}; show the conversation to see the ids of its turns."
        )
        self.turn_id = turn_id


class TurnNotLast(CallerError):
    """A turn that is to be replaced is not, or no longer, the last of its conversation."""

    def __init__(self, turn_id: str) -> None:
        """Remember the id."""
        super().__init__(
            f"The turn {turn_id!r} is not the last of its conversation, so it cannot be replaced; "
            "ask again without replacing it."
        )
        self.turn_id = turn_id


class InvalidTitle(CallerError):
    """A title that a conversation cannot have: empty, too long, or not text."""


class InvalidFeedback(CallerError):
    """A reason for feedback that cannot be kept: too long, or not text."""


class UnknownDocument(CallerError):
    """No document has this id."""

    def __init__(self, document_id: str) -> None:
        """Remember the id."""
        super().__init__(f"No document has the id {document_id!r}; list them to see the ids.")
        self.document_id = document_id


class UnknownNode(CallerError):
    """Nothing on the ecosystem map has this id."""

    def __init__(self, node_id: str) -> None:
        """Remember the id."""
        super().__init__(
            f"Nothing on the map has the id {node_id!r}; leave it out to see the ids of all nodes."
        )
        self.node_id = node_id


class UnknownTimezone(CallerError):
    """No time zone has this name."""

    def __init__(self, timezone: str) -> None:
        """Remember the name."""
        super().__init__(
            f"No time zone is called {timezone!r}; name one as in the IANA list, such as "
            "'Europe/Stockholm'."
        )
        self.timezone = timezone


class InvalidDocument(CallerError):
    """A document that cannot be taken in."""

    def __init__(self, name: str, reason: str) -> None:
        """Remember its name, and the reason with what to do."""
        super().__init__(f"{name!r} was not taken in: {reason}")
        self.name = name
        self.reason = reason


class InvalidApprovedAnswer(CallerError):
    """An approved answer that cannot be kept: something is missing, too long, or not text."""


class ApprovedTwice(CallerError):
    """A question that already has an approved answer."""

    def __init__(self, question: str, approved_id: str) -> None:
        """Remember the question, and the answer that it has."""
        super().__init__(
            f"There already is an approved answer to {question!r}; change that one, or delete it "
            "first."
        )
        self.question = question
        self.approved_id = approved_id


class UnknownApprovedAnswer(CallerError):
    """No approved answer has this id."""

    def __init__(self, approved_id: str) -> None:
        """Remember the id."""
        super().__init__(
            f"No approved answer has the id {approved_id!r}; list them to see the ids."
        )
        self.approved_id = approved_id


class OperatorError(AssistantError):
    """Whoever runs the server can mend it."""


class EmptyKnowledgeBase(OperatorError):
    """Nothing was ingested yet."""


class SettingsError(OperatorError):
    """A setting is wrong or unknown."""


class DataFolderInUse(OperatorError):
    """Another process owns the data folder."""


class KnowledgeBaseUnavailable(OperatorError):
    """The stored data cannot be opened or does not fit the settings."""


class ModelUnavailable(OperatorError):
    """A model's files are missing, damaged or not the ones expected."""


class AddressUnavailable(OperatorError):
    """The server cannot listen where it should: the port is taken or the address is not ours."""


class ServerFailed(OperatorError):
    """A running server was asked and gave no usable reply."""


class CitationMismatch(AssistantError):
    """A quote is not the text it points at; the answer must not leave."""
