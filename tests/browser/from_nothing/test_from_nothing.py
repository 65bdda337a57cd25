"""From an empty database to a closed tertaal and its second edition, without a shell, with the actions of a person counted.

127 werkpleinen and 254 people by file; a mail server that refuses one and a mailbox in which mail of three others comes
back; four mails that leave by the clock, which the test moves. The managers fill in over HTTP. Of the oordelen the keys are
not counted with the rest: they are two for each werkplein, whatever the page.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.from_nothing.afterwards import judge, make_again
from tests.browser.from_nothing.answering import ask, close, give_uitstel, open_and_answer, remind
from tests.browser.from_nothing.around import Round
from tests.browser.from_nothing.people import REFUSED, RETURNED
from tests.browser.from_nothing.planning import come_in_first, invite_the_ako, plan, upload_everything
from tests.steps.databases import use
from tests.steps.imap_server import running_imap
from tests.steps.landkaart_server import Server
from tests.steps.mail_servers import Box, running
from tests.steps.visits import Visits

pytestmark = pytest.mark.browser
# A person does no more than this in a whole round, apart from the oordelen.
MOST = 60


@pytest.fixture
def round_(chromium: Browser, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Round]:
    box, file = Box(refuses={REFUSED}), Path(shutil.copy(empty_file, tmp_path / "landkaart.db"))
    with running(box) as smtp, running_imap() as imap:
        settings = {"SMTP_URL": f"smtp://127.0.0.1:{smtp.port}", "SMTP_AFZENDER": "Landkaart <landkaart@voorbeeld.nl>"}
        server = Server(file, **settings, IMAP_URL=imap.url)
        visits = Visits(chromium, server)
        for _ in use(file, monkeypatch):
            yield Round(server, box, imap, visits)
        visits.close()
        server.kill()
    assert visits.faults == []


def test_one_person_runs_a_round_from_nothing_to_a_second_edition(round_: Round, tmp_path: Path):
    bea = come_in_first(round_)
    round_.move_to("2010-03-10T10:00")
    upload_everything(round_, bea, tmp_path)
    anja = invite_the_ako(round_, bea)
    plan(round_, anja)
    open_and_answer(round_)
    remind(round_, anja)
    ask(round_, anja)
    give_uitstel(round_, anja)
    close(round_)
    judge(round_, anja)
    make_again(round_, anja)

    assert round_.hands.actions <= MOST
    # Nobody got the same mail twice, and nobody anything after his mail came back.
    subjects = Counter((to, mail["Subject"], str(mail["X-Landkaart-Werkplein"])) for to, mail in round_.box.mails)
    assert max(subjects.values()) == 1
    assert RETURNED & {to for to, _ in round_.box.mails[round_.come_back_from :]} == set()
