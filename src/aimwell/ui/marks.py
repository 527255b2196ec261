"""The small vocabulary of marks, drawn 13 px, always with words beside them (mockups, section 6)."""

from math import cos, pi, sin

_RING = '<circle class="m-circle" cx="6.5" cy="6.5" r="5.4" fill="none" stroke="#1B2230" stroke-width="1.4"/>'


def _quarters(count: int) -> str:
    """A ring filled clockwise from the top, `count` quarters of it."""
    if count == 0:
        return _RING
    if count == 4:
        return '<circle class="m-part" cx="6.5" cy="6.5" r="6.1" fill="#1B2230"/>'
    angle = count * pi / 2 - pi / 2
    x, y = round(6.5 + 5.4 * cos(angle), 2), round(6.5 + 5.4 * sin(angle), 2)
    large = 1 if count > 2 else 0
    part = f'<path class="m-part" d="M6.5 6.5V1.1A5.4 5.4 0 {large} 1 {x} {y}Z" fill="#1B2230"/>'
    return _RING + part


SHAPES: dict[str, str] = {
    "in": '<circle class="m-in" cx="6.5" cy="6.5" r="5.2" fill="#1D4F91"/>',
    "below": '<path class="m-below" d="M.6 1.8h11.8L6.5 12z" fill="#C4600F"/>',
    "above": '<path class="m-above" d="M.6 11.6h11.8L6.5 1.4z" fill="#C4600F"/>',
    "planned": '<path class="m-planned" d="M6.5 1 12 6.5 6.5 12 1 6.5z" fill="none" stroke="#1B2230" stroke-width="1.4"/>',
    "range": '<rect class="m-range" x="1" y="3" width="11" height="7" fill="none" stroke="#1B2230" stroke-width="1.4"/>',
    "untried": _quarters(0),
    "one-test": _quarters(1),
    "held-one": _quarters(2),
    "held-two": _quarters(3),
    "held-three": _quarters(4),
    "assumed": _quarters(0),
    "checking": _quarters(2),
    "supported": _quarters(4),
    "contradicted": _RING
    + '<path class="m-slash" d="M2.9 10.1 10.1 2.9" fill="none" stroke="#1B2230" stroke-width="1.4"/>',
    "aside": '<path class="m-dash" d="M2 6.5h9" fill="none" stroke="#1B2230" stroke-width="1.6"/>',
    "sent-up": '<path class="m-up" d="M6.5 12V1.6M2.6 5.4l3.9-3.9 3.9 3.9" fill="none" stroke="#1B2230" stroke-width="1.5"/>',
    "flag": '<path class="m-flag" d="M1.6 1h1.5v.7L12 4.4 3.1 7.2V13H1.6z" fill="#C4600F"/>',
    "done": '<path class="m-tick" d="m1.2 7 3.6 3.7L12 2.6" fill="none" stroke="#1D4F91" stroke-width="2"/>',
    "locked": '<path class="m-lock" d="M1.6 6h9.8v6.4H1.6zM3.7 6V3.9a2.8 2.8 0 0 1 5.6 0V6" fill="none" stroke="#1B2230"'
    ' stroke-width="1.3"/>',
}


def svg(name: str, *, label: str = "") -> str:
    """The mark as inline SVG. With `label` (already escaped) it speaks for itself; without, words stand next to it."""
    role = f'role="img" aria-label="{label}"' if label else 'aria-hidden="true"'
    return f'<svg class="mark" viewBox="0 0 13 13" width="13" height="13" {role} focusable="false">{SHAPES[name]}</svg>'
