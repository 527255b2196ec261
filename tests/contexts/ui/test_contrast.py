"""The colours of tokens.css: text needs 4.5 to 1, marks and field borders 3 to 1 (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

import aimwell

TOKENS = (Path(aimwell.__file__).parent / "ui" / "static" / "ui" / "css" / "tokens.css").read_text(encoding="utf-8")
PAIRS = dict(re.findall(r"--([a-z0-9-]+): light-dark\((#[0-9A-F]{6}, #[0-9A-F]{6})\)", TOKENS))
LIGHT = {name: pair.split(", ")[0] for name, pair in PAIRS.items()}
DARK = {name: pair.split(", ")[1] for name, pair in PAIRS.items()}
TEXT = ("ink", "ink-2", "ink-3", "blue", "blue-hover", "orange-text")
MARKS = ("edge", "orange-mark", "blue", "ink")


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right_at_its_ends() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_there_are_fifteen_colours_and_both_ways_to_write_them_agree() -> None:
    plain = dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6});", TOKENS))
    assert len(PAIRS) == 15
    assert plain == LIGHT


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "sunk", "blue-tint"])
@pytest.mark.parametrize("text", TEXT)
def test_text_is_readable(theme: dict[str, str], ground: str, text: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_and_borders_are_visible(theme: dict[str, str], ground: str, mark: str) -> None:
    assert contrast(theme[mark], theme[ground]) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("button", ["blue", "blue-hover"])
def test_words_on_the_main_button_are_readable(theme: dict[str, str], button: str) -> None:
    assert contrast(theme["on-blue"], theme[button]) >= 4.5
