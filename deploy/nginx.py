"""Writes docker/web/nginx.conf: nginx in the part of CloudFront, from template.yaml."""

import re
import sys
from collections.abc import Mapping
from typing import Final

from deploy.content_types import CONTENT_TYPES, UNKNOWN
from deploy.edge import HASHED, PAGE, Edge, read_edge

# docker-compose.local.yml: where browsers reach LocalStack, and the API among the containers.
_S3: Final = "http://127.0.0.1:4566 http://localhost:4566"
_API: Final = "http://api:8080"

# On plain HTTP browsers ignore it, and on localhost it would reach other programs' pages.
_NOT_HERE: Final = "strict-transport-security"

_CONFIG: Final = """\
# Generated from template.yaml by `make types`, so that it cannot differ from CloudFront.
worker_processes 1;
error_log stderr warn;
pid /tmp/nginx.pid;
events {}

http {
  # Nothing else is written, so the rest of the container can be read-only.
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  access_log off; # queries name people's files; the API logs its calls without them
  server_tokens off;
  merge_slashes off;
  client_max_body_size 10m; # as API Gateway
  large_client_header_buffers 4 10k; # as API Gateway
  gzip on;
  gzip_types text/css text/javascript application/json image/svg+xml application/wasm;

  types {
%(types)s
  }
  default_type %(unknown)s;

  server {
    listen 8080;
    root /usr/share/nginx/html;

    # A pattern, because nginx would redirect /api to a plain /api/.
    location ~ ^/api/ {
      proxy_pass %(api)s;
      proxy_http_version 1.1;
      proxy_read_timeout 30s;
%(api_headers)s
    }
%(files)s
    # Every other address is the app's page.
    location / {
      rewrite ^ /index.html break;
%(page_headers)s
    }
  }
}
"""

_FILES: Final = """
    location ~ %(pattern)s {
%(headers)s
    }
"""


def nginx_config(edge: Edge, api: str) -> str:
    """Return nginx.conf for an edge and the API's origin, such as `http://api:8080`.

    Raises:
        ValueError: a header that nginx would not send as it is
    """
    return _CONFIG % {
        "types": "\n".join(f"    {_quoted(kind)} {end};" for end, kind in CONTENT_TYPES.items()),
        "unknown": UNKNOWN,
        "api": api,
        "api_headers": _replacing(edge.api_headers),
        "files": "".join(_file(pattern, edge) for pattern in edge.files),
        "page_headers": _page(edge, PAGE),
    }


def _file(pattern: str, edge: Edge) -> str:
    kept = HASHED if pattern.startswith("/assets/") else PAGE
    regex = "^" + re.escape(pattern).replace(r"\*", ".*") + "$"
    return _FILES % {"pattern": regex, "headers": _page(edge, kept)}


def _page(edge: Edge, cache_control: str) -> str:
    # Without "always" an error has none, so a missing file is not kept for a year.
    kept = f"      add_header cache-control {_quoted(cache_control)};"
    return f"{_added(edge.page_headers)}\n{kept}"


def _replacing(headers: Mapping[str, str]) -> str:
    hidden = "\n".join(f"      proxy_hide_header {name};" for name in headers)
    return f"{hidden}\n{_added(headers)}"


def _added(headers: Mapping[str, str]) -> str:
    return "\n".join(
        f"      add_header {name} {_quoted(value)} always;"
        for name, value in headers.items()
        if name != _NOT_HERE
    )


def _quoted(value: str) -> str:
    if re.search(r'["\\$\n]', value):
        raise ValueError(f"nginx would read more than text in {value!r}")
    return f'"{value}"'


if __name__ == "__main__":
    sys.stdout.write(nginx_config(read_edge({"S3Sources": _S3}), _API))
