"""The addresses and operations of practices, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of

PART = Part(
    rows={
        "practices:practices": inquiry("read"),
        "practices:practice": Row("write", {"pk": "practices"}, {"text": "Awards", "effect": "helps"}),
        "practices:grounds": inquiry("read"),
        "practices:source_add": Row("write", {"inquiry_id": "inquiry"}, {"title": "Wait time"}),
        "practices:source": Row("write", {"pk": "sources"}, {"title": "Wait time", "version": "1"}),
        "practices:hunch": of("part", "write"),
        "practices:aside": of("sources", "write", kind="kind_source"),
        "practices:restore": of("sources", "write", kind="kind_source"),
    },
    api={
        "read": "list_practices get_grounds",
        "write": "add_practice change_practice set_practice_aside restore_practice calibrate add_source change_source "
        "set_source_aside restore_source",
    },
    bodies={"add_source": {"title": "Wait time"}, "change_source": {"title": "Wait time"}},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.practices import services
    from aimwell.contexts.theory.practices.models import Calibration

    if not Calibration.objects.filter(inquiry=inquiry).exists():
        services.calibrate(by=ana, inquiry=inquiry, version=0, problem="Few say why.")
    return {
        "practices": services.add_practice(by=ana, inquiry=inquiry, text="Awards in May"),
        "sources": services.add_source(by=ana, inquiry=inquiry, title="Wait time", link="https://example.org/wait"),
        "kind_source": "source",
    }
