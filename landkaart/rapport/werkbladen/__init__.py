"""The tables of a tertaal laid out as sheets to read and use, and written as .xlsx and .ods."""
