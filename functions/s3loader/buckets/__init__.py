"""Listing the buckets of the connected account, and letting browsers into them."""
