from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('theory', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='inquiry',
            index=models.Index(condition=models.Q(('rung', 5)), fields=['rung'], name='inquiries_open_to_everyone'),
        ),
    ]
