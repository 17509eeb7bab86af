"""Listing and deleting what lies in a bucket."""
