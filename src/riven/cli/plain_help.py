"""Help pages as plain text: they come at once, and a screen reader reads no frames."""

from typing import Any

from typer.core import TyperCommand


class PlainHelp(TyperCommand):
    """A command whose help shows its arguments as they are typed."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 -- the form of the method replaced
        """Name what may be typed after the command.

        Args:
            ctx: Not needed.

        Returns:
            Its arguments, then a sign for its options.
        """
        return [*(name for name, _ in self._arguments()), "[OPTIONS]"]

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 -- the form of the method replaced
        """Write what each argument and option means.

        Args:
            ctx: The call.
            formatter: What the page is written to.
        """
        options = [each.get_help_record(ctx) for each in self.get_params(ctx) if each.param_type_name == "option"]
        for title, rows in (("Arguments", self._arguments()), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl([row for row in rows if row])

    def _arguments(self) -> list[tuple[str, str]]:
        held = [each for each in self.params if each.param_type_name == "argument"]
        return [(str(each.metavar), getattr(each, "help", None) or "") for each in held]
