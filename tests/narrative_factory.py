"""The studies of the checkout, worked out once for tests of their account, and small pieces of it."""

from dataclasses import dataclass, replace
from functools import cache

from checkout import REPOSITORY
from riven.analysis.argument import Arguments
from riven.analysis.results import Analysis
from riven.analysis.scope import Setting, to_scope
from riven.folder import read_study
from riven.model.study import Study
from riven.pipeline.argument import argue_study
from riven.pipeline.content import content_of
from riven.pipeline.results import analyse_study
from riven.report.content import Content
from riven.report.evidence import Evidence
from riven.report.narrative.assembly import Assembly, tell
from riven.report.narrative.citing import ShortCiter
from riven.report.narrative.edits import Fingerprints
from riven.report.narrative.sorting import Sorting
from riven.report.narrative.telling import Telling

WORKED = REPOSITORY / "studies" / "isk-2018"
INVENTED = REPOSITORY / "tests" / "studies" / "ombara-2022"


@dataclass(frozen=True)
class Worked:
    """A study with everything its account is made from."""

    study: Study
    analysis: Analysis
    arguments: Arguments
    content: Content

    def assembly(self, edits=(), robustness=("It holds.",)):
        """Assemble the account, with texts of researchers in it."""
        told = tell(self.content, self.arguments, robustness)
        expectations = {each.id: each for each in self.study.expectations}
        citer = ShortCiter(self.content.sources, "Cited in a short form.")
        return Assembly(
            self.content, told, {edit.block: edit for edit in edits}, citer, Fingerprints(self.content, expectations)
        )

    def telling(self):
        """Prepare to tell findings."""
        return Telling(self.content, Evidence(self.content))

    def sorting(self):
        """Prepare to sort findings."""
        study = self.study
        setting = Setting(
            focal=study.focal,
            window=study.window,
            codebook=study.codebook,
            rules=study.rules,
            actors=study.actors,
            searches=study.searches,
        )
        return Sorting(self.content, self.arguments, to_scope(self.arguments.evidence, setting))

    def changed(self, **changes):
        """Work out the study anew with some of it replaced."""
        return work_out(replace(self.study, **changes))


def work_out(study: Study) -> Worked:
    """Work out what an account is made from."""
    analysis = analyse_study(study)
    return Worked(study, analysis, argue_study(study, analysis), content_of(study, analysis))


@cache
def worked(path=INVENTED) -> Worked:
    """Read and work out a study, once for all tests."""
    return work_out(read_study(path))


def block(assembly, name):
    """Find a block of an account."""
    return next(each for each in assembly.told.blocks if each.id == name)


def text_of(block_) -> str:
    """Read a block without its citations."""
    return " ".join(sentence.text for paragraph in block_.paragraphs for sentence in paragraph)


def shown(line) -> str:
    """Read a line."""
    return "".join(piece.text for piece in line)


def document_text(document) -> str:
    """Read everything a document holds."""
    blocks = [*document.blocks]
    for chapter in document.chapters:
        blocks += [*chapter.blocks, *(block for section in chapter.sections for block in section.blocks)]
    lines = []
    for each in blocks:
        if each.sort == "prose":
            lines.append(shown(each.line))
        elif each.sort == "listing":
            lines += [shown(item) for item in each.items]
        elif each.sort == "bibliography":
            lines += [shown(entry.line) for entry in each.entries]
        elif each.sort == "picture":
            lines += [each.caption, each.alternative]
    return "\n".join([document.title, *lines])


def hostile(text: str) -> Worked:
    """Take the invented study with the given text in every field people write freely; its results stay as they are."""
    held = worked()
    study, content = held.study, held.content
    csl = dict.fromkeys(("title", "container-title", "publisher", "URL", "page", "volume", "genre"), text)
    csl |= {"type": "book", "author": [{"family": text, "given": text}], "issued": {"raw": text}}
    rules, book = study.rules, study.codebook
    argument = rules.argument
    changed = replace(
        content,
        about=replace(content.about, title=text, version=text, description=text),
        findings={own: replace(each, place=text, reason=text) for own, each in content.findings.items()},
        panels={own: replace(each, title=text) for own, each in content.panels.items()},
        rivals=tuple(replace(each, label=text, why=text) for each in content.rivals),
        camps=tuple(replace(each, label=text, why=text) for each in content.camps),
        actors={own: replace(each, name=text or own) for own, each in study.actors.items()},
        claims={own: replace(each, paraphrase=text, place=text) for own, each in study.claims.items()},
        coders={own: replace(each, name=text) for own, each in study.coders.items()},
        sources={own: replace(each, csl=csl) for own, each in study.sources.items()},
        passages={own: replace(each, page=text, note=text) for own, each in study.passages.items()},
        searches=tuple(replace(each, query=text, note=text) for each in study.searches),
        codebook=replace(
            book,
            title=text,
            kinds={own: replace(each, entry=replace(each.entry, label=text)) for own, each in book.kinds.items()},
        ),
        rules=replace(
            rules,
            sentence=text,
            links={own: replace(each, sentence=text) for own, each in rules.links.items()},
            camps=tuple(replace(each, label=text, sentence=text) for each in rules.camps),
            switches=tuple(replace(each, chosen=text, sentence=text) for each in rules.switches),
            rival=replace(rules.rival, sentence=text),
            argument=replace(
                argument, factors={own: replace(each, label=text) for own, each in argument.factors.items()}
            ),
        ),
    )
    looked = tuple(
        replace(each, expectation=replace(each.expectation, question=text, author=text, term=text, reason=text))
        for each in held.arguments.outlook.expectations
    )
    arguments = replace(held.arguments, outlook=replace(held.arguments.outlook, expectations=looked))
    return Worked(study, held.analysis, arguments, changed)
