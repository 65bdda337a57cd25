"""What we keep: tables, reading (queries), writing (actions), one act, migrations."""
