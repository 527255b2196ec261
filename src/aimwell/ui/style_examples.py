"""Example values for the style page. All people and numbers are invented."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aimwell.ui.diff import one_side, pieces
from aimwell.ui.forms import ChoiceRow

SWATCHES = (
    "paper", "sheet", "sunk", "rule", "ink", "ink-2", "ink-3", "edge",
    "blue", "blue-tint", "orange-text", "orange-mark",
)  # fmt: skip
LINES = ("hair", "edge", "ink", "blue", "aim", "hidden")
PAGE_SIZE, ROWS, PAGE_SHOWN = 20, 200, 2


class ExampleForm(forms.Form):
    """One of each kind of field, sent empty so that it asks for what is missing."""

    predict = forms.CharField(
        label=gettext_lazy("What do you predict?"),
        help_text=gettext_lazy("A number or a range."),
        error_messages={"required": gettext_lazy("A number or a range, so that we can meet it again in Study.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Which way is good?"),
        choices=[("up", gettext_lazy("Up")), ("down", gettext_lazy("Down"))],
        error_messages={"required": gettext_lazy("Choose one.")},
        widget=ChoiceRow,
    )
    shared = forms.BooleanField(label=gettext_lazy("Our coach may read this"), required=False)


def marks() -> list[tuple[str, str]]:
    return [
        ("in", _("in the predicted range")),
        ("below", _("below the prediction")),
        ("above", _("above the prediction")),
        ("planned", _("planned, predicted")),
        ("flag", _("needs you")),
        ("done", _("done, filled")),
        ("locked", _("locked")),
        ("untried", _("not tried, assumed")),
        ("one-test", _("one test")),
        ("held-one", _("held in one setting, being checked")),
        ("held-two", _("held in two settings")),
        ("held-three", _("held in three, supported")),
        ("contradicted", _("contradicted, abandoned")),
        ("aside", _("set aside or reworded")),
        ("sent-up", _("sent to the level that controls it")),
    ]


def tally() -> dict[str, str]:
    """The words beside the counts of the pad, which the page's script writes."""
    return {
        "none": _("heard so far"),
        "of": _("heard so far, of 24"),
        "said_one": _("1 of 1"),
        "said": _("11 of 18"),
    }


def ramp_steps() -> list[dict[str, Any]]:
    return [
        {
            **_step(1, "below", _("predicted 12 or more, heard 8 of 24")),
            "name": _("Starters on desk cards"),
            "act": _("Adapt"),
        },
        {
            **_step(2, "in", _("predicted 12 or more, heard 13 of 24")),
            "name": _("A quiet minute to rehearse"),
            "act": _("Repeat elsewhere"),
        },
        {
            **_step(3, "below", _("predicted 30–36, heard 27 of 50")),
            "name": _("A task with two answers"),
            "act": _("You are here"),
            "current": True,
        },
        {
            **_step(4, "planned", _("predicts 16 or more of 26")),
            "name": _("Timer on the board"),
            "act": _("Starts Feb 15"),
            "draft": True,
        },
    ]


def _step(number: int, mark: str, predicted: str) -> dict[str, Any]:
    cycle = _("Cycle %(number)d") % {"number": number}
    return {"no": cycle, "mark": mark, "predicted": predicted, "url": "#ramp"}


def act_options() -> list[dict[str, Any]]:
    return [
        {"value": "adopt", "label": _("Adopt")},
        {"value": "adapt", "label": _("Adapt")},
        {"value": "repeat", "label": _("Repeat")},
        {"value": "scale", "label": pgettext("style page", "Scale"), "off": True, "why": _("after one more setting")},
        {"value": "abandon", "label": _("Abandon")},
    ]


def context(here: str) -> dict[str, Any]:
    """Everything the style page shows. `here`: its own address, for the switch of themes."""
    mine, theirs = _("The task works once they have rehearsed it."), _("The task works when we start on time.")
    return {
        "swatches": SWATCHES,
        "lines": LINES,
        "all_marks": marks(),
        "themes": [
            {"label": _("As this device"), "url": "?", "current": "theme=" not in here},
            {"label": _("Light"), "url": "?theme=light", "current": "theme=light" in here},
            {"label": _("Dark"), "url": "?theme=dark", "current": "theme=dark" in here},
        ],
        "form": ExampleForm({}),
        "act_options": act_options(),
        "tally": tally(),
        "ramp_steps": ramp_steps(),
        "count_groups": [[True] * 4, [True, False, True, True], [True, True, False, True]],
        "crumb_items": [(_("Aim"), "#top"), (_("Tasks worth talking about"), "#top"), (_("Cycle 3"), "")],
        "example_page": Paginator(range(ROWS), PAGE_SIZE).page(PAGE_SHOWN),
        "diff": pieces(mine, theirs),
        "conflict": {
            "who": "Devon",
            "when": "12:03",
            "fields": [
                {
                    "name": "example_merge",
                    "label": _("What did you learn?"),
                    "mine": mine,
                    "theirs": theirs,
                    "mine_diff": one_side(mine, theirs, "mine"),
                    "theirs_diff": one_side(mine, theirs, "theirs"),
                    "both": f"{mine}\n\n{theirs}",
                }
            ],
        },
    }
