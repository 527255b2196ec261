"""QR codes as drawings. A picture inside the page's text would break the content security policy."""

import qrcode
from qrcode.image.svg import SvgPathFillImage


def svg(text: str) -> bytes:
    """`text` as a black-on-white SVG with the quiet zone that readers need."""
    drawn: bytes = qrcode.make(
        text, image_factory=SvgPathFillImage, error_correction=qrcode.ERROR_CORRECT_M
    ).to_string()
    return drawn
