"""The addresses and operations of the theory over time, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, inquiry, of

PART = Part(
    rows={
        "diagram:then": inquiry("members"),
        "diagram:keep": inquiry("write"),
        "diagram:put_away": of("kept_version", "write"),
        "diagram:file_csv": inquiry("read"),
        "diagram:file_txt": inquiry("read"),
        "diagram:bring": inquiry("members"),
        "diagram:take_back": of("theory_file", "write"),
    },
    api={
        "read": "get_drivers_csv get_drivers_txt",
        "members": "get_theory_then get_theory_differences list_kept_versions",
        "write": "keep_version set_kept_version_aside restore_kept_version look_at_theory_file take_theory_file_in "
        "take_theory_file_back",
    },
    bodies={name: {"text": "- P A new driver"} for name in ("look_at_theory_file", "take_theory_file_in")},
    files=frozenset({"diagram:file_csv", "diagram:file_txt"}),
    more=(("diagram:then", "?from=2026-09-01&to=2027-02-01", {}),),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.diagram.services import keep_version, take_file_in

    file = take_file_in(by=ana, inquiry=inquiry, text="- P Words to start with", name="words.txt")
    kept = keep_version(by=ana, inquiry=inquiry, name="2026-27")
    return {"kept_version": kept, "versions": kept, "theory_file": file, "files": file}
