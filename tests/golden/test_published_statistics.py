"""Statistics against what was published: each test names the publication its numbers come from."""

import numpy as np
import pytest

from published import (
    CEBOTARI_VINK,
    CEBOTARI_VINK_CONDITIONS,
    FLOWERS,
    GAHUKU_ALLIES,
    GAHUKU_ENEMIES,
    KROOK,
    KROOK_CONDITIONS,
    LIPSET_CONDITIONS,
    LIPSET_CRISP,
    LIPSET_FUZZY,
    RETRACTION,
)
from riven.analysis.balance import Triads, to_signed_graph, triads, walk_balance
from riven.analysis.distance import Scale, Variable, gower
from riven.analysis.frustration import Effort, Method, frustration
from riven.analysis.inclusion import necessity
from riven.analysis.qca import analyse, models
from riven.analysis.scoring import score
from riven.analysis.survival import turnbull
from riven.analysis.truth_table import (
    Cutoffs,
    Output,
    Row,
    TruthTable,
    to_cases,
    truth_table,
    with_negated_outcome,
)


def written(solution):
    """Write models as sets of terms, so that no order matters."""
    return {frozenset(part.written for part in model.parts) for model in solution}


def terms(*lines):
    """Read models as the publications print them."""
    return {frozenset(line.split(" + ")) for line in lines}


def lipset(data):
    return to_cases(data, conditions=LIPSET_CONDITIONS, outcome="SURV")


def krook():
    rows = {
        f"{combination}-{number}": (*map(int, combination), outcome)
        for combination, n_cases, outcome in KROOK
        for number in range(n_cases)
    }
    return to_cases(rows, conditions=KROOK_CONDITIONS, outcome="WNP")


def test_lipset_survival_of_democracy_conservative_and_parsimonious() -> None:
    """Rihoux and De Meur (2009), Configurational Comparative Methods, p. 57 and following."""
    found = analyse(lipset(LIPSET_CRISP), Cutoffs(consistency=1.0))
    assert terms("DEV*~URB*LIT*STB + DEV*LIT*IND*STB") == written(found.conservative)
    assert terms("DEV*STB") == written(found.parsimonious)
    assert (17, 19, 25, 27, 29) == found.parsimonious[0].assumed


def test_lipset_breakdown_of_democracy_conservative_and_parsimonious() -> None:
    """Rihoux and De Meur (2009), same chapter: the outcome negated."""
    found = analyse(with_negated_outcome(lipset(LIPSET_CRISP)), Cutoffs(consistency=1.0))
    assert terms("~DEV*~URB*~IND + DEV*LIT*IND*~STB") == written(found.conservative)
    assert terms("~DEV + ~STB") == written(found.parsimonious)
    assert ((0.8, 0.3), (0.7, 0.2)) == tuple((part.fit.coverage, part.unique) for part in found.parsimonious[0].parts)


def test_lipset_necessary_conditions() -> None:
    """R package QCA 3.26, `superSubset(LC, "SURV")`: inclusion, relevance and coverage of necessity."""
    needs = {need.written: need.fit for need in analyse(lipset(LIPSET_CRISP), Cutoffs(consistency=1.0)).needs}
    found = {
        name: tuple(round(value, 3) for value in (fit.consistency, fit.relevance, fit.coverage))
        for name, fit in needs.items()
        if fit.consistency == 1.0
    }
    assert {"DEV": (1.0, 0.8, 0.8), "LIT": (1.0, 0.5, 0.615), "STB": (1.0, 0.7, 0.727)} == found


def test_lipset_fuzzy_rows() -> None:
    """Ragin (2009), same volume, pp. 112-115; full digits from R package QCA 3.25."""
    table = truth_table(lipset(LIPSET_FUZZY), Cutoffs(consistency=0.8))
    found = {row.number: (len(row.cases), row.consistency, row.pri, row.output) for row in table.rows}
    present, absent = Output.PRESENT, Output.ABSENT
    expected = {
        0: (3, 0.215976331361, 0.0, absent),
        1: (2, 0.278026905830, 0.0, absent),
        4: (2, 0.520900321543, 0.113095238095, absent),
        5: (1, 0.528571428571, 0.228070175439, absent),
        21: (2, 0.804270462633, 0.719387755102, present),
        22: (1, 0.378205128205, 0.039603960396, absent),
        23: (2, 0.708771929825, 0.634361233480, absent),
        30: (1, 0.445255474453, 0.05, absent),
        31: (4, 0.904205607477, 0.885793871866, present),
    }
    assert expected.keys() == found.keys()
    for number, (n_cases, consistency, pri, output) in expected.items():
        assert (n_cases, pytest.approx(consistency, abs=1e-11), pytest.approx(pri, abs=1e-11), output) == found[number]


