"""HTML to tagged PDF (PDF/UA-1) with WeasyPrint. Reads our own static files only, never the network."""

from __future__ import annotations

from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path
from typing import Any

STATIC = "file:///static/"


def html_to_pdf(html: str, *, find: Callable[[str], str | None]) -> bytes:
    """`html`: a whole page with `lang` and `title`. `find`: path below /static/ to a file. Returns a PDF/UA-1 file.

    Raises OSError where the Pango libraries are not installed.
    """
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
            if path is None:
                raise ValueError(f"not one of our own files: {url}")
            kind = guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, Path(path).read_bytes(), headers={"Content-Type": kind})

    document = HTML(string=html, base_url=STATIC, url_fetcher=OwnFiles())
    pdf: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return pdf
