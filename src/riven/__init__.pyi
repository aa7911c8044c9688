from os import PathLike

from riven.errors import AmbiguousNameError as AmbiguousNameError
from riven.errors import DateError as DateError
from riven.errors import DocumentError as DocumentError
from riven.errors import InputError as InputError
from riven.errors import OutputError as OutputError
from riven.errors import Problem as Problem
from riven.errors import RivenError as RivenError
from riven.errors import StudyFolderError as StudyFolderError
from riven.errors import UnknownTermError as UnknownTermError
from riven.pipeline.opened import OpenStudy

__version__: str

def open(path: str | PathLike[str]) -> OpenStudy: ...
