"""How wide a text will be, without a font file: advance widths of Source Sans 3, in thousandths of its size.

Measured once from the font (Latin subset, weights 400 and 600), rounded to ten; kerning is left out. Letters
outside the table count as 600, ideographs as 1000. Good to about two per cent, which is what wrapping needs.
"""

from functools import lru_cache

REGULAR = {
    200: " \xa0", 240: "|¦", 250: "',.:;ij·ìíîï‘’", 260: "IlÌÍÎÏ", 290: "!f¡", 300: "()[]{}", 310: "-", 330: "°",
    340: "tª", 350: "/\\r", 360: "º", 370: "²³¹", 420: "*?sz®¿", 430: '"«»“”', 450: "x", 460: "cç", 470: "vyýÿ",
    480: "JYÝ–", 490: "FL", 500: "#$+0123456789<=>^_aegk~¢£¤¥§¬±×àáâãäåèéêë÷", 510: "X", 520: "V", 530: "ESÈÉÊË",
    540: "ATZ`hou¨¯´¸ÀÁÂÃÄÅðòóôõöøùúûü", 550: "bnñ", 560: "dpqµ¶þ", 570: "CPRÇ", 580: "KÞß", 590: "B", 610: "&",
    620: "DG", 640: "UÐÙÚÛÜ", 650: "HNÑ", 660: "OQÒÓÔÕÖØ", 720: "w", 730: "M", 740: "©", 780: "¼æ", 790: "W",
    800: "¾—", 810: "½", 820: "%Æ", 830: "m", 850: "@", 950: "…",
}  # fmt: skip
SEMIBOLD = {
    200: " \xa0", 260: "ij|¦ìíîï", 270: "l", 280: "',.:;I·ÌÍÎÏ‘’", 320: "!()-[]f{}¡", 340: "/\\", 350: "ª°", 360: "t",
    370: "r²³¹º", 430: "s", 440: "*?z®¿", 460: "c«»ç", 480: '"x–“”', 490: "J", 500: "LY_vyÝýÿ",
    510: "#$+0123456789<=>F^e~¢£¤¥§¬±×èéêë÷", 520: "agkàáâãäå", 540: "ESVXZÈÉÊË", 550: "T`o¨¯´¸ðòóôõöø",
    560: "AbdhnpquÀÁÂÃÄÅñùúûüþ", 580: "CPµÇ", 590: "R", 600: "BK¶Þß", 620: "D", 630: "G", 640: "&", 650: "Ð",
    660: "HNUÑÙÚÛÜ", 670: "OQÒÓÔÕÖØ", 740: "M", 750: "w©", 780: "æ", 800: "W¼—", 810: "¾", 830: "½Æ", 840: "%m",
    880: "@", 960: "…",
}  # fmt: skip
WIDTHS = {
    weight: {letter: width for width, letters in table.items() for letter in letters}
    for weight, table in ((400, REGULAR), (600, SEMIBOLD))
}
UNKNOWN, WIDE = 600, 1000
FIRST_WIDE = 0x2E80


def width(text: str, size: float, *, weight: int = 400) -> float:
    """The advance of the text in the same unit as `size`."""
    table = WIDTHS[600 if weight >= 500 else 400]
    total = sum(table.get(letter) or (WIDE if ord(letter) >= FIRST_WIDE else UNKNOWN) for letter in text)
    return total * size / 1000


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float, *, weight: int = 400, most: int = 8) -> tuple[str, ...]:
    """Lines no wider than `room`, broken at spaces, inside a word only where one word alone is too wide.

    At most `most` lines; what does not fit ends in an ellipsis. An empty text is one empty line. A no-break space
    does not break.
    """
    lines: list[str] = []
    current, used = "", 0.0
    space = width(" ", size, weight=weight)
    for word in [piece for piece in text.replace("\n", " ").replace("\t", " ").split(" ") if piece]:
        needed = width(word, size, weight=weight)
        if current and used + space + needed <= room:
            current, used = f"{current} {word}", used + space + needed
            continue
        if current:
            lines.append(current)
        *full, current = [word] if needed <= room else _pieces(word, room, size, weight)
        lines.extend(full)
        used = width(current, size, weight=weight)
    if current or not lines:
        lines.append(current)
    return tuple(lines if len(lines) <= most else [*lines[: most - 1], _shortened(lines[most - 1], room, size, weight)])


@lru_cache(maxsize=4096)
def wrap_even(text: str, room: float, size: float, *, weight: int = 400, most: int = 8) -> tuple[str, ...]:
    """As `wrap`, with the lines of about equal length: as few lines, in the narrowest room that holds them."""
    lines = wrap(text, room, size, weight=weight, most=most)
    narrow, wide = 0.4 * room, room
    while len(lines) > 1 and wide - narrow > 2:
        tried = (narrow + wide) / 2
        found = wrap(text, tried, size, weight=weight, most=most + 1)
        fits = len(found) == len(lines) and all(line in text for line in found)
        lines, wide, narrow = (found, tried, narrow) if fits else (lines, wide, tried)
    return lines


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    """The word cut so that each piece fits; one letter at least in each."""
    pieces, used = [""], 0.0
    for letter in word:
        needed = width(letter, size, weight=weight)
        if pieces[-1] and used + needed > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += needed
    return pieces


def _shortened(line: str, room: float, size: float, weight: int) -> str:
    while line and width(line + "…", size, weight=weight) > room:
        line = line[:-1]
    return line.rstrip() + "…"
