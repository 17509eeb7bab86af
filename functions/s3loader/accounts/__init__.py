"""Registering AWS accounts and the sealed tokens that stand for them."""
