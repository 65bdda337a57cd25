"""Files that come in: only from who may bring one, few at a time for each session, and so much waiting in all.

They wait in memory: on their way in, and from then on for as long as the page of who sent them is open.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from landkaart.domein.fouten import Fout, NietToegestaan
from landkaart.domein.rechten import Recht, mag_ergens
from landkaart.domein.sessie import Aangemeld
from landkaart.web.api.answers import NuNiet, TeGroot

PAGES = "/_stcore/upload_file/"
# Who may bring a file on some page: a workbook, or tables to take in.
MAY = (Recht.INVULLEN, Recht.GEGEVENS_LADEN)
# Of one file, as `server.maxUploadSize` has it, with what a browser puts around it.
LARGEST = 2 * 2**20 + 64 * 1024
# What Streamlit reads of one that does not say how large it is.
UNTOLD = 3 * 2**20
MINE, IN_ALL = 3 * LARGEST, 20_000_000
# Files of one session that come in at once: who brings tables drops them together.
ONE, TOGETHER = 1, 20
# In seconds: what the answer advises.
LATER = 10

REFUSED = "U mag hier geen bestanden aanbieden."
BUSY = "Er wordt al een bestand van u ontvangen. Wacht tot dat er is en bied dit daarna opnieuw aan."
ENOUGH = "Er staan nog bestanden van u klaar. Sla ze op of haal ze weg, en bied dit bestand daarna opnieuw aan."
FULL = "Er worden nu te veel bestanden tegelijk aangeboden. Probeer het over een halve minuut opnieuw."
TOO_LARGE = (
    "Dit bestand is groter dan 2 MB. Maak het kleiner, of haal het formulier opnieuw op en vul dat in. Tabellen mogen ook "
    "in een .zip."
)
# By the status with which Streamlit refuses one that came in.
INSTEAD = {
    400: "De pagina waarvan dit bestand komt is niet meer open. Ververs de pagina en bied het opnieuw aan.",
    403: "Dit verzoek komt niet van deze pagina. Ververs de pagina en bied het bestand opnieuw aan.",
    413: TOO_LARGE,
}
LOST = "Het bestand is niet goed aangekomen. Ververs de pagina en bied het opnieuw aan."


def is_upload(scope: Scope) -> bool:
    """Say whether a page of Streamlit brings a file."""
    return scope["type"] == "http" and scope["path"].startswith(PAGES) and scope["method"] in ("PUT", "POST")


class Uploads:
    """What is on its way in, by session; counted together with what waits in the pages."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.coming: dict[int, list[int]] = {}
        # Whose page it is, by the name that Streamlit gives to a page that is open.
        self.owners: dict[str, int] = {}

    @contextmanager
    def taking(self, who: Aangemeld, size: int | None) -> Iterator[None]:
        """Let one file in, of `size` bytes or, when that is not said, of the most that it can be.

        Raises NietToegestaan, TeGroot, NuNiet.
        """
        if not any(mag_ergens(who.bevoegdheid, recht) for recht in MAY):
            raise NietToegestaan(REFUSED)
        if size is not None and size > LARGEST:
            raise TeGroot(TOO_LARGE)
        with self.lock:
            mine = self.coming.get(who.sessie_id, [])
            if len(mine) >= most_at_once(who):
                raise NuNiet(BUSY)
            taken = UNTOLD if size is None else size
            self.require_room(who, taken)
            self.coming[who.sessie_id] = [*mine, taken]
        try:
            yield
        finally:
            with self.lock:
                self.coming[who.sessie_id].remove(taken)
                if not self.coming[who.sessie_id]:
                    del self.coming[who.sessie_id]

    def require_room(self, who: Aangemeld, size: int) -> None:
        """Check, with the lock, that it still fits.

        Raises NuNiet.
        """
        waiting = held()
        self.owners = {page: owner for page, owner in self.owners.items() if page in waiting}
        mine = sum(size for page, size in waiting.items() if self.owners.get(page) == who.account_id)
        if mine + sum(self.coming.get(who.sessie_id, ())) + size > MINE:
            raise NuNiet(ENOUGH)
        if sum(waiting.values()) + sum(map(sum, self.coming.values())) + size > IN_ALL:
            raise NuNiet(FULL)

    def belongs(self, path: str, who: Aangemeld) -> None:
        """Remember whose page a file came from."""
        with self.lock:
            self.owners[path.removeprefix(PAGES).partition("/")[0]] = who.account_id


def most_at_once(who: Aangemeld) -> int:
    """Return how many files of one session may be on their way in."""
    return TOGETHER if mag_ergens(who.bevoegdheid, Recht.GEGEVENS_LADEN) else ONE


def held() -> dict[str, int]:
    """Return how many bytes wait in each page that is open."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    return {page: sum(len(each.data) for each in files.values()) for page, files in list(manager.file_storage.items())}


def declared(scope: Scope) -> int | None:
    """Return how large a request says that its body is; None when it does not."""
    said = Headers(scope=scope).get("content-length", "")
    return int(said[:20]) if said.isascii() and said.isdigit() else None


def refusal(error: Fout) -> Response:
    """Answer why a file does not come in."""
    status = {NietToegestaan: 403, TeGroot: 413}.get(type(error), 429)
    return PlainTextResponse(str(error), status, {"Retry-After": str(LATER)} if status == 429 else None)


class SaidByUs:
    """Sends Streamlit's answer to an upload on; when that is a refusal, with a sentence of ours."""

    def __init__(self, send: Send):
        self.send = send
        self.refused: int | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] >= 400:
            self.refused = message["status"]
        elif self.refused is None:
            await self.send(message)
        elif not message.get("more_body"):
            said = PlainTextResponse(INSTEAD.get(self.refused, LOST), self.refused)
            await self.send({"type": "http.response.start", "status": self.refused, "headers": said.raw_headers})
            await self.send({"type": "http.response.body", "body": said.body})


UPLOADS = Uploads()
