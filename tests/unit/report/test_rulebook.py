"""Tests of `riven.report.rulebook`."""

import dataclasses

from report_argument import an_arguing_content
from report_factory import a_content
from riven.model.rule import Independence, Undated
from riven.report.rulebook import filled, rules_in_words, searches_in_words, switches_in_words


def test_focal_actor_and_window_are_filled_in_and_other_braces_stay():
    """Rules name neither themselves."""
    assert "The Newcomers in 2014–2017 {x}" == filled("{focal} in {window} {x}", a_content())


def test_an_unknown_focal_actor_goes_by_its_identifier():
    """A title is never empty."""
    assert "newcomers" == filled("{focal}", a_content(actors={}))


def test_every_rule_in_force_is_put_in_words():
    """Rival, camps, measures, selectors, links, rollup and conventions."""
    views = {view.id: view for view in rules_in_words(a_content())}
    wanted = {"valley-rules", "rival", "divided", "opposed", "criticised", "criticism", "collective-statement", "plain"}
    assert wanted | {"undated", "independence", "coders", "publication-bound"} <= set(views)
    assert "A public statement against The Newcomers." == views["criticism"].sentence
    assert "figure: Years in which leaders criticised The Newcomers, 2014–2017" == views["criticised"].about


def test_conventions_follow_the_rules():
    """The other choices read differently."""
    rules = dataclasses.replace(
        a_content().rules, undated=Undated.IGNORED, independence=Independence.OUTLET, publication_bound=False
    )
    views = {view.id: view.sentence for view in rules_in_words(a_content(rules=rules))}
    assert "An act without a date fills no cell." == views["undated"]
    assert "Everything from one outlet counts as one source." == views["independence"]
    assert "publication-bound" not in views


def test_links_nobody_uses_are_left_out():
    """Only rules in force are listed."""
    rules = a_content().rules
    measures = {id_: dataclasses.replace(measure, attribution=()) for id_, measure in rules.measures.items()}
    views = rules_in_words(a_content(rules=dataclasses.replace(rules, measures=measures)))
    assert "collective-statement" not in {view.id for view in views}


def test_rules_of_what_is_argued_are_listed_with_the_links_they_use():
    """Factors, respects, ties, network, lineage and questions, each with what it is about."""
    content = an_arguing_content()
    rules = content.rules
    none = {id_: dataclasses.replace(measure, attribution=()) for id_, measure in rules.measures.items()}
    linked = dataclasses.replace(
        rules.argument, network=dataclasses.replace(rules.argument.network, attribution=("collective-statement",))
    )
    held = dataclasses.replace(content, rules=dataclasses.replace(rules, measures=none, argument=linked))
    views = {view.id: view.about for view in rules_in_words(held)}
    assert "what counts for whom" == views["collective-statement"]
    assert {
        "turf": "factor: Turf",
        "kin": "factor: Older kin",
        "goals": "compared: Goals",
        "words": "tie: Words",
        "bond": "tie: Bond",
        "network": "ties in time",
        "lineage": "where groups come from",
        "split": "question",
    }.items() <= views.items()


def test_switches_show_what_is_done_and_what_could_be():
    """A decision with its alternatives."""
    view = switches_in_words(a_content())[0]
    assert ("Does a denial count?", "Yes.", (("no", "A denial is not criticism."),)) == (
        view.question,
        view.chosen,
        view.options,
    )


def test_searches_say_whom_what_when_and_how_much():
    """Effort in plain words."""
    first, second = searches_in_words(a_content())
    assert ("every actor", "Statement", "40", "reported by the source itself", "yes") == (
        first.about,
        first.kinds,
        first.documents,
        first.coder,
        first.counts,
    )
    assert ("Council of the Valley", "every kind", "not counted", "Ada", "no") == (
        second.about,
        second.kinds,
        second.documents,
        second.coder,
        second.counts,
    )
