"""Components. Each draws one idea; none decides anything. `{% load ui %}`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aimwell.domain.words.dates import long_date
from aimwell.ui import marks
from aimwell.ui.diff import Piece
from aimwell.ui.flash import LOOK, UNDO

register = template.Library()


def _part(name: str, /, **values: Any) -> SafeString:
    return mark_safe(render_to_string(f"ui/parts/{name}.html", values).strip())  # noqa: S308  (escaped by the template)


@register.simple_tag
def mark(name: str, words: str = "", *, speak: str = "", black: bool = False) -> SafeString:
    """A mark with its words after it. `speak`: words for screen readers where the row's heading shows them.

    `black`: for paper.
    """
    shape = mark_safe(marks.svg(name, label=speak, black=black))  # noqa: S308
    if not words:
        return shape
    return format_html('<span class="marked">{}<span class="mark-word">{}</span></span>', shape, words)


@register.simple_tag
def idempotency_key() -> SafeString:
    """A fresh key for this form, so that sending it twice does it once."""
    return format_html('<input type="hidden" name="key" value="{}">', uuid4())


@register.simple_tag
def version_field(thing: Any) -> SafeString:
    """The version this form started from."""
    return format_html('<input type="hidden" name="version" value="{}">', thing.version)


@register.simple_tag
def words(pieces: Iterable[Piece]) -> SafeString:
    """Text with words out struck and words in tinted. On the merge page each side's own words are tinted."""
    pieces = list(pieces)
    both = {"mine", "theirs"} <= {piece.kind for piece in pieces}
    parts = []
    for piece in pieces:
        tag = "" if piece.kind == "same" else "del" if both and piece.kind == "mine" else "ins"
        parts.append(format_html("<{0}>{1}</{0}>", tag, piece.text) if tag else escape(piece.text))
    return mark_safe("".join(parts))  # noqa: S308


@register.simple_block_tag
def page_title(content: str, title: str, *, over: str = "", lead: str = "") -> SafeString:
    return _part("page_title", content=content, title=title, over=over, lead=lead)


@register.simple_block_tag
def section(content: str, label: str, *, under: str = "", id: str = "", line: str = "") -> SafeString:
    """Margin label and content. `line="ink"`: the strong line of a new part of the page."""
    return _part("section", content=content, label=label, under=under, id=id, line=line)


@register.simple_block_tag
def field(
    content: str, label: str, *, id: str, help: str = "", ask: str = "", example: str = "", kept: str = ""
) -> SafeString:
    """A control that is not a Django form field. `id` is the control's id."""
    return _part("field", content=content, label=label, id=id, help=help, ask=ask, example=example, kept=kept)


@register.simple_tag
def choices(
    legend: str, *, name: str, options: Sequence[Mapping[str, Any]], value: str = "", across: bool = False,
    help: str = "",
) -> SafeString:  # fmt: skip
    """Radio group. Each option: value, label, and `why` with `off=True` where it is not available."""
    values = {"legend": legend, "name": name, "options": options, "value": value, "across": across, "help": help}
    return _part("choices", **values)


@register.simple_tag
def switch(label: str, items: Sequence[Mapping[str, Any]]) -> SafeString:
    """Two or three views of the same thing, as links. Each item: label, url, current."""
    return _part("switch", label=label, items=items)


@register.simple_block_tag
def hint(content: str, title: str = "", *, actions: str = "") -> SafeString:
    return _part("hint", content=content, title=title, actions=actions)


_BANNER_MARKS = {"offline": "flag", "look": "flag", "online": "done"}


@register.simple_block_tag
def banner(content: str, kind: str, title: str = "") -> SafeString:
    """Kinds: offline, online, practice, viewing, earlier, look."""
    mark_name = _BANNER_MARKS.get(kind, "")
    return _part("banner", content=content, kind=kind, title=title, mark_name=mark_name, look=mark_name == "flag")


