"""The vocabulary of CSL-JSON."""

from riven.folder import csl_terms


def test_a_variable_holds_names_or_a_date_or_a_text() -> None:
    """Never two of them."""
    sorts = [csl_terms.NAMES, csl_terms.DATES, csl_terms.TEXTS, {"id", "type", "categories", "custom"}]

    assert len(csl_terms.VARIABLES) == sum(len(sort) for sort in sorts)


def test_what_citations_are_made_of_is_there() -> None:
    """The parts every reference manager writes."""
    assert {"author", "issued", "title", "container-title", "publisher", "URL", "DOI", "note"} <= csl_terms.VARIABLES
    assert {"report", "article-newspaper", "article-journal", "webpage", "book", "chapter"} <= csl_terms.TYPES
    assert {"family", "given", "literal"} <= csl_terms.NAME_PARTS
    assert {"date-parts", "literal", "circa"} <= csl_terms.DATE_PARTS
