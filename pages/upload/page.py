"""Files come in through the browser: what they would change and what is wrong is shown first, and nothing is kept unseen."""

import streamlit as st

from pages.shared.ending import end_page
from pages.shared.frame import heading
from pages.upload.files import ask_files, ask_late, digest_of, show_kinds
from pages.upload.offer import show_offer
from pages.upload.taking_in import read, show_taken, take_in_if_agreed, weighed

heading("Upload")
st.markdown(
    "Sleep bestanden hierheen. U ziet eerst **wat ze zouden wijzigen** en wat er mis mee is. Er verandert niets voordat u "
    "daarmee instemt, en dan komt alles erin of niets."
)
show_taken()
files = ask_files()
late = ask_late()
if not files:
    show_kinds(expanded=True)
    end_page()
digest = digest_of(files)
aanlevering = read(files, digest)
take_in_if_agreed(aanlevering, digest)
aanbod = weighed(aanlevering, digest, late)
show_offer(aanbod, aanlevering.notes, digest, late)
if aanbod.faults:
    show_kinds(expanded=False)
