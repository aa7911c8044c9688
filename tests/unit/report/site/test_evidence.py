"""Evidence as scripts: one value a group, in characters nothing takes for code."""

import json

from riven.report.site.evidence import called, evidence_scripts
from riven.report.site.setting import Setting
from site_desk import a_desk, flips_of


def scripts_of(**changes):
    """Write the evidence of the drawn-up report, by path, as values."""
    desk = a_desk(**changes)
    held = evidence_scripts(desk, flips_of(desk), Setting(desk.addresses, "Valley", ()))
    return {path: json.loads(text.decode().removeprefix("riven.evidence(").removesuffix(");\n")) for path, text in held}


def test_every_cell_and_judgement_of_a_group_is_in_its_script():
    """Under the id its address ends in."""
    items = scripts_of()["evidence/council.js"]["items"]
    assert {"cell/council/2015/criticised", "cell/council/2017/defected", "factor/council/turf", "tie/council"} <= set(
        items
    )


def test_every_finding_a_cell_leaves_room_for_is_there_once():
    """Nothing opens empty."""
    held = scripts_of()["evidence/council.js"]
    assert {"finding/f-1", "finding/f-3"} == set(held["findings"])


def test_an_actor_with_nothing_to_open_has_no_script():
    """No empty file."""
    assert "evidence/bystanders.js" not in scripts_of()


def test_a_value_is_written_so_that_it_ends_no_script_and_no_line():
    """Whatever texts hold."""
    text = called("evidence", "</script>\u2028\u2029\ud800").decode()
    assert text.startswith('riven.evidence("<\\/script>\\u2028\\u2029')
    assert 1 == text.count("\n")
