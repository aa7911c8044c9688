"""Typed identifiers: what may name a thing in a study, and nothing else.

Identifiers appear in file names, in links and in other people's spreadsheets, so their alphabet is small:
lower-case letters, digits, hyphen, underscore and full stop, starting with a letter or digit, up to 64 characters.
They carry no path separator, so no identifier can climb out of a folder.
"""

import re
from typing import NewType

StudyId = NewType("StudyId", str)
ActorId = NewType("ActorId", str)
SourceId = NewType("SourceId", str)
PassageId = NewType("PassageId", str)
ClaimId = NewType("ClaimId", str)
FindingId = NewType("FindingId", str)
CoderId = NewType("CoderId", str)
KindId = NewType("KindId", str)
RoleId = NewType("RoleId", str)
VariableId = NewType("VariableId", str)
CategoryId = NewType("CategoryId", str)
MeasureId = NewType("MeasureId", str)
RuleId = NewType("RuleId", str)

MAX_LENGTH = 64
ALPHABET = "lower-case letters, digits, '-', '_' and '.', starting with a letter or digit, at most 64 characters"
_PATTERN = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def is_id(text: str) -> bool:
    """Say whether a string may name a thing in a study.

    Returns:
        True when every character is in the alphabet above, and the string does not end with a full stop or
        contain two in a row (names that file systems treat specially).
    """
    return bool(_PATTERN.fullmatch(text)) and ".." not in text and not text.endswith(".")


def nearest_id(text: str) -> str:
    """Propose an identifier near to what a person wrote.

    Returns:
        The text in lower case, every run of other characters turned into one hyphen; empty when nothing is left.
    """
    plain = re.sub(r"[.]{2,}", ".", re.sub(r"[^a-z0-9._]+", "-", text.lower()))
    return plain.strip("-._")[:MAX_LENGTH].rstrip("-._")
