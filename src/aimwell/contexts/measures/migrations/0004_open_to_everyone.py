from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0003_chart_lines'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='measure',
            index=models.Index(condition=models.Q(('rung', 5)), fields=['rung'], name='measures_open_to_everyone'),
        ),
        migrations.AddIndex(
            model_name='dataimport',
            index=models.Index(condition=models.Q(('rung', 5)), fields=['rung'], name='imports_open_to_everyone'),
        ),
    ]
