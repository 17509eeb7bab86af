"""Listing what lies in a bucket."""
