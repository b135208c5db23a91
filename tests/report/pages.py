"""A page taken apart: it is well-formed XML besides being HTML."""

from collections import Counter
from xml.etree import ElementTree as ET

MATHML = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup"),
    *("munder", "mover", "munderover", "mtable", "mtr", "mtd"),
}
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "article", "section"),
    *("h1", "h2", "h3", "h4", "h5", "p", "div", "span", "bdi", "code", "pre", "dl", "dt", "dd", "ul", "li", "a"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
DIVIDING = {"h1", "h2", "h3", "h4", "h5", "article", "section", "nav", "table", "tr", "th", "td", "dl", "li", "a"}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "dir", "style"),
    *("aria-label", "aria-labelledby", "aria-hidden", "displaystyle", "accent", "linethickness"),
}


def parsed(page):
    """The page's root element; raises where it is not well formed."""
    doctype, _, rest = page.partition("\n")
    assert doctype == "<!DOCTYPE html>"
    return ET.fromstring(rest)


def foreign(root):
    """What in a page is none of ours: elements, attributes, and links that lead out of it."""
    for element in root.iter():
        if element.tag not in OURS | MATHML:
            yield element.tag
        yield from (name for name in element.attrib if name not in ATTRIBUTES)
        if not element.get("href", "#").startswith("#"):
            yield element.get("href")


def outline(root):
    """How many there are of each element that divides a page."""
    return Counter(element.tag for element in root.iter() if element.tag in DIVIDING)


def texts(root, tag):
    return ["".join(element.itertext()) for element in root.iter(tag)]
