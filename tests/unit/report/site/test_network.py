"""The network: a line a sign, a table beside, and an honest word where there is none."""

import dataclasses

from report_argument import said
from riven.report.site.findings import targets
from riven.report.site.network import network_page
from site_desk import a_desk, drawings, plain_parts, the_invented_desk


def test_every_strand_of_every_tie_is_a_line_that_leads_on():
    """To its one finding, or to the row that lists several."""
    desk = the_invented_desk()
    strands = [strand for tie in desk.told.scenes.network.whole.ties for strand in tie.strands]
    drawing = drawings(network_page(desk))[0]
    single = sum(len(strand.findings) == 1 for strand in strands)
    assert (single, len(strands) - single) == (
        drawing.svg.count('href="\x02findings/'),
        drawing.svg.count('href="#at/'),
    )


def test_every_actor_shown_leads_to_its_page():
    """By its number and its name."""
    desk = the_invented_desk()
    drawing = drawings(network_page(desk))[0]
    assert len(desk.told.scenes.network.nodes) == drawing.svg.count('href="\x02groups/')


def test_the_table_lists_every_finding_behind_every_tie():
    """The twin of the picture."""
    desk = the_invented_desk()
    wanted = {f"finding-{finding}" for tie in desk.told.scenes.network.whole.ties for finding in tie.findings}
    table = [part for part in network_page(desk).parts if part.sort == "table"]
    assert wanted <= set(targets(table))


def test_a_network_of_nothing_says_why():
    """In the words of the scene; and a copy without one says that."""
    desk = the_invented_desk()
    scene = dataclasses.replace(desk.told.scenes.network, nodes=(), sentence="The rules declare no ties.")
    bare = a_desk(scenes=dataclasses.replace(desk.told.scenes, network=scene))
    assert ["The rules declare no ties."] == said(plain_parts(network_page(bare)))
    assert ["This copy of the site was made without a network."] == said(plain_parts(network_page(a_desk())))
