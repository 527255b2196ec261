"""What goes over the wire, and what the content security policy allows."""

import gzip
import re
from pathlib import Path

import pytest

import aimwell

PACKAGE = Path(aimwell.__file__).parent
STATIC = PACKAGE / "ui" / "static" / "ui"
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*") if path.suffix in {".html", ".svg"})
KB = 1024


def zipped(pattern: str) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in STATIC.glob(pattern))


def test_all_style_sheets_together_stay_under_30_kb() -> None:
    assert 0 < zipped("css/*.css") <= 30 * KB


def loaded_by(name: str) -> set[str]:
    """A script and all that it imports."""
    found, waiting = set(), [name]
    while waiting:
        script = waiting.pop()
        found.add(script)
        text = (STATIC / "js" / script).read_text(encoding="utf-8")
        waiting += [
            path for path in re.findall(r'from "\./([^"]+)"|import "\./([^"]+)"', text) for path in path if path
        ]
        waiting = [script for script in waiting if script not in found]
    return found


def test_scripts_of_every_page_stay_under_15_kb() -> None:
    scripts = loaded_by("page.js")
    assert {"drafts.js", "walk.js", "outbox.js"} < scripts
    assert sum(zipped(f"js/{name}") for name in scripts) <= 15 * KB


def test_scripts_of_single_pages_stay_under_6_kb_each() -> None:
    more = {path.name for path in STATIC.glob("js/*.js")} - loaded_by("page.js")
    assert more == {"driver-canvas.js", "driver-drag.js", "driver-view.js", "listen.js", "tally.js"}
    assert max(zipped(f"js/{name}") for name in more) <= 6 * KB


def test_fonts_of_an_english_or_spanish_page_stay_under_100_kb() -> None:
    latin = [path for path in STATIC.glob("fonts/*.woff2") if "latin-ext" not in path.name]
    assert len(latin) == 4
    assert sum(path.stat().st_size for path in latin) <= 100 * KB
    assert (STATIC / "fonts" / "OFL.txt").read_text(encoding="utf-8").count("SIL OPEN FONT LICENSE") == 1


def test_every_font_named_in_the_style_sheet_is_there() -> None:
    named = re.findall(r'url\("\.\./fonts/([^"]+)"\)', (STATIC / "css" / "fonts.css").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(path.name for path in STATIC.glob("fonts/*.woff2"))


def test_nothing_comes_from_another_host() -> None:
    for path in [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js"), *TEMPLATES]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"""(src|href|url|from|import)\s*[=( ]\s*["']?(https?:)?//""", text), path


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_holds_inline_style_script_or_handler(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    paper = "<style" in text and path.parent.name == "print"  # a sheet for the PDF maker, never sent to a browser
    assert paper or not re.search(r"<style[\s>]", text)
    assert not re.search(r"\sstyle\s*=\s*[\"']", text)
    assert not re.search(r"<[^>]*\son[a-z]+\s*=\s*[\"']", text)
    for tag in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in tag or 'type="application/json"' in tag, tag
    assert "javascript:" not in text