def test_lipset_fuzzy_solutions_and_their_fit() -> None:
    """Ragin (2009), same volume; R package QCA, `minimize(ttLF)` with inclusion cut 0.7."""
    found = analyse(lipset(LIPSET_FUZZY), Cutoffs(consistency=0.7))
    assert terms("DEV*~URB*LIT*STB + DEV*LIT*IND*STB") == written(found.conservative)
    assert terms("DEV*STB") == written(found.parsimonious)
    parts = {part.written: rounded(part.fit, part.unique) for part in found.conservative[0].parts}
    assert {
        "DEV*~URB*LIT*STB": (0.809, 0.761, 0.433, 0.196),
        "DEV*LIT*IND*STB": (0.843, 0.821, 0.622, 0.385),
    } == parts
    assert (0.871, 0.851, 0.818) == rounded(found.conservative[0].fit)
    assert (0.869, 0.848, 0.824) == rounded(found.parsimonious[0].fit)


def rounded(fit, *more):
    return tuple(round(value, 3) for value in (fit.consistency, fit.pri, fit.coverage, *more))


def test_krook_conservative_model() -> None:
    """Krook (2010), Political Studies 58: five terms, each fully consistent."""
    (model,) = analyse(krook(), Cutoffs(consistency=1.0)).conservative
    expected = "~ES*~WS*WM*LP + ES*QU*~WS*WM + ES*QU*~WS*LP + ES*WS*~WM*~LP + ES*WS*WM*LP"
    assert terms(expected) == written([model])
    coverages = {part.written: (round(part.fit.coverage, 3), round(part.unique, 3)) for part in model.parts}
    assert (0.273, 0.091) == coverages["ES*QU*~WS*LP"] == coverages["ES*QU*~WS*WM"]
    assert (0.182, 0.182) == coverages["~ES*~WS*WM*LP"] == coverages["ES*WS*~WM*~LP"]
    assert (0.273, 0.273) == coverages["ES*WS*WM*LP"]


def test_krook_parsimonious_solution_is_ambiguous() -> None:
    """Krook (2010); Thiem and Dusa (2013), The R Journal 5(1): two models fit equally well."""
    found = analyse(krook(), Cutoffs(consistency=1.0))
    assert terms("WS + ES*WM + QU*LP + WM*LP", "WS + ES*WM + QU*LP + ~ES*LP") == written(found.parsimonious)
    assert [(1.0, 1.0)] * 2 == [(model.fit.consistency, model.fit.coverage) for model in found.parsimonious]
    assert any("2 parsimonious models fit equally well" in caution for caution in found.cautions)


def test_krook_necessity() -> None:
    """R package QCA, `pof` on the same data: inclusion, relevance and coverage of necessity."""
    cases = krook()
    found = {
        name: tuple(round(value, 3) for value in (fit.consistency, fit.relevance, fit.coverage))
        for name in cases.conditions
        if (fit := necessity(cases.column(name), cases.settled_outcomes()))
    }
    assert {
        "ES": (0.818, 0.692, 0.692),
        "QU": (0.727, 0.429, 0.5),
        "WS": (0.455, 1.0, 1.0),
        "WM": (0.727, 0.571, 0.571),
        "LP": (0.727, 0.929, 0.889),
    } == found


def cebotari_vink():
    rows = (
        Row(
            number=int(combination, 2),
            output=Output.PRESENT if consistency >= 0.8 else Output.ABSENT,
            cases=tuple(f"{combination}-{number}" for number in range(n_cases)),
            deviant=(),
            consistency=consistency,
            pri=pri,
        )
        for combination, n_cases, consistency, pri in CEBOTARI_VINK
    )
    return TruthTable(CEBOTARI_VINK_CONDITIONS, "PROTEST", tuple(rows))


def as_terms(found):
    return {frozenset(term.written(CEBOTARI_VINK_CONDITIONS) for term in model) for model in found}


def test_cebotari_and_vink_conservative_model() -> None:
    """Cebotari and Vink (2013), cutoff 0.8: five terms, from their published truth table."""
    expected = (
        "DEMOC*ETHFRACT*GEOCON + ETHFRACT*GEOCON*POLDIS + DEMOC*ETHFRACT*POLDIS*~NATPRIDE"
        " + DEMOC*GEOCON*POLDIS*NATPRIDE + ~DEMOC*~ETHFRACT*GEOCON*~POLDIS*~NATPRIDE"
    )
    assert terms(expected) == as_terms(models(cebotari_vink(), free=()))


def test_cebotari_and_vink_parsimonious_solution_has_four_models() -> None:
    """Cebotari and Vink (2013), cutoff 0.8: four models fit equally well, from their published truth table."""
    table = cebotari_vink()
    shared = "~NATPRIDE + DEMOC*GEOCON*POLDIS"
    assert terms(
        f"{shared} + ~DEMOC*ETHFRACT*POLDIS + DEMOC*ETHFRACT*GEOCON",
        f"{shared} + ~DEMOC*ETHFRACT*POLDIS + DEMOC*ETHFRACT*~POLDIS",
        f"{shared} + DEMOC*ETHFRACT*GEOCON + ETHFRACT*GEOCON*POLDIS",
        f"{shared} + DEMOC*ETHFRACT*~POLDIS + ETHFRACT*GEOCON*POLDIS",
    ) == as_terms(models(table, free=table.remainders))


