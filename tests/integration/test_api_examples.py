"""The examples in docs/reference/api.md work as they stand, in the order in which they stand."""

import json
import re
import shlex
from pathlib import Path

import pytest

from aimwell.contexts.theory.services import start_inquiry

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def examples():
    """(method, path, body) of every curl call on the page."""
    found = []
    for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        for command in re.split(r"^curl ", block.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
            words = shlex.split(command)
            method = words[words.index("-X") + 1] if "-X" in words else "GET"
            body = json.loads(words[words.index("-d") + 1]) if "-d" in words else None
            [url] = [word for word in words if word.startswith("http")]
            found.append((method, url.partition("/api/v1")[2], body))
    return found


@pytest.fixture
def call(api, ana, team):
    """Calls an example with the numbers of this database in place of those on the page."""
    numbers = {"teams/3/": team.pk, "inquiries/7/": start_inquiry(by=ana, team=team).pk}
    made_by = {"/teams/3/measures": "measures/12/", "/measures/12/imports": "imports/40/"}
    made_by["/inquiries/7/cycles"] = "cycles/31/"

    def send(method, path, body):
        address = path
        for written, number in numbers.items():
            address = address.replace(written, f"{written.split('/')[0]}/{number}/")
        answer = api(ana, method, address, body)
        if path in made_by:
            numbers[made_by[path]] = answer.json()["id"]
        return answer

    return send


def test_every_example_works(call):
    told = [(method, path, call(method, path, body)) for method, path, body in examples()]
    assert [(method, path, answer.status_code) for method, path, answer in told] == [
        ("GET", "/me", 200),
        ("POST", "/teams/3/measures", 201),
        ("POST", "/measures/12/imports", 201),
        ("POST", "/imports/40/columns", 200),
        ("POST", "/imports/40/apply", 200),
        ("GET", "/measures/12/reading?by=week", 200),
        ("POST", "/inquiries/7/cycles", 201),
        ("POST", "/cycles/31/start", 200),
    ]
    by_path = {path: answer.json() for _method, path, answer in told}
    assert by_path["/imports/40/apply"]["done"] == {"new": 3, "same": 0, "replaced": 0, "left_out": 0}
    assert [point["numerator"] for point in by_path["/measures/12/reading?by=week"]["points"]] == [8, 11, None]
    assert by_path["/cycles/31/start"]["state"] == "doing"