@register.simple_block_tag
def margin_note(content: str, kind: str = "") -> SafeString:
    """Kinds: "" (a note), because (explains a change), private (team only)."""
    return format_html('<aside class="margin-note {}">{}</aside>', kind, content)


@register.simple_block_tag
def empty_state(
    content: str, title: str, text: str = "", *, example: str = "", button: str = "", url: str = "", paper: str = "",
    paper_url: str = "", heading: str = "h2",
) -> SafeString:  # fmt: skip
    """One sentence, one worked example (the content), one button, one paper way."""
    values = {"title": title, "text": text, "example": example, "button": button, "url": url}
    return _part("empty_state", content=content, paper=paper, paper_url=paper_url, heading=heading, **values)


@register.simple_block_tag
def worked_example(content: str, label: str) -> SafeString:
    return format_html('<div class="worked"><p class="from">{}</p>{}</div>', label, content)


@register.simple_block_tag
def disclosure(content: str, summary: str, *, open: bool = False, id: str = "") -> SafeString:
    return _part("disclosure", content=content, summary=summary, open=open, id=id)


@register.simple_tag
def hidden_value(reason: str, *, block: bool = False) -> SafeString:
    """Where a number would stand: why it does not."""
    tag, more = ("p", " block") if block else ("span", "")
    return format_html('<{0} class="hidden-value{1}">{2}</{0}>', tag, more, reason)


@register.simple_block_tag
def chart(content: str, label: str, *, caption: str = "", walk: bool = True) -> SafeString:
    """Holder of a chart drawing. With `walk`, arrow keys read its points one by one."""
    return _part("chart", content=content, label=label, caption=caption, walk=walk)


@register.simple_block_tag
def small_chart(content: str, name: str, *, n: str = "", verdict: str = "") -> SafeString:
    return _part("small_chart", content=content, name=name, n=n, verdict=verdict)


@register.simple_block_tag
def data_table(content: str, caption: str, *, blocks: bool = False, show_caption: bool = False) -> SafeString:
    """A table that never widens the page. `blocks`: on a phone a row becomes a short block (cells have data-label)."""
    return _part("data_table", content=content, caption=caption, blocks=blocks, show_caption=show_caption)


@register.simple_tag
def ramp(steps: Sequence[Mapping[str, Any]], label: str) -> SafeString:
    """Linked cycles in a row. Each step: no, name, where, strip, predicted, act, mark, url, current, draft."""
    return _part("ramp", steps=steps, label=label)


@register.simple_tag
def count_squares(groups: Sequence[Sequence[bool]], label: str, *, total: str = "") -> SafeString:
    """Planned counts, filled where they came in. `total` such as "10 of 12" is said in words."""
    return _part("count_squares", groups=groups, label=label, total=total)


@register.simple_tag
def crumbs(items: Sequence[tuple[str, str]]) -> SafeString:
    """The way through the graph: pairs of words and address; the last may have none."""
    return _part("crumbs", items=items)


@register.simple_tag
def pages(page: Page, *, query: str = "", name: str = "page") -> SafeString:
    """Previous, next, and "21 to 40 of 200". `query`: other parameters to keep, without a leading sign."""
    return _part("pages", page=page, query=query, name=name)


@register.simple_tag
def submit(words: str, *, busy: str = "", second: bool = False, name: str = "", value: str = "") -> SafeString:
    return _part("submit", words=words, busy=busy, second=second, name=name, value=value)


@register.filter(expects_localtime=True)
def long_day(day: date | None) -> str:
    """ "February 1, 2027" of a day or a moment, as the charts and cycles say it; nothing for no day."""
    return long_date(day, get_language() or "en") if day else ""


@register.filter
def flash_undo(tags: str) -> str:
    """The address a flash line offers for taking back, or nothing."""
    return next((tag.removeprefix(UNDO) for tag in (tags or "").split() if tag.startswith(UNDO)), "")


@register.filter
def flash_look(tags: str) -> bool:
    return LOOK in (tags or "").split()
