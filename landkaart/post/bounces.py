"""Mail that came back, as the report on it says (RFC 3464): to whom, why, and whether it was a mail of ours."""

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import getaddresses

from landkaart.domein.account import ADDRESS
from landkaart.domein.onbestelbaar import Retour, join_reasons
from landkaart.post.own_mail import is_ours

FAILED = "failed"
# Of a failure that may pass; those are reported as delayed, and some servers call even those failed.
FOR_GOOD = "5"
RECIPIENTS = ("Original-Recipient", "Final-Recipient")


def retour(content: bytes) -> Retour | None:
    """Read a message; None for what is no report that a mail of ours did not arrive, for good.

    Whose report it is, is believed by nothing in it but our own Message-ID, which was made for one address: whoever writes a
    report himself can only say it of an address of which he has our mail.
    """
    try:
        return read_report(message_from_bytes(content, policy=default))
    except (MessageError, LookupError, ValueError, AttributeError):
        # Whatever anybody sends may be in a mailbox; a head is read where it is asked for, and may not be readable then.
        return None


def read_report(report: Message) -> Retour | None:
    """Read it; None for another message.

    Raises what the package email raises for what it cannot read.
    """
    if not is_report(report):
        return None
    failures = [each for each in per_recipient(report) if is_failure(each)]
    original = original_of(report)
    if not failures or original is None:
        return None
    message_id = str(original.get("Message-ID", "")).strip()
    known = [adres for adres in addresses(failures, original) if is_ours(message_id, adres)]
    said = join_reasons([reason(each) for each in failures])
    return Retour(known[0], said) if known else None


def is_report(message: Message) -> bool:
    is_kind = str(message.get_param("report-type", "")).lower() == "delivery-status"
    return message.get_content_type() == "multipart/report" and is_kind


def per_recipient(report: Message) -> Iterator[Message]:
    """Return the fields of each recipient: what comes after those of the mail as a whole."""
    for part in report.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            yield from (each for each in blocks if isinstance(each, Message) and "Final-Recipient" in each)


def is_failure(fields: Message) -> bool:
    status, action = str(fields.get("Status", "")).strip(), str(fields.get("Action", "")).strip().lower()
    return action == FAILED and status.startswith(FOR_GOOD)


def original_of(report: Message) -> Message | None:
    """Return the head of the mail that came back, of which the whole or only the head is sent along."""
    for part in report.walk():
        if part.get_content_type() == "message/rfc822":
            found = part.get_payload()
            first = found[0] if isinstance(found, list) and found else None
            return first if isinstance(first, Message) else None
        if part.get_content_type() in ("text/rfc822-headers", "message/rfc822-headers"):
            text = part.get_content() if isinstance(part, EmailMessage) else part.get_payload()
            return message_from_bytes(text if isinstance(text, bytes) else str(text).encode(), policy=default)
    return None


def addresses(failures: list[Message], original: Message) -> list[str]:
    """Return every address that it may have been sent to: a mail that was forwarded failed at another one."""
    named = [str(each.get(name, "")).rpartition(";")[2] for each in failures for name in RECIPIENTS]
    sent_to = [adres for _, adres in getaddresses([str(original.get("To", ""))])]
    clean = (each.strip().strip("<>").lower() for each in (*sent_to, *named))
    return list(dict.fromkeys(each for each in clean if ADDRESS.fullmatch(each)))


def reason(fields: Message) -> str:
    """Return what the server of the reader said, without the kind of code in front of it."""
    said = str(fields.get("Diagnostic-Code", "")).rpartition(";")[2].strip()
    return said or f"code {fields.get('Status')}"
