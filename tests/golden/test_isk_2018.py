"""The worked study: six rivals, two camps, every cell of both figures, and every cell back to its passages.

What is pinned here was read out of the article by hand. Where a cell is only possible, the reason stands beside it.
The tests marked `reference` need the article's text; all others work without it.
"""

import re
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from riven.evidence.anchor import Standing
from riven.evidence.trace import Bearing, trace
from riven.folder.read import read_study
from riven.folder.templates import template_path
from riven.folder.write import study_files
from riven.model.claim import Modality, Polarity
from riven.model.panel import CellState
from riven.pipeline.results import analyse_study, with_option, without_claims
from riven.pipeline.verify import verify_text

SOURCE = "jadoon-jahanbani-willis-2018"
YEARS = ("2014", "2015", "2016", "2017")
CAMPS = {
    "afghan-taliban": "opposed",
    "haqqani-network": "opposed",
    "let": "opposed",
    "jud": "opposed",
    "imu": "divided",
    "ttp": "divided",
}
RIVALS = tuple(CAMPS)

NONE = ("none_found", "")
WARNING = "st-mansour-warns st-taliban-collective-warning"
NEW_IMU = "st-new-imu-condemns st-new-imu-demotes-baghdadi st-new-imu-reaffirms st-new-imu-vocal"
KHORASANI = "st-khorasani-denies-defection st-khorasani-reaffirms"
ESSAY = "st-ttp-essay-condemns-is st-ttp-essay-disputes-caliphate st-ttp-essay-faults-baghdadi"
SAEED = "st-saeed-labels"
LETTER = "st-jud-letter-condemns st-jud-open-letter st-jud-rallies-condemn"
COMMANDERS = "de-hekmetullah de-khadim"
TTP_UNDATED = "de-ttp-factions de-ttp-fazlullah-led"

FIGURE_1 = {
    # The warning that Mansour published in 2015, in the name of the movement.
    "afghan-taliban": (NONE, ("reported", WARNING), NONE, NONE),
    # No text of its own; the movement's warning is inherited, and that is never more than possible.
    "haqqani-network": (NONE, ("possible", WARNING), NONE, NONE),
    # Two statements by the spokesman are dated; the leader's is not, and may fall in any year.
    "let": (
        ("possible", SAEED),
        ("reported", f"st-let-dismisses-links {SAEED}"),
        ("possible", SAEED),
        ("reported", f"st-let-condemns-2017 {SAEED}"),
    ),
    # The open letter of early 2016, and rallies told of in mid-2016.
    "jud": (NONE, NONE, ("reported", LETTER), NONE),
    # By June 2016, and after the fighting of November 2015: either year, and nothing decides between them.
    "imu": (NONE, ("possible", NEW_IMU), ("possible", NEW_IMU), NONE),
    # The denial lies between the oath of October 2014 and the news of Omar's death; the essay is of May 2015.
    "ttp": (("possible", KHORASANI), ("reported", f"{ESSAY} {KHORASANI}"), NONE, NONE),
}
FIGURE_2 = {
    # Fighters went over in 2015; when the two commanders did is not said.
    "afghan-taliban": (
        ("possible", COMMANDERS),
        ("reported", f"de-taliban-fighters-2015 {COMMANDERS}"),
        ("possible", COMMANDERS),
        ("possible", COMMANDERS),
    ),
    # Reports of 2016, and the date of the report is the one that counts.
    "haqqani-network": (NONE, NONE, ("reported", "de-haqqani-to-isk"), NONE),
    # Attempts to win its men are told of, but nobody who went.
    "let": (NONE, NONE, NONE, NONE),
    # Rumours, some time before the letter of early 2016.
    "jud": (("possible", "de-jud-rumours"), ("possible", "de-jud-rumours"), ("possible", "de-jud-rumours"), NONE),
    # Ghazi's faction, and fighters in Syria around the same time.
    "imu": (NONE, ("reported", "de-ghazi-faction de-imu-in-syria"), NONE, NONE),
    # The six who swore in October 2014; the others are undated.
    "ttp": (
        ("reported", f"de-six-ttp-leaders {TTP_UNDATED}"),
        ("possible", TTP_UNDATED),
        ("possible", TTP_UNDATED),
        ("possible", TTP_UNDATED),
    ),
}
CELLS = [
    pytest.param(measure, actor, year, *cell, id=f"{measure}-{actor}-{year}")
    for measure, figure in (("criticised", FIGURE_1), ("defected", FIGURE_2))
    for actor, row in figure.items()
    for year, cell in zip(YEARS, row, strict=True)
]

