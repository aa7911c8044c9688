"""The vocabulary of CSL-JSON 1.0.2: types of item, and variables by what they hold."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


TYPES = _words(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset",
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation",
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical",
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis",
    "treaty webpage",
)
NAMES = _words(
    "author chair collection-editor compiler composer container-author contributor curator director editor",
    "editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author",
    "performer producer recipient reviewed-author script-writer series-creator translator",
)
DATES = _words("accessed available-date event-date issued original-date submitted")
TEXTS = _words(
    "abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number",
    "citation-key citation-label citation-number collection-number collection-title container-title",
    "container-title-short dimensions division DOI edition event event-title event-place first-reference-note-number",
    "genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language locator medium note number",
    "number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first",
    "part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre",
    "reviewed-title scale section shortTitle source status supplement-number title title-short URL version volume",
    "volume-title volume-title-short year-suffix",
)
VARIABLES = NAMES | DATES | TEXTS | {"id", "type", "categories", "custom"}
NAME_PARTS = _words(
    "family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal parse-names"
)
DATE_PARTS = _words("date-parts season circa literal raw edtf")
