"""Reads a page as strictly as a person would wish a browser to: what is not well-formed raises an AssertionError."""

import re
from html.parser import HTMLParser

VOID = frozenset({"meta", "img", "br"})
DRAWN = frozenset({"rect", "path", "circle", "polyline"})
"""What closes itself in a drawing."""

ACTIVE = frozenset(
    {"script", "iframe", "object", "embed", "link", "base", "form", "input", "button", "video", "audio"}
)


class Page(HTMLParser):
    """What a page holds: its text, tags in order, attributes by tag, headings and tables."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.pieces = [], [], []
        self.headings, self.style = [], ""
        self._inside = {}
        assert html.lstrip().lower().startswith("<!doctype html>")
        self.feed(html)
        self.close()
        assert self.open == []

    @property
    def text(self):
        """Everything that is read, with single spaces."""
        return " ".join(" ".join(self.pieces).split())

    def attributes(self, name):
        """Every value of an attribute."""
        return [each[name] for _, each in self.tags if name in each]

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of {tag} stands twice"
        self.tags.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4", "h5"):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            assert tag not in DRAWN, f"<{tag}> is left open"
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in DRAWN, f"<{tag}/> means nothing in HTML"
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> stands where another ends"

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
        elif "title" not in self.open or "svg" in self.open:
            self.pieces.append(data)

    def unknown_decl(self, data):
        raise AssertionError(f"what is {data}?")


def asks_for_nothing(read):
    """Whether nothing on a page runs or is fetched."""
    assert not {tag for tag, _ in read.tags} & ACTIVE
    assert not [name for _, each in read.tags for name in each if name.startswith("on") or name == "style"]
    assert all(href.startswith("#") for href in read.attributes("href"))
    assert all(source.startswith("data:image/png;base64,") for source in read.attributes("src"))
    assert not {"srcset", "action", "data", "poster", "background"} & {n for _, e in read.tags for n in e}
    assert not re.search(r"url\(|@import|expression", read.style)
