"""What a browser may ask over the socket of its page: what our pages ask.

Streamlit takes more from whoever has a socket, meant for who develops a page: emptying what it keeps for everybody, telling
which files of the program were changed, putting files beside it.
"""

from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

# To run a page or stop that, to bring a file, and to say that one is there.
ASKED = ("rerun_script", "stop_script", "file_urls_request", "app_heartbeat")
# What a page hands out only when it is asked for: a file, and more rows of a table.
LATER, HANDED_OUT = "backend_operation_request", ("deferred_file", "dataframe_chunk")


def only_ours(receive: Receive) -> Receive:
    """Return `receive` that passes over what no page of ours asks."""

    async def next_of_ours() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or is_ours(message.get("bytes")):
                return message

    return next_of_ours


def is_ours(data: bytes | None) -> bool:
    """Say whether a page of ours asks this. What is no message at all is refused behind us, by closing the socket."""
    if data is None:
        return True
    try:
        asked = BackMsg.FromString(data)
    except Exception:
        return True
    kind = asked.WhichOneof("type")
    return kind in ASKED or (kind == LATER and asked.backend_operation_request.WhichOneof("payload") in HANDED_OUT)
