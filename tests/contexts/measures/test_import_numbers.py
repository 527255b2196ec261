"""The command line door for numbers: the same steps as the page, with a look before anything goes in."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from aimwell.contexts.measures.models import DataImport, Observation
from aimwell.contexts.measures.services import create_measure
from aimwell.core.history.models import Event

ROWS = "week,count,of\n2026-01-05,8,24\n2026-01-12,9,24\n2026-01-19,abc,24\n"


@pytest.fixture
def measure(ana, team):
    return create_measure(by=ana, team=team, name="Explains")


@pytest.fixture
def run(ana, team, measure, tmp_path):
    """`run("--yes", rows=...)` gives what the command says."""

    def call(*more, rows=ROWS, by=ana.email, named="Explains"):
        file = tmp_path / "counts.csv"
        file.write_text(rows, encoding="utf-8")
        said = io.StringIO()
        call_command(
            "import_numbers", str(file), f"--team={team.pk}", "--measure", named, "--by", by, *more, stdout=said
        )
        return said.getvalue().splitlines()

    return call


def stored_files():
    return default_storage.listdir("imports")[1] if default_storage.exists("imports") else []


def test_without_yes_it_says_what_it_would_do_and_keeps_nothing(run, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        said = run()
    assert said == [
        "  week: date (2026-01-05, 2026-01-12, 2026-01-19)",
        "  count: numerator (8, 9, abc)",
        "  of: denominator (24)",
        "3 rows: 2 ready, 1 kept aside.",
        "Of these, 2 change something (0 replace a number), 0 are in already.",
        "  row 4: “abc” is not a number. The row is kept aside. Write a number, or mark it as missing.",
        "Nothing was put in. Add --yes to put the ready rows in.",
    ]
    assert (Observation.objects.count(), DataImport.objects.filter(ended_at=None).count()) == (0, 0)
    assert stored_files() == []


def test_yes_puts_the_ready_rows_in_with_one_line_of_history(run, ana):
    said = run("--yes")
    assert said[-1] == f"Put in: 2 rows. Undo within 90 days at /imports/{DataImport.objects.get().pk}/."
    assert list(Observation.objects.values_list("numerator", flat=True)) == [8, 9]
    [event] = Event.objects.filter(verb="numbers_put_in")
    assert (event.actor_id, event.after["file"]) == (ana.pk, "counts.csv")


def test_the_same_file_again_changes_nothing(run):
    run("--yes")
    assert "Of these, 0 change something (0 replace a number), 2 are in already." in run("--yes")
    assert Observation.objects.filter(ended_at=None).count() == 2


def test_columns_and_words_can_be_said(run):
    said = run("--yes", "--columns", "date,numerator,denominator", "--missing", "abc=not_collected")
    assert said[-1].startswith("Put in: 3 rows.")
    assert Observation.objects.get(value=None).missing == "not_collected"


def test_the_measure_may_be_named_by_number(run, measure):
    assert run("--yes", named=str(measure.pk))[-1].startswith("Put in: 2 rows.")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"by": "nobody@example.org"}, "Nobody signs in as nobody@example.org."),
        ({"named": "Tardies"}, "There is no page here."),
        ({"rows": ""}, "This file has nothing in it."),
        ({"rows": "note\nhello\nthere\n"}, "Every row came out as one column."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_kept(run, more, words):
    with pytest.raises(CommandError, match=words):
        run("--yes", **more)
    assert (Observation.objects.count(), stored_files()) == (0, [])


def test_a_wrong_reason_names_the_right_ones(run):
    with pytest.raises(CommandError, match="not_submitted, not_collected, no_school"):
        run("--missing", "abc=lost")


def test_a_file_that_is_too_large_is_not_read(run, settings):
    settings.UPLOAD_LIMIT_BYTES = 10
    with pytest.raises(CommandError, match="This file is larger than"):
        run("--yes")


def test_a_file_that_is_not_there_is_named(ana, team, measure):
    with pytest.raises(CommandError, match=r"There is no file nowhere\.csv"):
        call_command("import_numbers", "nowhere.csv", f"--team={team.pk}", "--measure=Explains", "--by", ana.email)


def test_strangers_do_not_find_the_team(run, stranger):
    with pytest.raises(CommandError, match="There is no page here"):
        run("--yes", by=stranger.email)
    assert Observation.objects.count() == 0
