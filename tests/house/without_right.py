"""What is no act of its own: it asks for no right, with why."""

# Nobody is in yet, or nothing is written: what stands in for the right.
WITHOUT_RIGHT = {
    "sessies.start_session": "after a password, a link or another's word was checked",
    "sessies.end_session": "whoever holds the token",
    "sessies.count_try": "anybody may try",
    "sessies.note_wrong": "after what was tried was wrong",
    "sessies.forgive_try": "after what was tried was right",
    "sessies.note_request": "anybody may ask",
    "sessies.forgot": "anybody may ask; what comes of it goes to the mailbox of the account",
    "sessies.use_link": "whoever holds the token",
    "sessies.use_state": "whoever holds the sealed cookie of the attempt",
    "koppelingen.bind": "after the provider's word was checked",
    "tweede_factor.use_totp": "whoever holds the code",
    "tweede_factor.use_noodcode": "whoever holds the code",
    "tweede_factor.secret_of": "only reads",
    "klok.note_clock": "what time it is, is nobody's right to say",
    "aanleveringen.reference_faults": "only reads",
    "import_admission.admission_faults": "only reads",
    "bewaartermijnen.last_carried_out": "only reads",
    "geplande_post.note_sending": "what stood in the way of sending is nobody's right to say",
    "uitnodigen.settle_uitnodiging": "what came of a mail is written down, also when the right to send ended since",
    "mailings.settle": "what came of a mail is written down, also when the right to send ended since",
}