def test_distances_of_the_flowers() -> None:
    """Struyf, Hubert and Rousseeuw (1996), J. Stat. Software 1(4); R 4.2, `daisy(flower, type = list(asymm = 3))`."""
    binary, nominal, ordinal, interval = Scale.SYMMETRIC, Scale.NOMINAL, Scale.ORDINAL, Scale.INTERVAL
    scales = (binary, binary, Scale.ASYMMETRIC, nominal, ordinal, ordinal, interval, interval)
    variables = [
        Variable(f"V{place}", scale, values, levels=tuple(range(1, 19)) if scale is ordinal else ())
        for place, (scale, values) in enumerate(zip(scales, zip(*FLOWERS, strict=True), strict=True), 1)
    ]
    found = gower(variables).total
    assert pytest.approx([0.8875408496732027, 0.5272467320261438], abs=1e-15) == [found[0, 1], found[0, 2]]
    assert pytest.approx(0.5097615462306927, abs=1e-15) == found[np.tril_indices(18, -1)].mean()


def gahuku_gama():
    ties = [(str(one), str(other), 1) for one, other in GAHUKU_ALLIES]
    ties += [(str(one), str(other), -1) for one, other in GAHUKU_ENEMIES]
    return to_signed_graph(map(str, range(1, 17)), ties)


def test_gahuku_gama_triads_and_walks() -> None:
    """Read (1954); values of R package signnet (Schoch 2023, Journal of Open Source Software 8:4987)."""
    graph = gahuku_gama()
    assert (58, 29) == (len(graph.ties), sum(sign < 0 for sign in graph.ties.values()))
    counts = triads(graph)
    assert Triads(all_friends=19, common_friend=2, common_enemy=40, all_enemies=7) == counts
    assert (68, 0.8676471) == (counts.total, round(counts.balanced, 7))
    assert 0.3575761 == round(walk_balance(graph), 7)


@pytest.mark.parametrize(
    ("effort", "method"),
    [(Effort(), Method.ENUMERATION), (Effort(enumerated=0), Method.MAXSAT)],
    ids=["every partition", "MaxSAT"],
)
def test_gahuku_gama_frustration(effort, method) -> None:
    """Read (1954); line index 7 of 58 ties, as in Aref and Wilson (2018), Journal of Complex Networks 6."""
    found = frustration(gahuku_gama(), effort=effort)
    assert (7, True, method) == (found.upper, found.is_exact, found.method)
    assert 0.7586207 == round(found.normalised, 7)


def test_gahuku_gama_in_three_camps() -> None:
    """Doreian and Mrvar (1996), Social Networks 18: two ties remain, and fewer are impossible."""
    found = frustration(gahuku_gama(), camps=3)
    assert (2, 2) == (found.upper, found.lower)


def test_brier_score_and_its_decomposition() -> None:
    """Brier (1950) and Murphy (1973): two sets of forecasts worked by hand."""
    assert 0.0375 == score([(0.1, 0), (0.9, 1), (0.8, 1), (0.3, 0)]).brier
    found = score(list(zip((0.1, 0.1, 0.5, 0.5, 0.9, 0.9, 0.9), (0, 0, 1, 0, 1, 1, 0), strict=True)))
    parts = (found.brier, found.reliability, found.resolution, found.uncertainty)
    assert (0.192857, 0.026190, 0.078231, 0.244898) == tuple(round(part, 6) for part in parts)


def test_time_to_breast_retraction() -> None:
    """Finkelstein and Wolfe (1985), radiotherapy alone; R package interval (Fay and Shaw 2010) prints these masses.

    R's `survfit(Surv(l, r, type = "interval2") ~ 1)` gives the same curve: .954 .920 .832 .761 .668 .586 .466 0.
    """
    closed = [(last_without + 1, first_with) for last_without, first_with in RETRACTION]
    found = [mass for mass in turnbull(closed).masses if mass.probability > 1e-6]
    left_open = [(mass.first - 1, mass.last, round(mass.probability, 4)) for mass in found]
    assert [
        (4, 5, 0.0463),
        (6, 7, 0.0334),
        (7, 8, 0.0887),
        (11, 12, 0.0708),
        (24, 25, 0.0926),
        (33, 34, 0.0818),
        (38, 40, 0.1209),
        (46, 48, 0.4656),
    ] == left_open
    assert [0.954, 0.920, 0.832, 0.761, 0.668, 0.586, 0.466, 0.0] == [round(mass.surviving, 3) for mass in found]
