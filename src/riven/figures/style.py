"""One fixed look: matplotlib's own defaults, whatever the user's configuration says, and no dates or random ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl

_OURS = {"svg.hashsalt": "riven", "svg.fonttype": "path", "pdf.fonttype": 3, "text.usetex": False}
_SHELL = ("backend", "interactive", "toolbar", "timezone", "webagg", "tk.", "macosx", "savefig.directory")


@contextmanager
def plain_style() -> Iterator[None]:
    """Draw and save inside this context, so that a user's `matplotlibrc` cannot change a figure."""
    defaults: dict[Any, Any] = {k: v for k, v in mpl.rcParamsDefault.items() if not k.startswith(_SHELL)}
    with mpl.rc_context(defaults | _OURS):
        yield
