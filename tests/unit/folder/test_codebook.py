"""codebook.toml."""

import pytest

from folder_factory import CODEBOOK, a_table, told
from riven.folder.canonical import toml_text
from riven.folder.codebook import BACK, FRONT, RESERVED, codebook_document, read_codebook
from riven.model.codebook import DateRole, ValueType


def read(text):
    """Read a codebook: the draft, and what is wrong with it."""
    root = a_table(text, "codebook.toml")
    return read_codebook(root), told(root.tree.problems)


def without(*parts):
    """Take lines out of the codebook."""
    text = CODEBOOK
    for part in parts:
        assert part in text
        text = text.replace(part, "", 1)
    return text


def test_a_codebook_holds_kinds_and_variables_in_order() -> None:
    """Each with its roles, categories and what a coder reads."""
    draft, problems = read(CODEBOOK)
    book = draft.codebook

    assert [] == problems
    assert ["statement", "defection", "tie"] == list(book.kinds)
    assert ["act", "remark", "count", "type", "cooperation"] == list(book.variables)
    assert ["from", "to"] == [role.id for role in book.kinds["defection"].roles]
    assert [("condemn", -1), ("endorse", 1)] == [(c.id, c.sign) for c in book.variables["act"].categories]
    assert ("The Brigade condemns the Covenant.",) == book.kinds["statement"].entry.positive


def test_what_a_codebook_does_not_say_is_the_usual() -> None:
    """A role is optional and single, a variable is a scored category, a kind is an act that happened."""
    draft, _ = read(without('dates = ["happened"]\n', 'type = "category"\nidentifies = true\n'))
    kind, variable = draft.codebook.kinds["defection"], draft.codebook.variables["act"]
    role = draft.codebook.kinds["statement"].roles[0]

    assert ((DateRole.HAPPENED,), False, ()) == (kind.dates, kind.lasting, kind.required)
    assert (ValueType.CATEGORY, True, False) == (variable.type, variable.scored, variable.identifies)
    assert (False, (), True) == (role.many, role.actors, role.identifies)
    assert not read(without("required = true\n"))[0].codebook.kinds["statement"].roles[0].required


def test_a_whole_codebook_can_be_relied_on() -> None:
    """Every kind and variable is as its author meant it."""
    draft, _ = read(CODEBOOK)

    assert draft.whole
    assert set(draft.codebook.kinds) == draft.kinds
    assert set(draft.codebook.variables) == draft.variables


def test_a_broken_variable_leaves_the_kinds_that_use_it_in_doubt() -> None:
    """And no others; all names are known."""
    draft, problems = read(CODEBOOK.replace("sign = -1", "sign = -2"))

    assert 1 == len(problems)
    assert {"defection", "tie"} == draft.kinds
    assert {"remark", "count", "type", "cooperation"} == draft.variables
    assert draft.whole


def test_a_kind_whose_name_is_broken_leaves_the_names_in_doubt() -> None:
    """Nothing can be called unknown any more."""
    draft, problems = read(CODEBOOK.replace('id = "tie"', 'id = "The Tie"'))

    assert 1 == len(problems)
    assert not draft.whole
    assert {"statement", "defection"} == draft.kinds


def test_a_misspelt_table_leaves_the_names_in_doubt() -> None:
    """Its kinds may be meant."""
    draft, problems = read(CODEBOOK + "\n[[knid]]\n")

    assert 1 == len(problems)
    assert not draft.whole


def test_a_codebook_without_a_head_is_none() -> None:
    """One problem is enough."""
    draft, problems = read(without('[codebook]\nid = "tiny"\ntitle = "A tiny codebook"\nrevision = "1"\n'))

    assert draft is None
    assert ["codebook.toml  missing key 'codebook'  Expected a table [codebook]."] == problems


@pytest.mark.parametrize("column", [*FRONT, *BACK, "happened", "made_basis", "reported_phrase"])
def test_roles_and_variables_are_not_named_like_columns_of_every_sheet(column: str) -> None:
    """Each column has one meaning."""
    assert column in RESERVED
    _, problems = read(CODEBOOK.replace('id = "remark"', f'id = "{column}"').replace('"remark"]', f'"{column}"]'))
    assert any("is a column of every sheet" in problem for problem in problems)
    _, problems = read(CODEBOOK.replace('id = "partner"', f'id = "{column}"'))
    assert any("is a column of every sheet" in problem for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'type = "text"',
            'type = "set"',
            "variable 'remark' has no categories  Expected at least one [[variable.category]].",
        ),
        ('type = "set"', 'type = "text"', "a variable of type text has categories"),
        ('id = "endorse"', 'id = "condemn"', "category 'condemn' is already declared above"),
        ('id = "to"', 'id = "from"', "role 'from' is already declared above"),
        ('id = "to"', 'id = "count"', "'count' is a variable of this kind"),
        ('variables = ["count"]', 'variables = ["cuont"]', "unknown variable 'cuont'"),
        ('required = ["act"]', 'required = ["count"]', "unknown variable of kind 'statement' 'count'"),
        ("sign = -1", "sign = 2", "'sign' is the number 2"),
    ],
)
def test_a_mistake_in_a_codebook_is_told(old: str, new: str, problem: str) -> None:
    """With what would be right."""
    assert old in CODEBOOK
    assert any(problem in found for found in read(CODEBOOK.replace(old, new, 1))[1])


def test_a_codebook_is_written_as_it_was_read() -> None:
    """What equals its default is left out."""
    draft, _ = read(CODEBOOK)
    text = toml_text(codebook_document(draft.codebook))

    assert CODEBOOK == text
    assert draft.codebook == read(text)[0].codebook


def test_everything_a_codebook_can_say_is_written() -> None:
    """Nothing is lost on the way."""
    text = CODEBOOK.replace('revision = "1"\n', 'revision = "1"\ndescription = "For tests."\n')
    text = text.replace(
        'rule = "Says that it is wrong."\n', 'rule = "Wrong."\nsign = 0\nnegative = ["x"]\nborderline = ["y"]\n'
    )
    text = text.replace("sign = 0\n", "").replace("sign = -1", "sign = 0").replace('"set"\n', '"set"\nscored = false\n')
    draft, problems = read(text)

    assert [] == problems
    assert draft.codebook == read(toml_text(codebook_document(draft.codebook)))[0].codebook