SPELLINGS = {
    "isk": "Islamic State Khorasan|ISK",
    "islamic-state": "Islamic State|ISIS|Daesh|Islamic State group",
    "islamic-state-jammu-kashmir": "Islamic State in Jammu and Kashmir",
    "afghan-taliban": "Afghan Taliban|Taliban|Quetta Shura",
    "haqqani-network": "Haqqani Network",
    "let": "Lashkar-e-Taiba|Laskar-e-Taiba|LeT|LET",
    "jud": "Jamaat-ud-Dawa|Jamat-ud-Dawa|JuD",
    "imu": "Islamic Movement of Uzbekistan|IMU",
    "ttp": "Tehrik-i-Taliban Pakistan|TTP|Fazullah-led TTP",
    "rasul-faction": "High Council of Afghanistan Islamic Emirate",
    "al-qaeda": "al-Qa`ida",
    "baghdadi": "Abu Bakr al-Baghdadi|al-Baghdadi",
    "adnani": "Abu Muhammad al-Adnani",
    "mullah-omar": "Mullah Omar|Mullah Umer",
    "mansour": "Akhtar Mohammad Mansour",
    "rasul": "Mullah Rasul",
    "sirajuddin-haqqani": "Sirajuddin Haqqani",
    "hafiz-saeed": "Hafiz Saeed",
    "mehmood-shah": "Mehmood Shah",
    "chohan": "Attiqur Rahman Chohan",
    "khadim": "Abdul Rauf Khadim",
    "hekmetullah": "Qari Hekmetullah",
    "ghazi": "Omar Ghazi|Ghazi",
    "samarkandi": "Abdul Haq Samarkandi",
    "barmi": "Abu Dher al-Barmi",
    "fazlullah": "Fazullah",
    "umer-khorasani": "Umer Khorasani",
    "shahidullah-shahid": "Shahidullah Shahid",
    "hakimullah-mehsud": "Hakimullah Mehsud",
    "maulvi-nazir": "Maulvi Nazir|Mullah Nazir",
    "bahawal-khan": "Bahawal Khan",
    "zawahiri": "al-Zawahiri",
    "shia": "Shi`a",
    "ahmadis": "Ahmedi communities",
    "deobandi-groups": "Deobandie groups",
    "indian-army": "Indian Army",
    "andsf": "Afghan National Defense and Security force",
}

