from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.AlterField("user", "email", models.EmailField(blank=True, max_length=254, null=True, unique=True)),
        migrations.AddField(
            "user",
            "sign_in_code",
            models.CharField(blank=True, editable=False, max_length=20, null=True, unique=True),
        ),
    ]
