"""Every form on paper, in the order in which a team meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_noop as _

from aimwell.contexts.theory.paper.views import causes, drivers, problem, team
from aimwell.contexts.theory.paper.views.blocks import Block
from aimwell.contexts.theory.paper.views.filling import Filling, everyone, near, team_only, who_knows_people
from aimwell.contexts.theory.queries import InquiryView


@dataclass(frozen=True, slots=True)
class PaperForm:
    """`how`: what to do. `page`: where it is on the screen, of the effort or `of_team`. `seen`: who may have it filled
    in. `wide`: landscape."""

    key: str
    step: str
    title: str
    how: str
    page: str
    parts: Callable[[Filling], list[Block]]
    seen: Callable[[InquiryView], bool] = everyone
    wide: bool = False
    of_team: bool = False

    def address(self, view: InquiryView) -> str:
        return reverse(self.page, args=[view.inquiry.owner_team_id if self.of_team else view.inquiry.pk])

    def links(self, view: InquiryView) -> bool:
        """Whether the page on the screen is for these eyes too: those of a team are for its members."""
        return view.may_edit or not self.of_team


PROBLEM = (
    PaperForm(
        "log", "problem", _("What we noticed"),
        _("Hang it where you plan. One line when you see it, with the day. Seen again? Write one more day. In planning "
          "time, begin with what came back most."),
        "noticing:log", team.log, team_only, of_team=True,
    ),
    PaperForm(
        "problem", "problem", _("Problem statement"),
        _("Write one line in each part. Say what students do or miss, for whom, and how you know. Leave open what you "
          "do not know yet, and say who will find out."),
        "theory:problem", problem.problem,
    ),
    PaperForm(
        "facts", "problem", _("Statements of fact"),
        _("One card for each fact: what you counted, saw or read. Leave out why it is so. Write where it comes from."),
        "theory:problem", problem.evidence, near,
    ),
    PaperForm(
        "touched", "problem", _("Those it touches"),
        _("Ask those who live with the problem. Write their own words. Write a role, never a name."),
        "theory:problem", problem.perspectives, near,
    ),
    PaperForm(
        "points", "problem", _("Who takes part"),
        _("Those it touches do more than answer. Write at each of the four points who of them took part, and how. "
          "Write a role, never a name."),
        "voices:voices", problem.points, near,
    ),
    PaperForm(
        "interview", "problem", _("Interview notes"),
        _("Ask first, then listen. Write their words, not yours. Write a role, never a name. The notes stay with the "
          "team."),
        "voices:voices", problem.interviews, team_only,
    ),
    PaperForm(
        "grouping", "problem", _("Grouping board"),
        _("Cut the strips apart. Two people each lay them into groups, out of sight of each other. Then compare, and "
          "talk about the strips that lie in different groups."),
        "voices:voices", problem.grouping, team_only,
    ),
    PaperForm(
        "practices", "problem", _("What we already do"),
        _("One card for each thing you do now. Ask whom it helps, and whether it makes the problem worse for anyone."),
        "practices:practices", problem.practices, near,
    ),
    PaperForm(
        "goals", "problem", _("Goals set from outside"),
        _("One line for each goal of a funder or the district. Write which of your problems serves it. A goal that no "
          "problem serves yet stays open."),
        "noticing:goals", team.goals, team_only, wide=True, of_team=True,
    ),
    PaperForm(
        "equity", "problem", _("What equity means here"),
        _("Write it together, in one or two plain sentences. Then write one example from here for each of the three "
          "ideas. People often think that they mean the same, and do not."),
        "equity:team", team.equity, team_only, of_team=True,
    ),
)  # fmt: skip
CAUSES = (
    PaperForm(
        "slips", "causes", _("Slips for a silent round"),
        _("Each person writes for five minutes without talking, one cause on each slip. Then mix the slips and lay "
          "them all out."),
        "theory:fishbone", causes.slips, team_only,
    ),
    PaperForm(
        "fishbone", "causes", _("Fishbone"),
        _("Write the problem at the right. Name each bone. Put each cause on the bone where it belongs."),
        "theory:fishbone", causes.fishbone, wide=True,
    ),
    PaperForm(
        "whys", "causes", _("Five whys"),
        _("Begin with one cause. Ask why it is so, and answer with something adults do or set up. Ask again. Stop "
          "where your team can act."),
        "theory:fishbone", causes.whys,
    ),
    PaperForm(
        "filter", "causes", _("Filter sheet"),
        _("Ask the question of each cause. Tick one box. Write a reason where you set a cause aside. Set aside does "
          "not mean false."),
        "theory:filters", causes.filters,
    ),
    PaperForm(
        "levels", "causes", _("Levels, one after another"),
        _("Causes sit at different levels: classroom, school, district, network. Write in which order you take them, "
          "and from when until when."),
        "theory:levels", causes.levels,
    ),
    PaperForm(
        "predictions", "causes", _("Prediction board"),
        _("Write what you expect before anyone sees the numbers, and which data would show it. Then open the data and "
          "write what you found."),
        "predicting:boards", causes.predictions, near,
    ),
    PaperForm(
        "process", "causes", _("Process map"),
        _("Write how the work really goes, step by step. Then stand beside one step and count how often it goes "
          "otherwise."),
        "processes:processes", causes.process,
    ),
)  # fmt: skip
AIM = (
    PaperForm(
        "aim", "aim", _("Aim, and whom it leaves out"),
        _("Say for whom, how much and by when. Then look at those the number leaves out, and say what you will do for "
          "them."),
        "theory:aim", drivers.aim,
    ),
    PaperForm(
        "signs", "aim", _("Signs on the way"),
        _("One line for each sign. Write what will move, and by when. Begin with what you would see first. Where no "
          "measure shows it yet, write who sets one up."),
        "theory:indicators", drivers.signs, wide=True,
    ),
)  # fmt: skip
DRIVERS = (
    PaperForm(
        "drivers", "drivers", _("Driver diagram"),
        _("Read from the left. Write what must be in place for the aim, then what leads to that, then what you could "
          "try. Draw a line from each box to what it serves."),
        "theory:drivers", drivers.diagram, wide=True,
    ),
    PaperForm(
        "grounds", "drivers", _("What our theory rests on"),
        _("Answer before you choose an idea. Write who knows this field, and what they found. An open “we do not know” "
          "is an answer too."),
        "practices:grounds", problem.calibration, near,
    ),
    PaperForm(
        "idea", "drivers", _("Card of a change idea"),
        _("One card for each idea. Write the steps so that a colleague could do it tomorrow. Then ask: some kids or "
          "all kids?"),
        "choosing:ideas", drivers.idea,
    ),
    PaperForm(
        "effort", "drivers", _("Effect and effort"),
        _("Everybody rates in silence: 1 is low, 5 is high. Circle the numbers, then set each idea in the square. Talk "
          "where you see it most differently."),
        "choosing:ideas", drivers.effort, team_only,
    ),
    PaperForm(
        "consent", "drivers", _("Round of consent"),
        _("Ask: can everybody live with it? Count the answers. Write each concern, and what you will do about it. Then "
          "decide."),
        "choosing:ideas", drivers.consent, team_only,
    ),
    PaperForm(
        "actions", "drivers", _("Who does what by when"),
        _("One line for each action. Name one person and one day."),
        "choosing:ideas", drivers.actions, who_knows_people, wide=True,
    ),
    PaperForm(
        "lot", "drivers", _("Parking lot"),
        _("Good ideas that are not for now. One line for each, with a day to look at it again. Nobody has promised "
          "anything."),
        "choosing:lot", drivers.lot, team_only,
    ),
    PaperForm(
        "coherence", "drivers", _("Does it hang together?"),
        _("Seven questions for a quiet quarter of an hour. Sit down with somebody from outside the team."),
        "coherence:check", drivers.coherence,
    ),
)  # fmt: skip
GROUPS = ((_("Problem"), PROBLEM), (_("Causes"), CAUSES), (_("Aim"), AIM), (_("Drivers"), DRIVERS))
FORMS = {form.key: form for _step, group in GROUPS for form in group}