SAEED_TOO = "st-let-dismisses-links st-let-condemns-2017 st-saeed-labels"
WITHDRAWALS = [
    pytest.param(WARNING, ("afghan-taliban", "haqqani-network"), id="the warning of 2015"),
    pytest.param("li-haqqani-component li-haqqani-collective", ("haqqani-network",), id="the network's standing"),
    pytest.param("de-haqqani-to-isk", ("haqqani-network",), id="the reports of 2016"),
    pytest.param(SAEED_TOO, ("let",), id="LeT's statements"),
    pytest.param("re-is-poaches-let-jud re-is-kashmir-call", ("let",), id="the attempts on LeT's men"),
    pytest.param(LETTER, ("jud",), id="JuD's letter and rallies"),
    pytest.param("re-is-poaches-let-jud de-jud-rumours", ("jud",), id="the attempts on JuD's men, and the rumours"),
    pytest.param(NEW_IMU, ("imu",), id="the new IMU's words"),
    pytest.param("li-new-imu-faction", ("imu",), id="the new IMU's place in IMU"),
    pytest.param(f"{KHORASANI} {ESSAY}", ("ttp",), id="TTP's denial and essay"),
]
NEGATIVES = (
    "st-haqqani-no-own-statement st-rasul-no-objection-elsewhere ti-let-not-al-qaeda ti-let-not-afghan-taliban "
    "ti-jud-not-al-qaeda ti-jud-not-afghan-taliban ti-imu-no-state-support go-afghan-taliban-no-caliphate "
    "go-let-no-caliphate go-taliban-no-interference ta-taliban-spare-sects ta-let-spares-sects"
)
DENIALS = "li-jud-front-denied ti-let-links-denied ti-jud-links-denied de-ttp-as-a-whole-denied"
FACTORS = ("turf", "poaching", "sectarian", "prior-loyalties", "state-support", "divided-leadership")
P, A, S, NOT_CODED = "present", "absent", "some-factions", ""
JUDGED = {
    "afghan-taliban": (P, P, P, P, P, A),
    "haqqani-network": (P, P, P, P, P, A),
    "let": (P, P, P, A, P, A),
    "jud": (P, P, NOT_CODED, A, NOT_CODED, A),
    "imu": (A, NOT_CODED, A, S, A, P),
    "ttp": (NOT_CODED, NOT_CODED, S, S, S, P),
}


@pytest.fixture(scope="module")
def study(repository):
    """The worked study as it is shipped."""
    return read_study(repository / "studies" / "isk-2018")


@pytest.fixture(scope="module")
def analysis(study):
    """What its claims amount to under its rules."""
    return analyse_study(study)


@pytest.fixture(scope="module")
def threads(study, analysis):
    """Every thread from a cell of either figure to a passage."""
    cells = [cell for panel in analysis.panels.values() for cell in panel.cells.values()]
    return trace(
        cells, findings=analysis.findings, claims=study.claims, passages=study.passages, family=analysis.carried
    )


def rivals_of(study):
    """The rivals the rules derive, in file order."""
    return tuple(verdict.actor for verdict in analyse_study(study).rivals if verdict.rival)


def camps_of(study):
    """The camp the rules put each rival into."""
    return {verdict.actor: verdict.camp for verdict in analyse_study(study).camps}


def states_of(analysis):
    """The state of every cell, by measure, actor and year."""
    return {
        (measure, *place): str(cell.state)
        for measure, panel in analysis.panels.items()
        for place, cell in panel.cells.items()
    }


def words_of(text):
    """Lower-case words, whatever apostrophes and dashes stand between them."""
    return re.findall(r"\w+", text.lower())


def test_the_rules_find_the_six_rivals(study):
    """Six groups have an affiliation to ISK and spoke against it; nobody else of their sort did."""
    assert RIVALS == rivals_of(study)


def test_the_rules_find_the_two_camps(study):
    """Four leaderships are opposed as a whole, two are divided."""
    assert CAMPS == camps_of(study)


def test_both_figures_have_a_row_for_every_rival_and_for_nobody_else(analysis):
    """Factions, states and persons have none, and no organisation is affiliated without being a rival."""
    rows = {name: {actor for _, actors in panel.groups for actor in actors} for name, panel in analysis.panels.items()}

    assert {"criticised": set(RIVALS), "defected": set(RIVALS)} == rows


@pytest.mark.parametrize(("measure", "actor", "year", "state", "claims"), CELLS)
def test_a_cell_is_what_the_article_bears_out(analysis, measure, actor, year, state, claims):
    """Every cell of both figures, with every claim that supports it."""
    cell = analysis.panels[measure].cells[actor, year]

    assert (state, sorted(claims.split())) == (str(cell.state), sorted(cell.claims))


def test_every_cell_says_why(analysis):
    """A cell names what it rests on, or how many documents were read for nothing."""
    for panel in analysis.panels.values():
        for cell in panel.cells.values():
            told = [support.finding for support in cell.support[:1]] or ["(1 document)"]
            assert all(part in cell.why for part in told)


