"""Tie the events that are there already into their chains, then let the database guard them.

No statement can change an event or take one away, except events that the anchor of their chain has passed: dropping
records after their time moves the anchor first, so that the rest can still be proved.
"""

from django.db import migrations, models

from aimwell.core.history.chain import chain_of, link

EVENTS, HEADS, WORDS = "history_event", "history_chainhead", "history is append-only"
CHANGE, DROP, HEAD = "history_stays_as_written", "history_stays_there", "history_heads_stay"
FOLLOWS = f"EXISTS (SELECT 1 FROM {HEADS} h WHERE h.chain = OLD.chain AND h.anchor_number < OLD.number)"
NOT_EMPTY = "OLD.anchor_number < OLD.number"
GUARDS = [(CHANGE, "UPDATE", EVENTS, "1 = 1"), (DROP, "DELETE", EVENTS, FOLLOWS), (HEAD, "DELETE", HEADS, NOT_EMPTY)]


def fill(apps, editor):
    Event, ChainHead = apps.get_model("history", "Event"), apps.get_model("history", "ChainHead")
    scopes = Event.objects.order_by("scope_id").values_list("scope_id", flat=True).distinct()
    for scope_id in list(scopes):
        head = ChainHead(chain=chain_of(scope_id=scope_id, org_id=None))
        changed = []
        for event in Event.objects.filter(scope_id=scope_id).order_by("id").iterator(chunk_size=1000):
            event.chain, event.number, event.prev_hash = head.chain, head.number + 1, head.hash
            event.hash = link(event, head.hash)
            head.number, head.hash = event.number, event.hash
            changed.append(event)
        Event.objects.bulk_update(changed, ["chain", "number", "prev_hash", "hash"], batch_size=200)
        head.save(force_insert=True)


def add(apps, editor):
    for name, act, table, when in GUARDS:
        if editor.connection.vendor == "postgresql":
            back = "NEW" if act == "UPDATE" else "OLD"
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {when} THEN "
                f"RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'check_violation'; END IF; RETURN {back}; END $$"
            )
            editor.execute(f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        else:
            editor.execute(
                f"CREATE TRIGGER {name} BEFORE {act} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )


def drop(apps, editor):
    for name, _, table, _ in GUARDS:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER {name} ON {table}")
            editor.execute(f"DROP FUNCTION {name}()")
        else:
            editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [("history", "0003_chain")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            "event", models.UniqueConstraint(fields=["chain", "number"], name="one_event_per_place_in_a_chain")
        ),
        migrations.RunPython(add, drop),
    ]
