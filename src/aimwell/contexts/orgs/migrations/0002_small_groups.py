from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orgs", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="team",
            name="small_groups",
            field=models.CharField(
                choices=[
                    ("usual", "under 10"),
                    ("delaware", "under 16, or a share near 0 or 100"),
                    ("reporting_20", "under 20"),
                    ("largest", "under 30"),
                ],
                default="usual",
                max_length=20,
                verbose_name="small groups that stay hidden",
            ),
        )
    ]