def test_every_cell_with_evidence_walks_back_to_passages_of_the_article(study, analysis, threads):
    """From the cell to its findings, from these to claims, from these to passages, whose source is the article."""
    for measure, panel in analysis.panels.items():
        for (actor, year), cell in panel.cells.items():
            supporting = {t.passage for t in threads.back(measure, actor, year) if t.bearing is Bearing.SUPPORTS}
            assert bool(cell.support) == bool(supporting)
            assert {SOURCE} == {study.passages[passage].source for passage in supporting} or not supporting


def test_a_cell_also_walks_to_what_makes_the_islamic_state_count_as_isk(threads):
    """The warning was addressed to the parent; that it counts for the branch rests on a passage, too."""
    carrying = {t.claim for t in threads.back("criticised", "afghan-taliban", "2015") if t.bearing is Bearing.CARRIES}

    assert {"li-isk-branch"} == carrying


def test_the_haqqani_network_inherits_the_warning_by_a_recorded_path(analysis):
    """The path names the rule and the finding it walks along, and the network's own silence stands against it."""
    cell = analysis.panels["criticised"].cells["haqqani-network", "2015"]
    steps = [(step.actor, step.to, step.link, step.finding) for step in cell.support[0].path]

    assert [("afghan-taliban", "haqqani-network", "collective-statement", "haqqani-in-the-movement")] == steps
    assert ("f-st-haqqani-no-own-statement",) == cell.against


def test_undated_rumoured_and_inherited_evidence_never_makes_a_cell_reported(study, analysis):
    """Every finding under a reported cell that decides it is dated inside the year, stated as so, and not weakened."""
    for panel in analysis.panels.values():
        for cell in panel.cells.values():
            for support in (item for item in cell.support if item.state is CellState.REPORTED):
                finding = analysis.findings[support.finding]
                assert finding.dates
                assert finding.modality in {Modality.ASSERTED, Modality.REPORTED}
                assert not any(step.link == "collective-statement" for step in support.path)


def test_the_splinter_speaks_for_itself(study, analysis):
    """Rasul's words are under no cell of the Taliban, neither by default nor where splinters may count."""
    splinter = next(switch for switch in study.rules.switches if switch.id == "splinter")

    for outcome in (analysis, analyse_study(with_option(study, splinter.options[0]))):
        cells = [outcome.panels["criticised"].cells["afghan-taliban", year] for year in YEARS]
        assert not {claim for cell in cells for claim in cell.claims if claim.startswith("st-rasul")}


@pytest.mark.parametrize(("withdrawn", "lost"), WITHDRAWALS)
def test_withdrawing_the_deciding_claims_withdraws_the_rival(study, withdrawn, lost):
    """No rival is listed anywhere: take away what makes it one, and it is none."""
    expected = tuple(actor for actor in RIVALS if actor not in lost)

    assert expected == rivals_of(without_claims(study, withdrawn.split()))


def test_withdrawing_pledges_and_recognition_makes_divided_leaderships_opposed(study):
    """What divides IMU and TTP is that leaders of theirs publicly took ISK's side."""
    friendly = [name for name in study.claims if name.startswith("pl-")] + ["st-ghazi-recognises-baghdadi"]

    assert dict.fromkeys(RIVALS, "opposed") == camps_of(without_claims(study, friendly))


def test_withdrawing_the_branch_leaves_only_what_was_directed_at_isk_itself(study):
    """Most statements name the Islamic State: without the lineage they are about somebody else."""
    assert ("imu", "ttp") == rivals_of(without_claims(study, ["li-isk-branch"]))


def test_what_the_authors_list_and_judge_decides_nothing(study, analysis):
    """Their list of rivals and their factors are kept to compare with, and no result rests on them."""
    theirs = [name for name in study.claims if name.startswith(("ti-rival-", "fa-"))]
    without = without_claims(study, theirs)

    assert len(theirs) > len(RIVALS)
    assert CAMPS == camps_of(without)
    assert states_of(analysis) == states_of(analyse_study(without))


