"""Filling in the templates of ``assets/report``: the only module that knows of them. Whatever is put in is escaped."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game import __version__
from game.assets import asset
from game.report.figures import rounded
from game.report.text import readable
from game.scenario.flags import PLAIN
from game.session.kinds import STATEMENT
from game.session.wording import RUNGS, begun


@dataclass(frozen=True, slots=True)
class Emblem:
    """What stands beside a power's name: its flag as data, or a plain shape in its colour."""

    picture: str = ""
    shape: str = ""
    colour: str = ""


def emblem(flag: str) -> Emblem:
    """The emblem of a flag, given as ``flag_of`` gives it."""
    if flag.startswith(f"{PLAIN}:"):
        _, shape, colour = flag.split(":")
        return Emblem(shape=shape, colour=colour)
    return Emblem(picture=_data("image/png", f"flags/{flag}.png"))


def _data(kind: str, path: str) -> str:
    """A file of the game as an address that holds it whole."""
    return f"data:{kind};base64,{b64encode(asset(path).read_bytes()).decode('ascii')}"


def _font(weight: str) -> str:
    """The game's own letters, which are narrow and everywhere the same: what fits a page here fits it elsewhere."""
    return _data("font/woff", f"fonts/IBMPlexSansCondensed-{weight}.woff")


def filled(template: str, **values: Any) -> str:
    """A whole page: a template with everything that it names."""
    return _environment().get_template(template).render(**values)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(asset("report")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_readable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(font=_font, RUNGS=RUNGS, STATEMENT=STATEMENT, VERSION=__version__)
    environment.filters.update(begun=begun, points=_points, rounded=rounded, styled=_styled)
    return environment


def _points(hundredths: int) -> str:
    """A number of the rules as people write it: 0.5 for 50."""
    return f"{hundredths / 100:g}"


def _styled(text: str) -> Markup:
    """A text as a string of a style sheet; what could end it, or the sheet, stands there by its number."""
    letters = (f"\\{ord(each):x} " if each in '"\\<\n\r\f' else each for each in readable(text))
    return Markup(f'"{"".join(letters)}"')  # noqa: S704 (nothing is left in it that means anything to a browser)


def _readable(value: Any) -> Any:
    """What is put into a page, without characters that none may hold."""
    return readable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
