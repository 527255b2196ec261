"""`aimwell verify_history`: check that nobody changed, took away, moved or slipped in a line of the history."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aimwell.core.history.chain import chain_of
from aimwell.core.history.proof import Breach, Broken, Proof, proofs

WORDS = {
    Breach.CHANGED: "event {number} (row {row}) is not as it was written",
    Breach.MISSING: "event {number} is missing",
    Breach.REORDERED: "event {number} (row {row}) is not in its place",
    Breach.INSERTED: "event {number} (row {row}) was slipped in",
}


class Command(BaseCommand):
    help = "Check the hash chains of the history. Ends with 1 and names the first broken event of each chain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--scope", type=int, metavar="ID", help="only the history of this team")
        which.add_argument("--org", type=int, metavar="ID", help="only the history of this organization")
        parser.add_argument("--json", action="store_true", help="answer as JSON; keep it elsewhere as a witness")
        parser.add_argument(
            "--against", type=Path, metavar="FILE", help="an earlier answer as JSON that was kept elsewhere"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        one = options["scope"] is not None or options["org"] is not None
        chain = chain_of(scope_id=options["scope"], org_id=options["org"]) if one else None
        found = list(proofs(chain=chain, witness=_witness(options["against"])))
        self.stdout.write(_as_json(found) if options["json"] else _as_text(found))
        if any(proof.broken for proof in found):
            sys.exit(1)


def _witness(path: Path | None) -> dict[str, tuple[int, str]]:
    if path is None:
        return {}
    try:
        return {row["chain"]: (row["number"], row["hash"]) for row in json.loads(path.read_bytes())["chains"]}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise CommandError(f"{path} is no earlier answer of this command: {problem}") from problem


def _as_json(found: list[Proof]) -> str:
    whole = not any(proof.broken for proof in found)
    return json.dumps({"whole": whole, "chains": [asdict(proof) for proof in found]}, indent=2)


def _as_text(found: list[Proof]) -> str:
    broken = [f"{proof.chain}: {_in_words(proof.broken)}." for proof in found if proof.broken]
    events = sum(proof.events for proof in found)
    return "\n".join([*broken, f"{events} events in {len(found)} chains checked; {len(broken)} chains do not hold."])


def _in_words(broken: Broken) -> str:
    return WORDS[broken.what].format(number=broken.number, row=broken.event_id)