def test_without_a_recorded_search_an_empty_cell_is_not_searched(study, analysis):
    """Nobody may conclude from our silence that there was nothing; only a search that counts says none found."""
    searches = tuple(search for search in study.searches if not search.counts)
    blind = states_of(analyse_study(replace(study, searches=searches)))

    assert ["s-authors"] == [search.id for search in searches]
    assert {place for place, state in states_of(analysis).items() if state == "none_found"} == {
        place for place, state in blind.items() if state == "not_searched"
    }


def test_a_group_that_no_search_covers_is_not_searched(analysis):
    """The article reviews six groups; it says nothing of having looked into al-Qaeda's words."""
    verdict = next(held for held in analysis.rivals if held.actor == "al-qaeda")

    assert {CellState.NOT_SEARCHED} == {cell.state for cell in verdict.hostility}


def test_everything_the_text_states_is_coded(study):
    """Every kind of the codebook is in use, and there are well over 150 claims."""
    kinds = Counter(claim.kind for claim in study.claims.values())

    assert len(study.claims) > 300
    assert list(study.codebook.kinds) == list(kinds)
    assert all(number >= 5 for number in kinds.values())


def test_every_claim_has_a_passage_a_paraphrase_and_its_coder(study):
    """No claim without a place it rests on, its content in our own words, and the revision it was coded under."""
    for claim in study.claims.values():
        assert claim.passages
        assert claim.paraphrase
        assert ("riven-team", study.codebook.revision) == (claim.coder, claim.codebook_revision)


def test_every_passage_and_every_actor_is_used(study):
    """Nothing is listed that no claim needs."""
    passages = {passage for claim in study.claims.values() for passage in claim.passages}
    actors = {actor for claim in study.claims.values() for held in claim.roles.values() for actor in held}

    assert set(study.passages) == passages
    assert set(study.actors) == actors


def test_what_is_expected_never_stands_in_for_what_was_told(study, analysis):
    """A forecast is a finding of its own, so that it neither weakens nor borrows from a report."""
    for finding in analysis.findings.values():
        modalities = {study.claims[claim].modality for claim in finding.claims}
        assert modalities == {Modality.FORECAST} or Modality.FORECAST not in modalities


def test_explicit_negatives_and_denials_are_claims(study):
    """What the article says is not so, and what somebody disputes, is stored as such."""
    negated = {name for name, claim in study.claims.items() if claim.polarity is Polarity.NEGATED}
    denied = {name for name, claim in study.claims.items() if claim.modality is Modality.DENIED}

    assert set() == set(NEGATIVES.split()) - negated
    assert set(DENIALS.split()) == denied


def test_the_authors_judgements_on_the_incompatibilities_are_coded(study):
    """Present, absent or for some factions, as the authors put it; what they do not say is left out."""
    found = {(actor, factor): set() for actor in JUDGED for factor in FACTORS}
    for claim in study.claims.values():
        if claim.kind == "factor" and claim.roles["actor"][0] in JUDGED:
            found[claim.roles["actor"][0], claim.values["factor"][0]].update(claim.values["judgement"])

    assert JUDGED == {actor: tuple("".join(sorted(found[actor, f])) for f in FACTORS) for actor in JUDGED}


@pytest.mark.parametrize("actor", SPELLINGS)
def test_every_spelling_of_the_text_is_a_name(study, actor):
    """Also those that are slips: a corpus is searched for what sources write, not for what they should write."""
    names = {name.text for name in study.names if name.actor == actor}

    assert set() == set(SPELLINGS[actor].split("|")) - names


def test_nothing_quoted_is_longer_than_eight_words(study):
    """Excerpts and date phrases are the only words of the article in the study."""
    quoted = [passage.excerpt for passage in study.passages.values()]
    quoted += [held.phrase for claim in study.claims.values() for held in claim.dates.values()]

    assert max(len(words_of(text)) for text in quoted) <= 8


