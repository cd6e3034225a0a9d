"""Mentions of many articles into events: pure functions over records, no database."""
