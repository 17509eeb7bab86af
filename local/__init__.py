"""The whole stack on one machine without Docker: embedded AWS, API, single-page app, demo data."""
