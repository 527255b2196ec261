"""The database itself keeps history as it was written: no statement can change a row.

Deleting stays possible for whoever runs the server, because records have to be dropped after their time.
"""

from django.db import migrations

TABLE = "history_event"
NAME = "history_stays_as_written"
WORDS = "history is append-only"

SQLITE = f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
POSTGRES = [
    f"""
CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'check_violation'; END $$
""",
    f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
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
    dependencies = [("history", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
