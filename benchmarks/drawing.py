"""A small SVG: rectangles, lines, dots and texts on a light ground, with words for those who can't see it."""

from xml.etree import ElementTree as ET

INK, QUIET, RULE, GROUND = "#1f2328", "#57606a", "#d8dee4", "#ffffff"
OURS_COLOUR, YARDSTICK_COLOUR = "#0b5cad", "#d9730d"
"""Told apart in every common kind of colour blindness, and in grey."""
FONT = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"


class Drawing:
    """Grows piece by piece; lengths are pixels."""

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        size = {"width": _n(width), "height": _n(height), "viewBox": f"0 0 {_n(width)} {_n(height)}"}
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img"})
        self._root.set("font-family", FONT)
        ET.SubElement(self._root, "title").text = title
        ET.SubElement(self._root, "desc").text = description
        self.bar(0, 0, width, height, GROUND, radius=6)
        self.text(20, 30, title, size=15, weight="600")

    def bar(self, x: float, y: float, width: float, height: float, colour: str, *, radius: float = 0) -> None:
        """A filled rectangle."""
        box = {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height), "fill": colour}
        ET.SubElement(self._root, "rect", {**box, **({"rx": _n(radius)} if radius else {})})

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = RULE, width: float = 1) -> None:
        """A straight line."""
        ends = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}
        ET.SubElement(self._root, "line", {**ends, "stroke": colour, "stroke-width": _n(width)})

    def dot(self, x: float, y: float, colour: str, radius: float = 5) -> None:
        """A filled circle."""
        ET.SubElement(self._root, "circle", {"cx": _n(x), "cy": _n(y), "r": _n(radius), "fill": colour})

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 12,
        colour: str = INK,
        anchor: str = "start",
        weight: str = "400",
    ) -> None:
        """One line of text; ``y`` is its baseline."""
        place = {"x": _n(x), "y": _n(y), "font-size": _n(size), "fill": colour, "text-anchor": anchor}
        ET.SubElement(self._root, "text", {**place, "font-weight": weight}).text = words

    def svg(self) -> str:
        """The file's text."""
        ET.indent(self._root)
        return ET.tostring(self._root, encoding="unicode") + "\n"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
