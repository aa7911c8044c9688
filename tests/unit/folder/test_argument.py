"""The part of rules.toml that argues beyond the figures."""

from pathlib import Path

import pytest

from folder_factory import write_tiny
from riven.errors import StudyFolderError
from riven.folder import read_study
from riven.folder.templates import template_path
from riven.folder.write import rules_text
from riven.model.argument import Argument, Event, Judgement


def test_a_study_without_an_argument_has_an_empty_one(tmp_path: Path) -> None:
    """Factors, ties and the rest may all be missing."""
    assert Argument() == read_study(write_tiny(tmp_path / "study")).rules.argument


def test_the_argument_of_the_template_is_read_whole() -> None:
    """Five factors, three profiles, ten ties, a lineage and a question to configurations."""
    argument = read_study(template_path("armed-group-rivalry")).rules.argument

    assert ["turf", "poaching", "sectarian", "prior-loyalties", "state-support"] == list(argument.factors)
    assert ["goals", "targets", "scope"] == list(argument.profiles)
    assert 10 == len(argument.ties)
    assert Event.SPLIT is argument.lineage.means["split-from"]
    stated = argument.factors["turf"].stated
    assert Judgement.SOME_FACTIONS is stated.means["some-factions"]


def test_the_argument_is_written_as_it_was_read() -> None:
    """Reading and writing again gives the same bytes."""
    path = template_path("armed-group-rivalry")

    assert (path / "rules.toml").read_text(encoding="utf-8") == rules_text(read_study(path).rules)


def test_parts_of_the_account_are_called_as_the_study_likes(tmp_path: Path) -> None:
    """What is not named keeps its usual title; it is written as it was read."""
    folder = write_tiny(tmp_path / "study")
    rules = folder / "rules.toml"
    named = '\n[account]\nwhy = "Why they quarrel with {focal}"\ncamps = ["opposed"]\n'
    rules.write_text(rules.read_text() + named)
    study = read_study(folder)
    account = study.rules.argument.account

    assert ("Why they quarrel with {focal}", "Who left", ("opposed",)) == (account.why, account.left, account.camps)
    rules.write_text(rules_text(study.rules))
    assert named in rules.read_text()
    assert study.rules == read_study(folder).rules


