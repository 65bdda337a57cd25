"""The program that a browser runs: Streamlit's own files and ours beside them, sent packed and kept by who has them."""
