"""Domain values in the shapes that people read: tables, charts, files."""
