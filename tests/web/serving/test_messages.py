"""Over the socket of a page only that is taken which a page of ours sends."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from landkaart.web.serving.messages import only_ours
from tests.steps.landkaart_server import Server
from tests.steps.sockets import a_run, open_socket


def later(**given: object) -> BackMsg:
    return BackMsg(backend_operation_request={"request_id": "1", **given})


OURS = {
    "a run": a_run("landelijk"),
    "a stop": BackMsg(stop_script=True),
    "a heartbeat": BackMsg(app_heartbeat=True),
    "a file": BackMsg(file_urls_request={"request_id": "1"}),
    "a file that is made when it is asked for": later(deferred_file={"file_id": "x"}),
    "more rows": later(dataframe_chunk={"source_id": "x"}),
}
OF_NOBODY = {
    "emptying what is kept for all": BackMsg(clear_cache=True),
    "which files were changed": BackMsg(load_git_info=True),
    "running anew when a file changes": BackMsg(set_run_on_save=True),
    "putting files beside the program": later(install_skills={}),
    "keeping a choice on the server": later(dismiss_skills_nudge={}),
    "stopping the server": BackMsg(debug_shutdown_runtime=True),
    "an answer to nothing": later(),
    "nothing": BackMsg(),
}


def passed_on(*sent: bytes | None) -> list[bytes | None]:
    """What Streamlit gets of what was sent, until the socket is closed."""
    waiting = [{"type": "websocket.receive", "bytes": data} for data in sent] + [{"type": "websocket.disconnect"}]

    async def receive():
        return waiting.pop(0)

    async def until_closed():
        found, next_one = [], only_ours(receive)
        while (got := await next_one())["type"] != "websocket.disconnect":
            found.append(got["bytes"])
        return found

    return asyncio.run(until_closed())


@pytest.mark.parametrize("asked", OURS.values(), ids=OURS)
def test_what_our_pages_send_comes_through_as_it_is(asked):
    assert passed_on(asked.SerializeToString()) == [asked.SerializeToString()]


@pytest.mark.parametrize("asked", OF_NOBODY.values(), ids=OF_NOBODY)
def test_what_no_page_of_ours_sends_is_passed_over_and_what_comes_after_it_is_not(asked):
    run = OURS["a run"].SerializeToString()

    assert passed_on(asked.SerializeToString(), run, asked.SerializeToString()) == [run]


@pytest.mark.parametrize("data", [b"\xff\xff", None])
def test_what_is_no_message_is_left_to_the_other_side_of_the_guard(data):
    assert passed_on(data) == [data]


def test_a_reader_empties_nothing_that_is_kept_for_all_and_his_page_goes_on(landkaart_2009):
    server = Server(landkaart_2009)
    try:
        with open_socket(server, server.sign_in("lezer@demo.nl")) as socket:
            socket.run("uitleg")
            for asked in OF_NOBODY.values():
                socket.send(asked)
            answered = {each.WhichOneof("type") for each in socket.run("uitleg")}
    finally:
        server.kill()

    assert "script_finished" in answered
    assert "backend_operation_response" not in answered
    assert "to shut down" not in (landkaart_2009.parent / "server.log").read_text()
