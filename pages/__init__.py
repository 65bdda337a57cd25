"""The screens. A page asks, fetches and shows; it is listed in `contents.py` and begun by `start.py`."""
