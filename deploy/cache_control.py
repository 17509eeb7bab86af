"""How long browsers and CloudFront keep a file of the built app."""

_FOREVER = "public, max-age=31536000, immutable"  # another content has another name
_FRESH = "no-cache"  # asked for again each time, by its ETag


def cache_control(path: str) -> str:
    """The header for a path below `dist`, such as `assets/main-1a2b.js`."""
    return _FOREVER if path.startswith("assets/") else _FRESH
