"""Broken study folders, one defect each, as data.

Every case starts from the tiny valid study of `folder_factory`, breaks one thing, and says what the reader of the error
must be told: the file, the place (as the text that stands there), and the gist. Tests of the reader and of the
command line run through the same list.
"""

from breaking import Broken
from broken_documents import DOCUMENTS
from broken_files import FILES
from broken_sheets import SHEETS

__all__ = ["BROKEN", "Broken"]

BROKEN = [*FILES, *SHEETS, *DOCUMENTS]
