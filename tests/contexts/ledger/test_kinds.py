"""When Study closes, a forecast of every kind is met with what came: number, range, direction, event, chance."""

import pytest

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.ledger.queries import mine

NO = {"low": None, "high": None, "out_of": None, "unit_name": "", "trend": "", "event": ""}
COUNTED = {**NO, "out_of": 24, "unit_name": "students give a reason"}
CASES = [
    ({**COUNTED, "kind": "number", "low": 12, "high": 12}, {"result": 12, "result_out_of": 24}, True),
    ({**COUNTED, "kind": "number", "low": 12, "high": 12}, {"result": 13, "result_out_of": 24}, False),
    ({**COUNTED, "kind": "at_least", "low": 12}, {"result": 12, "result_out_of": 24}, True),
    ({**COUNTED, "kind": "at_most", "high": 6}, {"result": 7, "result_out_of": 24}, False),
    ({**COUNTED, "kind": "range", "low": 12, "high": 16}, {"result": 16, "result_out_of": 24}, True),
    ({**COUNTED, "kind": "range", "low": 12, "high": 16}, {"result": 17, "result_out_of": 24}, False),
    ({**NO, "kind": "direction", "trend": "up"}, {"result_trend": "up"}, True),
    ({**NO, "kind": "direction", "trend": "up"}, {"result_trend": "same"}, False),
    ({**NO, "kind": "event", "event": "Room 9 starts on time"}, {"result_happened": True}, True),
    ({**NO, "kind": "event", "event": "Room 9 starts on time"}, {"result_happened": False}, False),
]


@pytest.mark.ac("S1 R-27")
@pytest.mark.parametrize(("plan", "result", "held"), CASES)
def test_each_kind_is_scored_when_the_cycle_is_finished_and_not_before(ana, studying, answers, plan, result, held):
    cycle = studying(**plan, chance=80)
    services.save_study(by=ana, cycle=cycle, version=None, **result)
    assert mine(ana).ledger.all == 0
    rest = {name: value for name, value in answers(decision="adopt").items() if not name.startswith("result")}
    services.finish(by=ana, cycle=cycle, version=None, **rest)
    [row] = mine(ana).page
    assert (row.forecast.held, row.forecast.chance) == (held, 80)
    by_hand = (0.8 - held) ** 2
    assert float(mine(ana).ledger.brier) == pytest.approx(by_hand)
