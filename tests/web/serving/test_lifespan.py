import gc
import socket

from landkaart.web.serving.lifespan import send_at_once


def listen():
    found = socket.socket()
    found.bind(("127.0.0.1", 0))
    found.listen()
    return found


def test_connections_take_over_that_answers_leave_at_once():
    with listen() as door, socket.socket() as other:
        send_at_once()
        with socket.create_connection(door.getsockname()) as _, door.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
        assert other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
    gc.collect()