def test_the_study_is_shipped_in_canonical_form_without_the_text(study, repository):
    """Writing it again gives the same bytes, and the article is not among them."""
    folder = repository / "studies" / "isk-2018"

    assert not study.documents
    assert {name: (folder / name).read_text(encoding="utf-8") for name in study_files(study)} == study_files(study)


@pytest.mark.parametrize("name", ["codebook.toml", "rules.toml"])
def test_codebook_and_rules_are_those_of_the_template(repository, name):
    """The worked study needs nothing that a new study does not get."""
    own = repository / "studies" / "isk-2018" / name

    assert (template_path("armed-group-rivalry") / name).read_bytes() == own.read_bytes()


@pytest.mark.reference
def test_passages_are_spans_of_the_article_on_the_lines_they_name(study, article_path):
    """Hash, paragraph and excerpt of every passage fit the text, and no other place of it reads the same."""
    data = article_path.read_bytes()
    text = data.decode("utf-8")

    assert (sha256(data).hexdigest(), len(text)) == (study.sources[SOURCE].sha256, study.sources[SOURCE].characters)
    for passage in study.passages.values():
        span = text[passage.start : passage.end]
        assert passage.sha256 == sha256(span.encode()).hexdigest()
        assert passage.paragraph == text.count("\n", 0, passage.start) + 1
        assert words_of(passage.excerpt)
        assert passage.excerpt in span.replace("\u00a0", " ")
        assert text.count(span) == 1


@pytest.mark.reference
def test_names_and_date_phrases_are_words_of_the_article(study, article_path):
    """A spelling or a phrase that the text does not have would be ours."""
    text = article_path.read_text(encoding="utf-8")
    ours = [name.text for name in study.names]
    ours += [held.phrase for claim in study.claims.values() for held in claim.dates.values()]

    assert [] == [words for words in ours if words not in text]


@pytest.mark.reference
def test_every_passage_matches_the_article(study, article_path):
    """Verified against the text it was coded from, every passage stands where it stood."""
    verification = verify_text(study, SOURCE, article_path.read_bytes(), article_path.name)

    assert verification.same_text
    assert verification.is_clean


@pytest.mark.reference
def test_a_sentence_inserted_at_the_top_moves_every_passage(study, article_path):
    """Every passage is found again, and every one is reported to have moved by the same number of characters."""
    added = "A sentence that was not there before. "
    verification = verify_text(study, SOURCE, added.encode() + article_path.read_bytes(), "edited")

    assert {Standing.MOVED} == {check.standing for check in verification.checks}
    assert {len(added)} == {check.shift for check in verification.checks}


@pytest.mark.reference
@pytest.mark.parametrize("paragraph", [3, 38, 76, 96])
def test_deleting_a_paragraph_loses_exactly_its_passages(study, article_path, paragraph):
    """Those before it match, those after it move, and those in it are missing."""
    lines = article_path.read_text(encoding="utf-8").split("\n")
    edited = "\n".join(lines[: paragraph - 1] + lines[paragraph:])
    verification = verify_text(study, SOURCE, edited.encode(), "edited")
    missing = {check.passage for check in verification.checks if check.standing is Standing.MISSING}

    assert {p.id for p in study.passages.values() if p.paragraph == paragraph} == missing
    assert verification.count(Standing.MATCH) == sum(p.paragraph < paragraph for p in study.passages.values())


@pytest.mark.reference
def test_no_run_of_twelve_words_of_the_article_is_in_the_study(repository, article_path):
    """Paraphrases are our own words, in every file of the folder."""
    article = words_of(article_path.read_text(encoding="utf-8"))
    runs = {tuple(article[start : start + 12]) for start in range(len(article) - 11)}

    for path in sorted((repository / "studies" / "isk-2018").rglob("*")):
        ours = words_of(path.read_text(encoding="utf-8")) if path.suffix in {".csv", ".toml", ".json"} else []
        assert not runs & {tuple(ours[start : start + 12]) for start in range(len(ours) - 11)}
