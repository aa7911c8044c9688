"""Small invented studies of every shape, made from a source of random numbers, for tests of what holds in all."""

from factories import a_claim, a_measure, a_search, a_selector, a_source, an_actor, some_actors, some_inputs, some_rules
from riven.dates import Step
from riven.model.claim import Modality, Polarity, Verdict
from riven.model.rule import Independence, Rows, Undated

STEPS = (Step.YEAR, Step.YEAR, Step.QUARTER, Step.MONTH)
GROUPS = ["hill", "hill", "hill", "moor", "moor", "chief", "delta"]
TARGETS = ["river", "river", "river", "river", "delta", "moor", "river+hill"]
DATES = ["2015", "2015", "2015", "2015-06", "2015-06", "2015~", "", "2014/2015", "2015-02/2015-05", "[2014,2016]"]
DATES += ["{2014,2016-03}", "{2014,2015,2016}", "[2015-01,2015-03]", "../2015-06", "2016/..", "2013/2019", "2015-24"]
MODALITIES = [*[Modality.ASSERTED] * 5, Modality.REPORTED, Modality.BELIEVED, Modality.RUMOURED, Modality.DENIED]
POLARITIES = [*[Polarity.AFFIRMED] * 4, Polarity.NEGATED]
LINKS = ["leader-of-group", "part-of-group", "splinter-of-group", "crowd-of-group"]
SELECTORS = [
    a_selector("unfriendly", "speech", "for who", "at", without={"tone": ("praise",)}),
    a_selector("unheard", "speech", "who", "at", where={"heard": ("no",)}, polarity=Polarity.NEGATED),
    a_selector("denial", "speech", "who for", "at", modalities=(Modality.DENIED, Modality.ASSERTED)),
    a_selector("elsewhere", "bond", "other", apart=("one",)),
    a_selector("no-bond", "bond", "one", "other", polarity=Polarity.NEGATED),
]
NAMES = ["scolding", "praise", "moving", "bonding", *(selector.id for selector in SELECTORS)]
SPANS = ["2014", "2015", "2014/2015", "{2014,2016}", "[2015,2016]", "2015-03/2017", "../2015-11-30", "2016/.."]
SOURCES = (
    a_source("s1", issued="2015-06"),
    a_source("s2", issued="2016"),
    a_source("s3"),
    a_source("copy", copy_of="s1", outlet="Daily"),
    a_source("s4", issued="2017-02-03", outlet="Daily"),
)
DATE_ROLES = {"speech": ["published", "published", "made"], "move": ["happened", "reported"]}
ROLES = {"speech": ["who={0} at={2}", "who={0} at={2}", "who={1} for={0} at={2}"], "move": ["from={0} to={2}"]}
ROLES |= {"bond": ["one={0} other={1}", "one={0} other={2}"], "kin": ["child={0} parent={1}", "child={2} parent={0}"]}
VALUES = {"speech": [*["tone=scold heard=yes"] * 4, "tone=praise heard=yes", "tone=warn heard=no", "tone=scold"]}
VALUES |= {"move": ["rank=recruits", "rank=recruits", "rank=chiefs"], "bond": ["sort=leads", "sort=leads", ""]}
VALUES |= {
    "kin": ["sort=branch-of", "sort=part-of", "sort=part-of", "sort=splinter-of", "sort=name-of", "sort=wing-of"]
}


def a_random_claim(rng, number, earlier):
    """Build a claim of any kind, by any coder, on any source."""
    kind = rng.choice(["speech", "speech", "speech", "speech", "move", "bond", "kin", "kin"])
    roles = rng.choice(ROLES[kind]).format(rng.choice(GROUPS), rng.choice(GROUPS), rng.choice(TARGETS))
    values = rng.choice(VALUES[kind]) + rng.choice(["", " by=crowd", " by=chief+crowd"]) * (kind == "speech")
    date = rng.choice(DATES)
    given = {
        "source": rng.choice(["s1", "s2", "s3", "s4", "copy", "s1 s2", "s3 s4"]),
        "coder": rng.choice(["ann", "ann", "ann", "bob", "bob", "bot"]),
        "modality": rng.choice(MODALITIES),
        "polarity": rng.choice(POLARITIES),
        "finding": rng.choice([None, None, "x", "y"]),
    }
    if earlier and rng.random() < 0.15:
        link = rng.choice(["supersedes", "settles"])
        given |= {link: (rng.choice(earlier),), "verdict": rng.choice(list(Verdict)) if link == "settles" else None}
    text = f"{rng.choice(DATE_ROLES.get(kind, ['happened']))}={date}" if date else ""
    return a_claim(f"c{number}", kind, roles, values, text, **given)


def a_random_search(rng, name):
    """Record a search, which may not count."""
    return a_search(
        name,
        actors=rng.choice(["", "", "hill", "hill moor"]),
        kinds=rng.choice(["", "", "speech", "speech move"]),
        covers=rng.choice(SPANS),
        documents=rng.choice([None, 0, 7]),
        sources=rng.choice(["", "s1", "s1 s2"]),
        counts=rng.random() < 0.8,
    )


def some_random_rules(rng, steps=STEPS):
    """Choose a measure, and how everything counts."""
    measure = a_measure(
        selectors=" ".join(dict.fromkeys(["scolding", *rng.sample(NAMES, 2)][rng.randrange(3) :])),
        rows=Rows.ACTORS,
        dates=rng.choice(["published made reported happened", "published happened", "made published"]),
        attribution=tuple(rng.sample(LINKS, rng.randrange(5))),
    )
    rules = some_rules(
        step=rng.choice(steps),
        rollup=rng.choice(["apart", "together"]),
        undated=rng.choice([Undated.POSSIBLE, Undated.POSSIBLE, Undated.IGNORED]),
        publication_bound=rng.random() < 0.5,
        independence=rng.choice(list(Independence)),
        group_by_key=rng.random() < 0.5,
        measures={"scolded": measure},
    )
    rules.selectors.update({selector.id: selector for selector in SELECTORS})
    return rules


def a_random_study(rng, size, rules):
    """Build a study of some claims under some rules."""
    claims = []
    for number in range(size):
        claims.append(a_random_claim(rng, number, [claim.id for claim in claims]))
    return some_inputs(
        *claims,
        sources=SOURCES,
        rules=rules,
        actors=some_actors(
            moor=an_actor("moor", begins=rng.choice([None, "2015-07", "2015"]), ends=rng.choice([None, "2016-03"]))
        ),
        searches=[a_random_search(rng, f"look-{number}") for number in range(rng.randrange(4))],
        window=rng.choice(["2014/2016", "2014-11/2016-02"]),
    )
