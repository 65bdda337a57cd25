"""What a browser does over the socket of its page, done by hand: any message, also one that no page of ours sends."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.steps.landkaart_server import Server

# In seconds; a page is there sooner.
PATIENCE = 30
LARGEST = 2**26
NOTHING: Mapping[str, str] = {}


def a_run(page: str = "", fragment: str = "", widgets: Mapping[str, str] = NOTHING) -> BackMsg:
    """What a browser sends to have a page run, or a part of it."""
    message = BackMsg()
    message.rerun_script.page_name, message.rerun_script.fragment_id = page, fragment
    for key, text in widgets.items():
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = key, text
    return message


class Socket:
    """An open one of somebody who is in."""

    def __init__(self, connection: ClientConnection):
        self.connection = connection

    def send(self, message: BackMsg) -> None:
        self.connection.send(message.SerializeToString())

    def run(self, page: str = "", fragment: str = "", widgets: Mapping[str, str] = NOTHING) -> list[ForwardMsg]:
        """Have a page run, or a part of it; `widgets`: the text of each, by its key. Returns what came back."""
        self.send(a_run(page, fragment, widgets))
        return self.hear()

    def hear(self) -> list[ForwardMsg]:
        """Return what comes until the end of a run."""
        found: list[ForwardMsg] = []
        while not found or found[-1].WhichOneof("type") != "script_finished":
            data = self.connection.recv(PATIENCE)
            assert isinstance(data, bytes)
            found.append(ForwardMsg.FromString(data))
        return found


@contextmanager
def open_socket(server: Server, cookies: dict[str, str]) -> Iterator[Socket]:
    """Open one as the browser with these cookies."""
    given = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "Origin": server.address}
    address = f"{server.address.replace('http', 'ws')}/_stcore/stream"
    with connect(address, additional_headers=given, subprotocols=["streamlit", "-"], max_size=LARGEST) as connection:
        yield Socket(connection)


def texts(messages: list[ForwardMsg]) -> str:
    """All that stands in what came back."""
    return "\n".join(str(each) for each in messages)


def key_of(messages: list[ForwardMsg], naam: str) -> str:
    """The key under which a browser sends what is chosen in the widget of this name."""
    return re.search(rf'id: "(\$\$ID-[0-9a-f]+-{re.escape(naam)}[^"]*)"', texts(messages))[1]


def part_of(messages: list[ForwardMsg], naam: str) -> str:
    """The mark of the part that runs by itself in which the widget of this name stands."""
    return next(each.delta.fragment_id for each in messages if f"-{naam}" in str(each.delta) and each.delta.fragment_id)
