"""The settings: read from the environment here and nowhere else, checked once, then frozen.

Options live beside the code that they configure and are nested here: a field `http: HttpOptions`
makes `ASSISTANT_HTTP__BODY_BYTES`. Command-line arguments are not settings.
"""

import difflib
import os
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assistant.api.options import HttpOptions
from assistant.errors import SettingsError
from index.retrieval_options import RetrievalOptions
from index.splitting_options import SplittingOptions

PREFIX = "ASSISTANT_"
NESTED = "__"

# Below this a key could be guessed by trying; 16 random characters cannot.
MIN_KEY_CHARACTERS = 16

MAKE_A_KEY = 'python -c "import secrets; print(secrets.token_urlsafe(32))"'

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Settings(BaseSettings):
    """Everything that can be set from outside; every default works without network and key."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=NESTED,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
    )

    data_dir: Path = Field(
        default=Path("var"),
        description="Folder for everything that is stored; one process at a time writes in it.",
    )
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2",
        min_length=1,
        description="Sentence-transformers model, by hub name or path; the default is installed "
        "with the assistant and never fetched.",
    )
    api_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        default=(),
        description="Keys, separated by commas, one of which every request must then bring; "
        "needed to serve on an address other than loopback.",
    )
    staff_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        default=(),
        description="Keys of the staff, separated by commas; when set, what visitors ask and "
        "changing documents and approved answers need one of them.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Host names, separated by commas, under which the server may be addressed "
        "beside the loopback ones.",
    )
    retention_days: int = Field(
        default=0,
        ge=0,
        le=36_500,
        description="Days after its last question until a conversation is deleted; 0 keeps it "
        "until somebody deletes it.",
    )
    log_level: LogLevel = Field(default="INFO", description="What is logged: this and worse.")
    retrieval: RetrievalOptions = RetrievalOptions()
    splitting: SplittingOptions = SplittingOptions()
    http: HttpOptions = HttpOptions()

    @field_validator("api_keys", "staff_keys", "allowed_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("api_keys", "staff_keys")
    @classmethod
    def _refuse_weak_keys(cls, keys: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        for key in keys:
            text = key.get_secret_value()
            if len(text) < MIN_KEY_CHARACTERS or not set(text) <= _KEY_CHARACTERS:
                raise ValueError(
                    f"a key has at least {MIN_KEY_CHARACTERS} printable ASCII characters and no "
                    f"spaces; make one with {MAKE_A_KEY}"
                )
        return keys

    @field_validator("allowed_hosts")
    @classmethod
    def _lower_hosts(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(host.lower() for host in hosts)

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value


_KEY_CHARACTERS = set(string.ascii_letters + string.digits + string.punctuation)

# Names that other versions know: refusing them as a misspelling would mislead.
_NOT_IN_THIS_VERSION = frozenset(
    PREFIX + name
    for name in ("DATABASE_URL", "CHROMA_URL", "LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingField:
    """A field of the settings, with the variable that sets it and the way to its value."""

    name: str
    path: tuple[str, ...]
    info: FieldInfo


def setting_fields(
    model: type[BaseModel] = Settings, path: tuple[str, ...] = ()
) -> Iterator[SettingField]:
    """Give every single setting in the order of the fields, nested ones by their full name."""
    for field_name, info in model.model_fields.items():
        here = (*path, field_name)
        annotation = info.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from setting_fields(annotation, here)
        else:
            yield SettingField(name=PREFIX + NESTED.join(here).upper(), path=here, info=info)


def load_settings() -> Settings:
    """Read the environment.

    Raises:
        SettingsError: A name is unknown or a value is wrong; the value itself is not repeated.
    """
    check_names(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def check_names(environment: Mapping[str, str]) -> None:
    """Refuse names that begin like ours and are none of ours; pydantic alone would ignore them.

    Raises:
        SettingsError: The first unknown name in alphabetical order, with the nearest known one.
    """
    known = {field.name for field in setting_fields()}
    for name in sorted(environment):
        if not name.upper().startswith(PREFIX) or name.upper() in known:
            continue
        raise SettingsError(_unknown(name, known))


def _unknown(name: str, known: Iterable[str]) -> str:
    if name.upper() in _NOT_IN_THIS_VERSION:
        return f"The setting {name!r} has no effect in this version; unset it."
    # Compared without the prefix, which would make any two names look alike.
    endings = [known_name.removeprefix(PREFIX) for known_name in known]
    nearest = difflib.get_close_matches(name.upper().removeprefix(PREFIX), endings, n=1)
    if nearest:
        return f"There is no setting {name!r}; did you mean {PREFIX + nearest[0]!r}?"
    return f"There is no setting {name!r}; unset it, then `assistant config` lists the names."


def _sentence(error: ValidationError) -> str:
    """Say what is wrong with the first bad value, by the variable's name and without the value."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    parts = [part for part in first["loc"] if isinstance(part, str)]
    name = PREFIX + NESTED.join(parts).upper()
    reason = first["msg"].removeprefix("Value error, ")
    return f"The setting {name!r} has a wrong value: {reason}; change or unset it."
