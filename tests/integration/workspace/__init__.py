"""What the tests know of each tool of the workspace: its addresses, its operations, and one of everything."""

from typing import Any

from integration.workspace import (
    barriers,
    choosing,
    coherence,
    collecting,
    conditions,
    conversation,
    diagram,
    digest,
    equity,
    fishbone,
    focus,
    huddle,
    launch,
    layers,
    ledger,
    meetings,
    networks,
    noticing,
    oldforms,
    paper,
    practices,
    predicting,
    processes,
    protocols,
    quick,
    rounds,
    rubric,
    shareout,
    support,
    threads,
    voices,
    wall,
    windows,
)

TOOLS = (
    barriers, choosing, coherence, collecting, conditions, conversation, diagram, digest, equity, fishbone,
    focus, huddle, launch, layers, ledger, meetings, networks, noticing, oldforms, paper, practices, predicting,
    processes, protocols, quick, rounds, rubric, shareout, support, threads, voices, wall, windows,
)  # fmt: skip
LABELS = tuple(tool.__name__.rsplit(".", 1)[1] for tool in TOOLS if tool is not fishbone)  # it is of the theory itself


def things_of_tools(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """One of everything that the tools speak of, made by Ana for her team."""
    return {name: thing for tool in TOOLS for name, thing in tool.things(ana, team, inquiry).items()}
