import socket

import pytest

from fullmarks.errors import OperatorError
from service.serve.address import answers, listen, url_of


@pytest.mark.parametrize(
    "host, reached_at",
    [
        pytest.param("127.0.0.1", "http://127.0.0.1:", id="this machine"),
        pytest.param("localhost", "http://127.0.0.1:", id="by name"),
        pytest.param("0.0.0.0", "http://127.0.0.1:", id="any address"),
    ],
)
def test_a_free_port_is_found_and_told(host, reached_at):
    with listen(host, 0) as listening:
        assert url_of(listening) == f"{reached_at}{listening.getsockname()[1]}"


def test_an_address_of_version_6_is_told_in_brackets():
    with socket.socket(socket.AF_INET6) as listening:
        listening.bind(("::", 0))
        assert url_of(listening) == f"http://[::1]:{listening.getsockname()[1]}"


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(OperatorError) as refused:
        listen("192.0.2.1", 8000)
    assert str(refused.value) == (
        "Nothing can listen on 192.0.2.1, port 8000: Cannot assign requested address. "
        "Choose another with --host and --port."
    )


def test_where_nobody_answers_there_is_no_answer():
    with listen("127.0.0.1", 0) as listening:
        assert answers(url_of(listening), "/", patience_s=0.01) is False
    assert answers(url_of_closed(), "/", patience_s=1) is False


def url_of_closed() -> str:
    with listen("127.0.0.1", 0) as listening:
        return url_of(listening)
