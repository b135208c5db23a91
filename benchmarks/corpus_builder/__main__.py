"""`python -m benchmarks.corpus_builder verify | build | count`."""

import sys
from collections import Counter

from benchmarks.corpus_builder.agreement import check_row
from benchmarks.corpus_builder.rows import Row, read_rows, write_rows
from benchmarks.corpus_builder.templates import made_rows


def verify() -> int:
    """Check every label that has an oracle; print what disagrees; 1 where anything does."""
    rows = read_rows()
    findings = [finding for row in rows if (finding := check_row(row))]
    for finding in findings:
        print(f"{finding.row}: {finding.sentence}")
    checked = sum(row.oracle is not None for row in rows)
    print(f"{len(rows)} rows, {checked} with an oracle, {len(findings)} labels disagree")
    return 1 if findings else 0


def build() -> int:
    """Make the templates' rows anew and leave those written by hand as they are."""
    by_hand = [row for row in read_rows() if row.by_hand]
    made = made_rows()
    write_rows([*by_hand, *made])
    print(f"{len(by_hand)} rows by hand kept, {len(made)} made")
    return 0


def count() -> int:
    """Print how many rows, traps and verdicts each kind has."""
    rows = read_rows()
    print("\n".join(table(rows)))
    print(dict(Counter(row.verdict for row in rows)))
    return 0


def table(rows: list[Row]) -> list[str]:
    """The counts as lines of a Markdown table, one a kind and one for all."""
    lines = ["| kind | rows | traps | correct | by hand | with an oracle |", "|---|---|---|---|---|---|"]
    for kind in [*sorted({row.kind for row in rows}), None]:
        chosen = [row for row in rows if kind in (None, row.kind)]
        cells = [
            len(chosen),
            sum(row.trap for row in chosen),
            sum(row.verdict == "correct" for row in chosen),
            sum(row.by_hand for row in chosen),
            sum(row.oracle is not None for row in chosen),
        ]
        lines.append(f"| {kind or 'all'} | {' | '.join(map(str, cells))} |")
    return lines


COMMANDS = {"verify": verify, "build": build, "count": count}

if __name__ == "__main__":
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        sys.exit("usage: python -m benchmarks.corpus_builder verify | build | count")
    sys.exit(COMMANDS[name]())
