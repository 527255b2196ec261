from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("theory", "0007_sifting"),
    ]

    operations = [
        migrations.AddField(
            model_name="part",
            name="place",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
    ]
