"""The account: what holds for every text a person may write."""

import io

import docx as library
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from narrative_factory import shown
from riven.folder.account import edit_text, read_edits
from riven.folder.problems import Problems
from riven.model.account import CitationStyle, EditedText
from riven.model.source import Source
from riven.pipeline.narrative import fonts
from riven.report.blocks import Piece, Prose
from riven.report.narrative.citing import Place
from riven.report.narrative.csl import StyleCiter
from riven.report.narrative.document import Chapter, Document
from riven.report.narrative.docx import docx
from riven.report.narrative.html import html
from riven.report.narrative.items import to_item
from riven.report.narrative.markdown import markdown
from riven.report.narrative.pdf import pdf
from riven.report.narrative.sentences import Block, Sentence, free
from riven.report.narrative.subset import read_text, written_block

ANY = st.text(st.characters(codec=None), max_size=80)
FIELD = st.one_of(
    ANY, st.integers(), st.booleans(), st.none(), st.lists(ANY, max_size=2), st.dictionaries(ANY, ANY, max_size=2)
)
CSL = st.dictionaries(
    st.sampled_from(("type", "title", "author", "editor", "issued", "container-title", "publisher", "page", "volume")),
    st.one_of(
        FIELD,
        st.lists(
            st.dictionaries(st.sampled_from(("family", "given", "literal", "suffix")), FIELD, max_size=3), max_size=3
        ),
        st.fixed_dictionaries({"date-parts": st.lists(st.lists(FIELD, max_size=3), max_size=2)}),
    ),
)


def a_document(text):
    """Build a document that holds a text wherever one may stand."""
    piece = (Piece(text),)
    return Document(text, piece, (), (Chapter("one", text, (Prose(piece), Prose((Piece("The end."),)))),))


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_whatever_a_text_holds_every_form_is_made(text: str) -> None:
    """And ends as it should."""
    document = a_document(text)
    paragraphs = library.Document(io.BytesIO(docx(document))).paragraphs
    pages = pypdfium2.PdfDocument(pdf(document, fonts()))

    assert "The end.</p>" in html(document)
    assert markdown(document).endswith("\nThe end.\n")
    assert ("The end.", 5) == (paragraphs[-1].text, len(paragraphs))
    assert "The end." in pages[len(pages) - 1].get_textpage().get_text_range()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=60), min_size=1))
def test_a_generated_block_reads_back_as_its_words(texts: list[str]) -> None:
    """Blanks aside."""
    block = Block("a.said", "Said", tuple((Sentence((free(f"x{text}x"),)),) for text in texts))
    read = read_text(written_block(block), lambda _: (), lambda _: ())

    assert [" ".join(f"x{text}x".split()) for text in texts] == [
        " ".join(shown(each.line).split()) for each in read.blocks
    ]


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_no_text_of_a_researcher_fails(text: str) -> None:
    """Every letter of it shows, or was a mark."""
    read_text(text, lambda _: (), lambda _: ())


@settings(max_examples=150, deadline=None)
@given(CSL)
def test_whatever_a_source_holds_it_is_cited_and_listed(csl) -> None:
    """In brackets, with its locator, without a mark of ours."""
    citer = StyleCiter({"own": Source("own", csl)}, CitationStyle())
    cited = citer.cited([Place("own", "page", "24")])
    (reference,) = citer.references(["own"])

    assert cited.startswith("(")
    assert cited.endswith(", 24)")
    assert shown(reference.line).strip()
    assert not {"\ue001", "\ue002", "\ue003"} & {*cited, *shown(reference.line)}
    assert {"id", "type"} <= to_item("own", csl).keys()


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=30),
        st.from_regex("[0-9a-f]{12}", fullmatch=True),
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("C",), include_characters="\n"), max_size=80),
)
def test_a_text_is_read_as_it_was_written(tmp_path_factory, evidence, text) -> None:
    """Whatever its evidence is called."""
    folder = tmp_path_factory.mktemp("study")
    (folder / "account").mkdir()
    edit = EditedText("a.said", evidence, text.strip("\n"))
    (folder / "account" / "a.said.md").write_bytes(edit_text(edit).encode())
    problems = Problems()

    assert ({"a.said": edit}, 0) == (read_edits(folder, ["a.said"], problems), len(problems))
