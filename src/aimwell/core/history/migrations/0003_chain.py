"""Every event gets its place in a chain. The guard on changes rests until 0004 has filled the places in."""

from importlib import import_module

from django.db import migrations, models

from aimwell.core.history.chain import START

guard = import_module("aimwell.core.history.migrations.0002_rows_stay_as_they_are")


class Migration(migrations.Migration):
    dependencies = [("history", "0002_rows_stay_as_they_are")]
    operations = [
        migrations.RunPython(guard.drop, guard.add),
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                ("chain", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("hash", models.CharField(default=START, max_length=64)),
                ("anchor_number", models.PositiveBigIntegerField(default=0)),
                ("anchor_hash", models.CharField(default=START, max_length=64)),
            ],
            options={"ordering": ["chain"]},
        ),
        migrations.AlterField("event", "at", models.DateTimeField()),
        migrations.AddField("event", "org_id", models.BigIntegerField(null=True)),
        migrations.AddField("event", "chain", models.CharField(default="none", max_length=40)),
        migrations.AddField("event", "number", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("event", "prev_hash", models.CharField(default=START, max_length=64)),
        migrations.AddField("event", "hash", models.CharField(default=START, max_length=64)),
        migrations.AddIndex("event", models.Index(fields=["org_id", "-at"], name="history_eve_org_id_7a7210_idx")),
    ]
