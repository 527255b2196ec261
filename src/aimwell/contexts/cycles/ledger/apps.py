from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "aimwell.contexts.cycles.ledger"
    label = "ledger"
