"""Tests in a real browser: what no other test can see."""
