"""What no other tool checks: sizes of files and functions, and nothing from one machine in what we commit."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LINES = 500
FUNCTION_LINES = 60
SIZED = {".py", ".js", ".css", ".html", ".sh"}
READ = SIZED | {".md", ".toml", ".txt", ".svg", ".po", ".json", ".yml", ".yaml", ""}

MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/[\w.-]+|Users/[\w.-]+)/[\w.-]+")
ADDRESS = re.compile(r"https?://([^\s/\"'<>)\]`}:]+)")
# Names that are no download: identifiers of formats, licences, examples, and this machine.
ADDRESSES = re.compile(
    r"(?:127\.0\.0\.1|192\.0\.2\.\d+|0\.0\.0\.0|localhost|\[::1\]|testserver|(?:[\w-]+\.)*example(?:\.(?:org|com|edu|net))?|www\.w3\.org"
    r"|www\.apache\.org|keepachangelog\.com|semver\.org|(?:www\.)?creativecommons\.org|json-schema\.org|[{$%\\].*)$"
)
OTHERS_WORK = re.compile(r"(?:^|/)(?:LICENSE|OFL|NOTICE)[\w.-]*$|/fonts/|^tests/conformance/")


def main() -> int:
    findings = [finding for path in sources() for finding in check(path)]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def sources() -> list[Path]:
    """Every text file that is, or could be, committed."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    paths = [ROOT / name for name in sorted(set(names)) if name]
    return [path for path in paths if path.suffix in READ and path.is_file()]


def check(path: Path) -> Iterator[str]:
    name = path.relative_to(ROOT).as_posix()
    text = path.read_text(encoding="utf-8")
    if path.suffix in SIZED and (count := text.count("\n")) > FILE_LINES:
        yield f"{name}: {count} lines; the limit is {FILE_LINES}. Split it by idea."
    if path.suffix == ".py" and "/migrations/" not in name:
        yield from long_functions(name, text)
    if not OTHERS_WORK.search(name):
        yield from machine_traces(name, text)


def long_functions(name: str, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            count = (node.end_lineno or node.lineno) - node.lineno + 1
            if count > FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {count} lines; the limit is {FUNCTION_LINES}."


def machine_traces(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        for path in MACHINE_PATHS.findall(line):
            yield f"{name}:{number}: {path} is a path of one machine."
        for host in ADDRESS.findall(line):
            if not ADDRESSES.match(host):
                yield f"{name}:{number}: {host} is an address outside this product."


if __name__ == "__main__":
    sys.exit(main())
