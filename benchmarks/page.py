"""The page that quotes the figures: ``docs/benchmarks.md``, its tables written between markers from the results."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks import tables
from benchmarks.accuracy import Accuracy
from benchmarks.charts import accuracy_chart, speed_chart
from benchmarks.machine import ROOT
from benchmarks.measured import Frozen
from benchmarks.service import Service
from benchmarks.speed import Speed

PAGE = ROOT / "docs" / "benchmarks.md"
RESULTS = ROOT / "benchmarks" / "results"
SHAPES: Mapping[str, type[Frozen]] = {"accuracy": Accuracy, "speed": Speed, "service": Service}


def keep(result: Frozen, name: str, folder: Path) -> None:
    """Write the results, and the picture that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(result.model_dump_json(indent=1) + "\n", "utf-8")
    if isinstance(result, Speed):
        (folder / "speed.svg").write_text(speed_chart(result), "utf-8")
    if isinstance(result, Accuracy):
        (folder / "accuracy.svg").write_text(accuracy_chart(result), "utf-8")


def kept(folder: Path = RESULTS) -> dict[str, Frozen]:
    """The results that there are, by name."""
    return {
        name: shape.model_validate_json(path.read_text("utf-8"))
        for name, shape in SHAPES.items()
        if (path := folder / f"{name}.json").exists()
    }


def pieces(results: Mapping[str, Frozen]) -> dict[str, str]:
    """What stands between the markers, by their names."""
    found: dict[str, str] = {}
    for result in results.values():
        match result:
            case Accuracy():
                found |= {
                    "accuracy-machine": tables.circumstances(result.machine),
                    "accuracy": tables.ours(result),
                    "beside": tables.beside(result),
                    "unable": tables.unable(result),
                    "wrong": tables.wrong(result),
                }
            case Speed():
                found |= {
                    "speed-machine": tables.circumstances(result.machine),
                    "speed": tables.speed(result),
                    "ratios": tables.ratios(result),
                    "resources": tables.resources(result),
                    "slowest": tables.slowest(result),
                    "start": tables.start(result),
                }
            case Service():
                found |= {"service-machine": tables.circumstances(result.machine), "service": tables.service(result)}
    return found


def written(page: str, found: Mapping[str, str]) -> str:
    """The page with these pieces between their markers; raises ValueError for a piece that has none."""
    for name, text in found.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            raise ValueError(f"The page must have {begin} and {end}, once each.")
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"
    return page


def rewrite(page: Path = PAGE, folder: Path = RESULTS) -> None:
    """Bring the page's tables up to date with the results."""
    page.write_text(written(page.read_text("utf-8"), pieces(kept(folder))), "utf-8")
