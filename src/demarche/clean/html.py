"""The article of an HTML page, by trafilatura, in a child process: no page can hang or bloat the run.

`extract_page` runs in the child; `PageReader` is the parent's side.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import Any, Self

from demarche.child import Child
from demarche.problems import DocumentError

_EXTRACTION: dict[str, Any] = {
    "favor_precision": True,
    "include_comments": False,
    "with_metadata": True,
    # a page without a date would else get the year of its footer's copyright line
    "date_extraction_params": {"extensive_search": False, "original_date": True},
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the text of its article, a paragraph a line, and what the page says of it."""

    text: str
    title: str | None = None
    url: str | None = None  # as the page gives it: canonical
    published: str | None = None  # YYYY-MM-DD, of the page's metadata


class PageReader:
    """Reads pages in a child process that is started with the first one and serves many."""

    def __init__(self, *, seconds: float, megabytes: int) -> None:
        self._child = Child(f"{__name__}:extract_page", seconds=seconds, megabytes=megabytes)

    def read(self, html: str, url: str | None = None) -> Page:
        """The page's article. DocumentError: `empty_extraction`, `extraction_timeout`, `_memory` or `_failed`."""
        message = json.dumps({"html": html, "url": url}, ensure_ascii=True).encode("ascii")
        page = Page(**json.loads(self._child.call(message)))
        if not page.text.strip():
            raise DocumentError("empty_extraction")
        return page

    def close(self) -> None:
        """End the child process; reading another page starts a new one."""
        self._child.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def extract_page(message: bytes) -> bytes:
    """In the child: a Page as JSON for a page as JSON (`html`, `url`); its text is empty where none was found."""
    request = json.loads(message)
    page = _extract(request["html"], request["url"]) or _extract(_deep_tree(request["html"]), request["url"])
    return json.dumps(asdict(page or Page(""))).encode("ascii")


def _extract(page: object, url: str | None) -> Page | None:
    """The article of a page or of its parsed tree."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page, url=url, **_EXTRACTION) if page is not None else None
    if found is None or not found.text:
        return None
    return Page(found.text, found.title or None, found.url or None, found.date or None)


def _deep_tree(html: str) -> object:
    """The page parsed without libxml2's limit of 256 levels, beyond which trafilatura silently finds nothing."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as parser

    try:
        return parser.document_fromstring(
            html.encode(), parser=parser.HTMLParser(huge_tree=True, encoding="utf-8", no_network=True)
        )
    except etree.ParserError:  # nothing but white space and comments
        return None
