"""`riven cite`: how to cite a study, what it rests on, and the software."""

from riven.cli.options import JsonOption, StudyArgument


def cite(study: StudyArgument = None, *, json: JsonOption = False) -> None:
    """Say how to cite a study and all it rests on.

    The study, the riven that made it, its codebook and rules, and every source a claim rests on.
    """
    from riven.cli.show import say_json, say_lines
    from riven.cli.studies import chosen_study
    from riven.folder import read_study
    from riven.pipeline.citing import citations

    held = citations(read_study(chosen_study(study)))
    if json:
        say_json(held)
        return
    say_lines([held["study"], held["software"], held["codebook"]])
    if held["sources"]:
        say_lines(["Sources:", *(f"  {source['citation']}" for source in held["sources"])])
