from aimwell.contexts.cycles.ledger.queries.abandoned import (
    AbandonedRow,
    abandoned,
    abandoned_keys,
    abandoned_rows,
)
from aimwell.contexts.cycles.ledger.queries.craft import Craft, HabitRow, craft_of, work_of
from aimwell.contexts.cycles.ledger.queries.forecasts import (
    JUDGED,
    ForecastRow,
    Mine,
    forecast_of,
    forecast_rows,
    mine,
    own_forecasts,
)
from aimwell.contexts.cycles.ledger.queries.surprises import SurpriseRow, surprise_rows, surprises, surprising

__all__ = [
    "JUDGED", "AbandonedRow", "Craft", "ForecastRow", "HabitRow", "Mine", "SurpriseRow", "abandoned", "abandoned_keys",
    "abandoned_rows", "craft_of", "forecast_of", "forecast_rows", "mine", "own_forecasts", "surprise_rows", "surprises",
    "surprising", "work_of",
]  # fmt: skip
