"""CPU time of the main pages beside two bare Django pages in the same run: one that extends our base page, one that
extends nothing. Both go through the same middleware with a signed-in session. `python -m bench.pages` prints JSON.
"""

from __future__ import annotations

import json
import os
from typing import Any

ROUNDS, WARM = 40, 5


def main() -> dict[str, Any]:
    """Times in ms of CPU; a ratio is the page's time to that of the bare page with our base page."""
    from bench import world
    from bench.floors import BARE, PLAIN

    world.build()
    client = world.client_of()
    bare = world.Page("bare", BARE, "One paragraph.")
    pages = [bare, world.Page("plain", PLAIN, "One paragraph."), *world.main_pages()]
    for page in pages:
        world.check(client, page)
    world.cpu_ms(client, pages, WARM)
    times = world.cpu_ms(client, pages, ROUNDS)
    return {
        "rounds": ROUNDS,
        "cpu_ms": {name: round(took, 2) for name, took in times.items()},
        "to_bare_page": {name: round(took / times["bare"], 2) for name, took in times.items()},
        "to_plain_page": {name: round(took / times["plain"], 2) for name, took in times.items()},
        "queries": {page.name: world.queries(client, page) for page in pages},
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    print(json.dumps(main(), indent=2))
