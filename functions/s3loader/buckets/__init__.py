"""Listing the buckets of the connected account."""
