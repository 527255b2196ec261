"""The addresses and operations of layers, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of

PART = Part(
    rows={
        "layers:both": inquiry("members"),
        "layers:close": of("layers", "write"),
        "layers:open": of("layers", "write"),
        "layers:asked": Row("members", {"pk": "layers"}, {"text": "The late bus leaves at noon"}),
        "layers:mine": Row("personal"),
        "layers:change": Row("write", {"pk": "layer-lines"}, {"text": "The bus leaves at noon", "version": "1"}),
        "layers:withdraw": of("layer-lines", "write"),
        "layers:put_back": of("layer-lines", "write"),
        "layers:take": Row("write", {"pk": "layer-lines"}, {"bone": "{layer_bone}"}),
        "layers:merge": Row("write", {"pk": "layer-lines"}, {"cause": "{layer_cause}"}),
        "layers:back": of("layer-lines", "write"),
    },
    api={
        "members": "get_layers get_layer",
        "write": "ask_for_layer",
        "own": "close_layer open_layer say_in_layer change_layer_line withdraw_layer_line put_layer_line_back "
        "take_layer_line_over merge_layer_line put_layer_line_beside",
        "personal": "list_layers_asked_of_me",
    },
    bodies={"merge_layer_line": {"cause": "@layer_cause"}},
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.layers import services
    from aimwell.contexts.theory.layers.models import LayerAsk
    from aimwell.contexts.theory.services import add_bone

    bone = add_bone(by=ana, inquiry=inquiry, name="Beyond the room")
    facts = {"label": "Bus office", "question": "What do we not see?"}
    ask = LayerAsk.objects.create(inquiry=inquiry, whom=ana, created_by=ana, **facts)
    first = services.add_line(by=ana, ask=ask, text="No bus on Wednesdays", bone=bone)
    cause = services.take_over(by=ana, line=first)
    return {
        "layers": ask,
        "layer-lines": services.add_line(by=ana, ask=ask, text="The late bus leaves at noon", bone=bone),
        "layer_bone": bone,
        "layer_cause": cause,
        "layer_origin": first.origins.get(),
    }
