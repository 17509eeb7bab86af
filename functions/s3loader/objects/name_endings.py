"""What a name's ending says of the content; every text that is no table or JSON counts as plain.

Not Python's table: it differs between versions, and takes TypeScript for video.
"""

from typing import Final

# Prose and markup, settings, programs; and some files that are called so, without an ending.
_TEXTS = """
    txt text log md markdown rst adoc tex srt vtt diff patch html htm xhtml svg xml xsd xsl
    yaml yml toml ini cfg conf properties env editorconfig gitignore dockerignore tf hcl
    css scss less js mjs cjs jsx ts mts cts tsx vue svelte py pyi rb php pl lua go rs java kt
    scala swift c h cc cpp hpp cs m r jl sh bash zsh fish bat cmd ps1 sql graphql proto
    dockerfile makefile gradle cmake readme license
"""

TYPE_OF_ENDING: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
    "flac": "audio/flac",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    **dict.fromkeys(("json", "geojson", "jsonl", "ndjson", "ipynb", "har"), "application/json"),
    **dict.fromkeys(_TEXTS.split(), "text/plain"),
}
