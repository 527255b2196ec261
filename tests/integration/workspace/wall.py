"""The addresses and operations of photos of chart paper, and one of everything they speak of."""

from types import SimpleNamespace
from typing import Any

from integration.workspace.collecting import picture
from integration.workspace.rows import Part, Row, inquiry, of

PART = Part(
    rows={
        "wall:wall": inquiry("read"),
        "wall:photo": of("wall-photos", "read"),
        "wall:image": of("wall-photos", "read"),
        "wall:move": Row("write", {"pk": "wall-photos"}, {"beside": "problem"}),
        "wall:check": of("wall-photos", "write"),
        "wall:aside": of("wall-photos", "write"),
        "wall:restore": of("wall-photos", "write"),
        "wall:causes": Row(
            "members", {"pk": "wall-photos"}, {"do": "put", "line-2": "on", "bone-2": "{bone}", "version": "1"}
        ),
        "wall:take_back": Row("write", {"batch": "wall-batches"}),
        "wall:again": Row("write", {"batch": "wall-batches"}),
    },
    api={
        "read": "list_wall_photos get_wall_photo get_wall_photo_file",
        "members": "get_wall_lines",
        "write": "add_wall_photo change_wall_photo move_wall_photo check_wall_photo make_causes_of_wall_lines "
        "take_wall_causes_back bring_wall_causes_again set_wall_photo_aside restore_wall_photo",
    },
    bodies={"make_causes_of_wall_lines": {"lines": [{"text": "The bell cuts us off", "bone": "@bones"}]}},
    files=frozenset({"wall:image"}),
    more=(
        ("wall:wall", "?beside=problem", {}),
        ("wall:photo", "", {"pk": "wall_private"}),
        ("wall:causes", "", {"pk": "wall_private"}),
    ),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.services import add_bone
    from aimwell.contexts.theory.voices.services import add_interview
    from aimwell.contexts.theory.wall import services
    from integration.workspace.collecting import DAY

    words = "We talk before we think\nThe bell cuts us off"
    photo = services.add_photo(
        by=ana, inquiry=inquiry, upload=picture(), alt="Our fishbone in marker", place="fishbone", checked=True,
        transcription=words,
    )  # fmt: skip
    bone = add_bone(by=ana, inquiry=inquiry, name="Wall")
    (made,) = services.put_on_fishbone(by=ana, photo=photo, lines=[("We talk before we think", bone.pk)])
    heard = add_interview(by=ana, inquiry=inquiry, kind="interview", role="fifth grader", group="students",
                          held_on=DAY, consent="given")  # fmt: skip
    private = services.add_photo(
        by=ana, inquiry=inquiry, upload=picture(), alt="Notes of a talk", place="interview", beside=heard.pk
    )
    return {
        "wall-photos": photo,
        "wall_private": private,
        "wall_line": made,
        "wall-batches": SimpleNamespace(pk=made.batch),
    }
