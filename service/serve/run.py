"""`fullmarks serve`: opens the address, runs the children behind it, says where it is."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack

from fullmarks.errors import AuthorError, OperatorError
from service.serve.address import answers, listen, url_of
from service.serve.alone import alone_in
from service.serve.broker import embedded_broker
from service.serve.child import Program
from service.serve.first_key import first_key
from service.serve.programs import api, worker
from service.serve.supervisor import GaveUpError, Supervisor
from service.settings import ServiceSettings


def serve(settings: ServiceSettings) -> bool:
    """Serve until told to stop; whether that was by Ctrl-C.

    Raises ``OperatorError`` when it can't start or go on, ``AuthorError`` for rubrics that can't be used; what is wrong
    with them has been told by then.
    """
    with ExitStack() as open_:
        open_.enter_context(alone_in(settings.data))
        listening = open_.enter_context(listen(settings.host, settings.port))
        programs: list[Program] = []
        if not settings.broker:
            broker, url = open_.enter_context(embedded_broker(settings.data))
            settings = settings.model_copy(update={"broker": url})
            programs.append(broker)
        programs += [worker(settings), api(settings, listening)]
        return _supervise(programs, url_of(listening), settings)


def _supervise(programs: list[Program], url: str, settings: ServiceSettings) -> bool:
    supervisor = Supervisor(programs)

    def tell() -> None:
        print(f"Fullmarks is at {url} (Ctrl-C stops it)", flush=True)  # noqa: T201
        if key := first_key(settings):
            print(f"The first key, an administrator's, is shown this once: {key}", flush=True)  # noqa: T201

    try:
        supervisor.run(
            # Not /readyz: where a broker of somebody else's is down, submissions are taken all the same.
            is_ready=lambda: answers(url, "/healthz", patience_s=1),
            when_ready=tell,
        )
    except GaveUpError as error:
        if error.status == os.EX_DATAERR:
            raise AuthorError("bad_rubric", "The service did not start: a rubric cannot be used.") from error
        raise OperatorError("gave_up", f"{error} The lines above say why.") from error
    return supervisor.signal == signal.SIGINT
