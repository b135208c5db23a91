"""What an API key is made of, and how one that is shown is told from one that is made up.

    fm_01m868g0cmq1q9nkye6rce805j_5f1y…        fm_ ID _ SECRET

The id is public: rows, lists and the log of changes name a key by it. The secret is shown once, to whoever makes the key.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from store.ids import LENGTH, is_id, written

PREFIX = "fm_"
"""Programs that search texts for leaked keys know ours by it."""
SECRET_BITS = 256
SECRET_LENGTH = -(-SECRET_BITS // 5)


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key as its holder shows it; its secret is in no message and no log."""

    id: str
    secret: str = field(repr=False)

    @property
    def text(self) -> str:
        return f"{PREFIX}{self.id}_{self.secret}"


def new_secret() -> str:
    """256 bits of chance."""
    return written(secrets.randbits(SECRET_BITS), SECRET_LENGTH)


def read_key(text: str) -> ShownKey | None:
    """The key that a text is; None for what can't be one."""
    key_id, underscore, secret = text.removeprefix(PREFIX)[: LENGTH + SECRET_LENGTH + 2].partition("_")
    if not text.startswith(PREFIX) or not underscore or not is_id(key_id) or len(secret) != SECRET_LENGTH:
        return None
    return ShownKey(key_id, secret)


def hash_of(secret: str) -> str:
    """What is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def fits(secret: str, stored: str) -> bool:
    """Whether a secret is the one whose hash is stored; how long that takes does not tell how near it is."""
    return hmac.compare_digest(hash_of(secret), stored)
