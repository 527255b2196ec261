"""The method in use when Do started (S4 R-60). SQLite makes the table anew for it, so the lock is put on it again."""

from importlib import import_module

from django.db import migrations, models

LOCK = import_module("aimwell.contexts.cycles.migrations.0002_prediction_stays_locked")


def lock_again(apps, editor):
    if editor.connection.vendor != "postgresql":
        editor.execute(f"DROP TRIGGER IF EXISTS {LOCK.NAME}")
        editor.execute(LOCK.SQLITE)


class Migration(migrations.Migration):
    dependencies = [("cycles", "0002_prediction_stays_locked")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, lock_again),
        migrations.AddField(
            model_name="cycle",
            name="method",
            field=models.CharField(
                blank=True,
                choices=[("structured", "structured"), ("light", "light")],
                editable=False,
                max_length=10,
                verbose_name="the method when Do started",
            ),
        ),
        migrations.RunPython(lock_again, migrations.RunPython.noop),
    ]
