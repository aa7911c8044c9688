"""The page on commands, read off the command line itself."""

import inspect
from collections.abc import Iterator

import typer

from generator.markdown import code, table
from riven.cli.app import app


def commands() -> dict[str, object]:
    """List the commands of riven as click has them, by name, in the order of the help page."""
    group = typer.main.get_command(app)
    return dict(group.commands)


def commands_page() -> str:
    """Write the page on commands."""
    group = typer.main.get_command(app)
    parts = [
        "# Commands\n",
        f"{_text(group.help)}\n",
        "What stands in square brackets may be left out.\n",
        _options(group),
    ]
    parts.append(table(("command", "what it does"), ((_link(n), _summary(c)) for n, c in group.commands.items())))
    for name, command in group.commands.items():
        parts += [
            f"## riven {name}\n",
            f"```text\n{usage(name, command)}\n```\n",
            f"{_text(command.help)}\n",
            _arguments(command),
        ]
        parts.append(_options(command))
    parts.append("How a command ends: see [exit codes](exit-codes.md).\n")
    return "\n".join(part for part in parts if part)


def usage(name: str, command: object) -> str:
    """Write the line that says how a command is called."""
    arguments = [_metavar(parameter) for parameter in _of(command, "argument")]
    return " ".join(["riven", name, *arguments, "[OPTIONS]"])


def _of(command: object, kind: str) -> Iterator[object]:
    return (p for p in command.params if p.param_type_name == kind and not getattr(p, "hidden", False))


def _metavar(parameter: object) -> str:
    named = parameter.metavar or parameter.name.upper()
    return named if parameter.required or named.startswith("[") else f"[{named}]"


def _arguments(command: object) -> str:
    rows = [(code(_metavar(p)), _help(p)) for p in _of(command, "argument")]
    return table(("argument", "meaning"), rows) if rows else ""


def _options(command: object) -> str:
    rows = [(_names(p), _help(p), _default(p)) for p in _of(command, "option")]
    return table(("option", "meaning", "default"), rows) if rows else ""


def _names(option: object) -> str:
    names = ", ".join(code(name) for name in (*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {code(option.metavar or option.name.upper())}"


def _help(parameter: object) -> str:
    return _text(getattr(parameter, "help", "") or "")


def _default(option: object) -> str:
    held = option.default
    if option.required:
        return "required"
    return "" if option.is_flag or held is None or held == "" or callable(held) else code(held)


def _link(name: str) -> str:
    return f"[`riven {name}`](#riven-{name})"


def _summary(command: object) -> str:
    return _text(command.help).partition("\n")[0]


def _text(text: str | None) -> str:
    return inspect.cleandoc(text or "")
