from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_token_scopes'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='covers',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
