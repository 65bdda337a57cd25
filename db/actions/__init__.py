"""Writing. Each act checks the right, runs inside one write_session() and leaves one log line."""
