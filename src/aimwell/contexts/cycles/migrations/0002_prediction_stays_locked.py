"""The database itself keeps a locked prediction as it was (S1 R-27): no statement can change it after Do has started."""

from django.db import migrations

FIXED = ["kind", "low", "high", "out_of", "trend", "event", "unit_name", "try_what", "locked_at"]
TABLE = "cycles_cycle"
NAME = "prediction_stays_locked"
WORDS = "a locked prediction stays as it was"


def changed(distinct: str) -> str:
    return " OR ".join(f"NEW.{name} {distinct} OLD.{name}" for name in FIXED)


SQLITE = f"""
CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE}
WHEN OLD.locked_at IS NOT NULL AND ({changed("IS NOT")})
BEGIN SELECT RAISE(ABORT, '{WORDS}'); END
"""
POSTGRES = [
    f"""
CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'check_violation'; END $$
""",
    f"""
CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} FOR EACH ROW
WHEN (OLD.locked_at IS NOT NULL AND ({changed("IS DISTINCT FROM")}))
EXECUTE FUNCTION {NAME}()
""",
]


def add(apps, editor):
    for statement in POSTGRES if editor.connection.vendor == "postgresql" else [SQLITE]:
        editor.execute(statement)


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER {NAME} ON {TABLE}")
        editor.execute(f"DROP FUNCTION {NAME}()")
    else:
        editor.execute(f"DROP TRIGGER {NAME}")


class Migration(migrations.Migration):
    dependencies = [("cycles", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
