"""Other ways to look at a measure than over time: histogram, scatter plot, funnel, Pareto chart, CUSUM."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Field, Query, Schema

from aimwell.contexts.measures import queries, views
from aimwell.contexts.measures.api.base import router
from aimwell.contexts.measures.api.readings import By
from aimwell.contexts.people.api.shared import READ, Id, media

Flag = Literal["0", "1"]
Way = Annotated[
    Literal["histogram", "scatter", "funnel", "pareto", "cusum"] | None,
    Query(description="Without it, the first that the numbers allow. Funnel and Pareto are for members of the team."),
]
Other = Annotated[Id | None, Query(description="For a scatter plot: the measure across; else the first by name.")]
On = Annotated[
    str,
    Query(description="For funnel and Pareto: the first day of a period, or all. Usual: the latest, for Pareto all."),
]
Dots = Annotated[Flag, Query(description="1: the histogram as a dot plot.")]
Wider = Annotated[Flag, Query(description="1: funnel limits that allow for differences between groups.")]
Outside = Annotated[Flag, Query(description="1: without the lines that others than the team would not see.")]


class LookWords(Schema):
    one_line: str
    sentences: list[str] = Field(description="What is seen, how we can tell, what it does not show.")
    notes: list[str]
    alt: str


class BothLooks(Schema):
    en: LookWords
    es: LookWords


class LookOut(Schema):
    """One way to look, with exact numbers; see docs/reference/looks.md."""

    measure: int
    look: str
    period: str
    needs: dict[str, str] = Field(description="By look: what the numbers lack for it; empty where it is offered.")
    other: int | None = Field(description="The other measure of a scatter plot.")
    facts: dict[str, Any] = Field(description="The numbers that the words speak of.")
    rows: list[dict[str, Any]] = Field(description="The rows of the table, in its order.")
    words: BothLooks | None = Field(description="Empty where the look is not offered.")


@router.get("/measures/{measure_id}/looks", response={200: LookOut, **READ})
def get_look(
    request: HttpRequest, measure_id: Id, look: Way = None, by: By = None, other: Other = None, on: On = "",
    dots: Dots = "0", wider: Wider = "0", outside: Outside = "0",
) -> Any:  # fmt: skip
    """One of the other ways to look at a measure, and which ones its numbers allow."""
    asked = queries.Asked(
        look=look or "", by=by or "", other=other, on=on, dots=dots == "1", wider=wider == "1", outside=outside == "1"
    )
    found = queries.looks_page(request.user, queries.find_measure(request.user, measure_id), asked)
    drawn, beside = found.drawn, found.source.beside
    return {
        "measure": measure_id,
        "look": found.look,
        "period": found.period,
        "needs": dict(found.needs),
        "other": beside[0].pk if beside else None,
        "facts": drawn.facts if drawn else {},
        "rows": drawn.rows if drawn else [],
        "words": {lang: asdict(drawn.words_in(lang)) for lang in ("en", "es")} if drawn else None,
    }


@router.get("/measures/{measure_id}/looks.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_look_csv(
    request: HttpRequest, measure_id: Id, look: Way = None, by: By = None, other: Other = None, on: On = "",
    wider: Wider = "0", outside: Outside = "0",
) -> HttpResponseBase:  # fmt: skip
    """The table, exact. Not there where the numbers do not allow the look."""
    return views.looks_csv(request, measure_id)


@router.get("/measures/{measure_id}/looks.svg", response={200: None, **READ}, openapi_extra=media("image/svg+xml"))
def get_look_svg(
    request: HttpRequest, measure_id: Id, look: Way = None, by: By = None, other: Other = None, on: On = "",
    dots: Dots = "0", wider: Wider = "0", outside: Outside = "0",
) -> HttpResponseBase:  # fmt: skip
    """The chart as SVG, ready to print."""
    return views.looks_svg(request, measure_id)


@router.get("/measures/{measure_id}/looks.png", response={200: None, **READ}, openapi_extra=media("image/png"))
def get_look_png(
    request: HttpRequest, measure_id: Id, look: Way = None, by: By = None, other: Other = None, on: On = "",
    dots: Dots = "0", wider: Wider = "0", outside: Outside = "0",
) -> HttpResponseBase:  # fmt: skip
    """The chart as PNG, 1600 pixels wide."""
    return views.looks_png(request, measure_id)