TURF = """
[[factor]]
id = "turf"
label = "Turf"
sentence = "Turf."
[[factor.present]]
any = ["SELECTOR"]
"""
RESOLVED = """
[[resolution]]
finding = "letter"
role = "made"
date = "2015"
reason = "R."
"""
BROKEN = {
    "an account of an unknown camp": ('\n[account]\ncamps = ["nobody"]\n', "unknown camp 'nobody'"),
    "an account of an unknown part": ('\n[account]\nsayd = "Said"\n', "unknown key 'sayd'"),
    "a title with an unknown placeholder": ('\n[account]\nwhy = "{who}"\n', "unknown placeholder '{who}'"),
    "a factor of an unknown selector": (TURF.replace("SELECTOR", "nothing"), "unknown selector 'nothing'"),
    "a factor without a condition": (TURF[: TURF.index("[[factor.present")], "missing key 'present'"),
    "a tie without a network": (
        '\n[[tie]]\nid = "t"\nlabel = "T"\nsentence = "T."\nkind = "statement"\n'
        'start = ["speaker"]\nto = ["target"]\nsign = -1\n',
        "no [network]",
    ),
    "a tie without a sign": (
        '\n[network]\nsentence = "N."\n[[tie]]\nid = "t"\nlabel = "T"\nsentence = "T."\nkind = "statement"\n'
        'start = ["speaker"]\nto = ["target"]\n',
        "needs a sign",
    ),
    "a profile of an unknown variable": (
        '\n[[profile]]\nid = "p"\nlabel = "P"\nsentence = "P."\nkind = "statement"\nrow = ["speaker"]\n'
        'variable = "akt"\nscale = "set"\n',
        "unknown variable 'akt'",
    ),
    "a lineage with an unknown word": (
        '\n[lineage]\nsentence = "L."\nkind = "statement"\nchild = "speaker"\nparent = "target"\nvariable = "act"\n'
        'means = { warn = "spilt" }\n',
        "'spilt'",
    ),
    "a configuration of an unknown camp": (
        '\n[[configuration]]\nid = "c"\nsentence = "C."\ncamp = "nowhere"\nconditions = ["turf"]\n',
        "unknown camp 'nowhere'",
    ),
    "a resolution without a date riven can read": (
        '\n[[resolution]]\nfinding = "f-1"\nrole = "made"\ndate = "spring"\nreason = "R."\n',
        "'spring' is not a date",
    ),
    "a resolution of a date that is resolved already": (
        RESOLVED + RESOLVED,
        "the date of 'letter' is already resolved above",
    ),
    "a resolution of what cannot be a finding": (
        RESOLVED.replace('"letter"', '"The Letter"'),
        "'The Letter' is not the id",
    ),
    "a resolution of a date there is not": (RESOLVED.replace('"made"', '"meant"'), "unknown role 'meant'"),
    "a factor that shares actors of an unknown part": (
        TURF.replace("SELECTOR", "criticism").replace('"Turf."\n[[', '"Turf."\nshared = { presence = ["target"] }\n[['),
        "unknown part 'presence'",
    ),
    "a factor that shares actors with nobody": (
        TURF.replace("SELECTOR", "criticism").replace('"Turf."\n[[', '"Turf."\nshared = { focal = ["to"] }\n[[')
        + '[[factor.focal]]\nany = ["defection"]\n',
        "no role of 'present' is named",
    ),
    "a factor that shares actors of an unknown role": (
        TURF.replace("SELECTOR", "criticism").replace('"Turf."\n[[', '"Turf."\nshared = { present = ["to"] }\n[['),
        "unknown role 'to'",
    ),
    "a judgement that stands for nothing there is": (
        TURF.replace("SELECTOR", "criticism")
        + '[factor.stated]\nselector = "criticism"\nvariable = "act"\nmeans = { warn = "present" }\n',
        "unknown category of 'act' 'warn'",
    ),
    "a judgement that stands for nothing at all": (
        TURF.replace("SELECTOR", "criticism") + '[factor.stated]\nselector = "criticism"\nvariable = "act"\n',
        "missing key 'means'",
    ),
    "a factor whose name is broken": (
        TURF.replace("SELECTOR", "criticism").replace('"turf"', '"The Turf"'),
        "cannot serve",
    ),
    "a network along a link that passes only some findings": (
        '\n[[link]]\nid = "some"\nsentence = "S."\nkind = "tie"\nstart = "actor"\nto = "partner"\n'
        'only = { act = ["condemn"] }\n[network]\nsentence = "N."\nattribution = ["some"]\n',
        "link 'some' passes only some findings",
    ),
    "a tie whose sign is that of categories without one": (
        '\n[network]\nsentence = "N."\n[[tie]]\nid = "t"\nlabel = "T"\nsentence = "T."\nkind = "tie"\n'
        'start = ["actor"]\nto = ["partner"]\nsign_of = "type"\n',
        "'host', 'leadership' of 'type' without a sign would be no tie",
    ),
    "a tie of an unknown level": (
        '\n[network]\nsentence = "N."\nlevels = ["words"]\n[[tie]]\nid = "t"\nlabel = "T"\nsentence = "T."\n'
        'kind = "statement"\nstart = ["speaker"]\nto = ["target"]\nsign = -1\nlevel = "wards"\n',
        "Did you mean 'words'?",
    ),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_broken_argument_says_where_and_what(case: str, tmp_path: Path) -> None:
    """Every entry is checked against the codebook and the entries it names, with its line."""
    folder = write_tiny(tmp_path / "study")
    text, gist = BROKEN[case]
    with (folder / "rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(text)

    with pytest.raises(StudyFolderError) as caught:
        read_study(folder)

    assert gist in str(caught.value)
    assert all(problem.path == "rules.toml" and problem.line for problem in caught.value.problems)
