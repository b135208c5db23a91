"""Checks the answers that come in, one JSON line each, and writes what became of each: run as a process of its own.

Every answer may use so much processor time and the process so much memory; the kernel ends it at the bound, inside a library's
call too, so that the one who reads sees an answer without a line. (A bound on the clock on the wall would fail on a busy machine.)
"""

import json
import resource
import signal
import sys

from fullmarks import check

PROCESSOR_TIME_S = 2.0
MEMORY_BYTES = 512 * 2**20


def outcome(key, answer):
    try:
        result = check(key, answer)
    except Exception as failure:  # noqa: BLE001 - which is what the test is about
        return {"raised": f"{type(failure).__name__}: {failure}"}
    return {"verdict": result.verdict, "kind": result.evidence.kind, "note": result.evidence.note}


def main():
    check("1 + x", "x + 1")  # everything is imported before the first answer's time starts
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for line in sys.stdin:
        key, answer = json.loads(line)
        signal.setitimer(signal.ITIMER_PROF, PROCESSOR_TIME_S)
        found = outcome(key, answer)
        used_s = PROCESSOR_TIME_S - signal.setitimer(signal.ITIMER_PROF, 0)[0]
        print(json.dumps({**found, "used_s": round(used_s, 3)}), flush=True)


if __name__ == "__main__":
    main()
