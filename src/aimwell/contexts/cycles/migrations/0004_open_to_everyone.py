from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cycles', '0003_method'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='cycle',
            index=models.Index(condition=models.Q(('rung', 5)), fields=['rung'], name='cycles_open_to_everyone'),
        ),
    ]
