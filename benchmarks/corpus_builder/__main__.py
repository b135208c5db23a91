"""`python -m benchmarks.corpus_builder verify | build | count`."""

import sys
from collections import Counter

from benchmarks.corpus_builder.agreement import check_row
from benchmarks.corpus_builder.rows import read_rows


def verify() -> int:
    """Check every label that has an oracle; print what disagrees; 1 where anything does."""
    rows = read_rows()
    findings = [finding for row in rows if (finding := check_row(row))]
    for finding in findings:
        print(f"{finding.row}: {finding.sentence}")
    checked = sum(row.oracle is not None for row in rows)
    print(f"{len(rows)} rows, {checked} with an oracle, {len(findings)} labels disagree")
    return 1 if findings else 0


def count() -> int:
    """Print how many rows, traps and verdicts each kind has."""
    rows = read_rows()
    print("| kind | rows | traps | correct | by hand | with an oracle |\n|---|---|---|---|---|---|")
    for kind in [*sorted({row.kind for row in rows}), None]:
        chosen = [row for row in rows if kind in (None, row.kind)]
        cells = [
            len(chosen),
            sum(row.trap for row in chosen),
            sum(row.verdict == "correct" for row in chosen),
            sum(row.source == "hand" for row in chosen),
            sum(row.oracle is not None for row in chosen),
        ]
        print(f"| {kind or 'all'} | {' | '.join(map(str, cells))} |")
    print(dict(Counter(row.verdict for row in rows)))
    return 0


COMMANDS = {"verify": verify, "count": count}

if __name__ == "__main__":
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        sys.exit("usage: python -m benchmarks.corpus_builder verify | build | count")
    sys.exit(COMMANDS[name]())
