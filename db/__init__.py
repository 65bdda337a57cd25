"""What we keep: tables, reading (queries), writing (actions), migrations."""
