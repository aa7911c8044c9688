"""The study folder: the exchange format, readable in a spreadsheet, diffable in git, complete."""

from riven.folder.read import read_study
from riven.folder.switches import apply_option
from riven.folder.templates import codebook_path, template_names, template_path, write_template
from riven.folder.write import codebook_text, rules_text, study_files, write_study

__all__ = [
    "apply_option",
    "codebook_path",
    "codebook_text",
    "read_study",
    "rules_text",
    "study_files",
    "template_names",
    "template_path",
    "write_study",
    "write_template",
]
