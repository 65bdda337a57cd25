"""Coming in and going out: plain pages on their own routes, in front of Streamlit."""
