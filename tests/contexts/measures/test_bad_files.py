"""Every kind of bad file of the issue: a clear message, nothing half in, nothing lost."""

import io
import uuid

import pytest
import xlsxwriter
from django.core.files.storage import default_storage

from aimwell.contexts.measures.models import DataImport, ImportState, Observation
from aimwell.contexts.measures.queries import import_view, rejected_csv
from aimwell.contexts.measures.services import apply_import, choose_columns, start_import
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.services import run
from aimwell.domain.errors import NotReady, Refused
from contexts.measures.conftest import upload


@pytest.fixture(autouse=True)
def there(put):
    """One number that must still be there at the end."""
    put("2026-01-05\t12/24")
    yield
    kept = Observation.objects.filter(ended_at=None, observed_on="2026-01-05", numerator=12)
    assert kept.count() == 1


def refused(ana, measure, content, name="counts.csv"):
    stored = set(default_storage.listdir("imports")[1])
    with pytest.raises(Refused) as refusal:
        start_import(by=ana, measure=measure, upload=upload(content, name))
    assert DataImport.objects.count() == 1
    assert set(default_storage.listdir("imports")[1]) == stored
    return refusal.value.code


def looked(ana, measure, text):
    read = start_import(by=ana, measure=measure, upload=upload(text))
    assert Observation.objects.count() == 1
    return read, import_view(read, lang="en")


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b",,\n,,\n"])
def test_empty_file(ana, measure, content):
    assert refused(ana, measure, content) == "empty_file"


def test_empty_paste(ana, measure):
    with pytest.raises(NotReady):
        start_import(by=ana, measure=measure, text=" \n ")


def test_too_many_rows(ana, measure, settings):
    settings.UPLOAD_LIMIT_ROWS = 1_000
    rows = "date,value\n" + "2026-01-05,3\n" * 1_001
    assert refused(ana, measure, rows) == "too_many_rows"


def test_200_000_rows_are_read_by_the_worker(ana, measure, settings):
    rows = "room,date,value\n" + "".join(
        f"R{n % 500},{2020 + n // 500 % 6}-{n // 3000 % 12 + 1:02}-{n // 36000 + 1:02},{n}\n" for n in range(200_000)
    )
    read = start_import(by=ana, measure=measure, upload=upload(rows))
    assert read.state == ImportState.READING
    assert read.preview["sheets"][0]["rows"] == settings.UPLOAD_LIMIT_ROWS
    assert run(Job.objects.get().pk).state == JobState.SUCCEEDED
    read.refresh_from_db()
    report = read.preview["report"]
    assert (read.state, report["rows"], report["series"]) == (ImportState.READY, 200_000, 500)
    assert report["ready"] + report["left_out"] == 200_000
    assert Observation.objects.count() == 1


def test_long_file_without_dates_is_looked_at_and_asks_for_them(ana, measure):
    read = start_import(by=ana, measure=measure, upload=upload("n,note\n" + "3,x\n" * 60_000))
    assert read.preview["report"]["problem"] == "no_date_column"


def test_too_large(ana, measure, settings, tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(settings.UPLOAD_LIMIT_BYTES + 1)
    from django.core.files.uploadedfile import UploadedFile

    with path.open("rb") as file, pytest.raises(Refused) as refusal:
        start_import(by=ana, measure=measure, upload=UploadedFile(file, "large.csv", size=path.stat().st_size))
    assert (refusal.value.code, refusal.value.data["limit"]) == ("too_large", "50\u00a0MB")
    assert DataImport.objects.count() == 1


def test_non_utf8_letters_are_read_as_windows_writes_them(ana, measure):
    read, view = looked(ana, measure, "room,date,value\nSalón,2026-02-02,3\nAula,2026-02-02,4\n".encode("cp1252"))
    apply_import(by=ana, data_import=read)
    assert view.guessed == "This file uses an older way of writing letters. Accents were read as Windows writes them."
    assert set(Observation.objects.filter(data_import=read).values_list("series__name", flat=True)) == {"Salón", "Aula"}


@pytest.mark.parametrize("content", [b"a\x00b,1\n", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"])
def test_not_text(ana, measure, content):
    assert refused(ana, measure, content) == "not_text"


def test_broken_workbook(ana, measure):
    assert refused(ana, measure, b"PK\x03\x04 cut off", "counts.xlsx") == "unreadable_workbook"


def test_wrong_delimiter(ana, measure):
    assert refused(ana, measure, "date^value\n2026-02-02^3\n2026-02-09^4\n") == "one_column"


def test_workbook_with_dates_and_two_sheets(ana, measure):
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed)
    day = book.add_format({"num_format": "m/d/yyyy"})
    for name, top in (("Fall", 3), ("Spring", 5)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Date", "yes", "n"])
        sheet.write_row(1, 1, [top, 10])
        sheet.write_number(1, 0, 46055, day)
    book.close()
    read = start_import(by=ana, measure=measure, upload=upload(packed.getvalue(), "counts.xlsx"))
    read = choose_columns(by=ana, data_import=read, mapping={"sheet": 1})
    apply_import(by=ana, data_import=read)
    made = Observation.objects.get(data_import=read)
    assert (made.observed_on.isoformat(), made.numerator, made.denominator) == ("2026-02-02", 5.0, 10.0)


BAD_ROWS = [
    ("2026-02-02,=1+1", "formula_cell", "This cell holds a formula: =1+1. It was not run, and the row is kept aside."),
    ("2126-02-02,3", "future_date", "2126-02-02 has not come yet. The row is kept aside."),
    ("2026-02-02,-3", "negative_count", "A count cannot be below zero: -3. The row is kept aside."),
    ("2026-02-02,16/12", "numerator_above_denominator", "16 of 12 is more than the whole. The row is kept aside."),
    ("2026-02-02,<script>alert(1)</script>", "bad_number", "“<script>alert(1)</script>” is not a number."),
]


@pytest.mark.parametrize(("row", "code", "words"), BAD_ROWS)
def test_bad_row_is_named_and_kept_aside(ana, measure, row, code, words):
    read, view = looked(ana, measure, f"date,value\n2026-02-09,4\n{row}\n")
    assert read.preview["report"]["codes"] == {code: 1}
    assert view.odd(code)[0].row == 3
    assert view.odd(code)[0].why.startswith(words)
    apply_import(by=ana, data_import=read)
    assert Observation.objects.filter(data_import=read).count() == 1
    download = "".join(rejected_csv(read)).splitlines()
    assert download[0] == "\ufeffRow,Why,date,value"
    assert len(download) == 2
    assert not any(cell.startswith(("=", "@", "+")) for cell in download[1].split(","))


def test_duplicate_dates_are_both_named_and_the_choice_is_ours(ana, measure):
    read, view = looked(ana, measure, "date,value\n2026-02-02,3\n2026-02-02,4\n2026-02-09,5\n")
    assert [row.row for row in view.doubled] == [2, 3]
    assert view.to_choose == 2
    kept = choose_columns(by=ana, data_import=read, mapping={"duplicates": "last"})
    apply_import(by=ana, data_import=kept)
    assert list(Observation.objects.filter(data_import=read).values_list("value", flat=True)) == [4.0, 5.0]


def test_script_in_a_name_stays_text(ana, measure, page):
    text = "room,date,value\n<script>alert(1)</script>,2026-02-02,3\nB,2026-02-02,4\n"
    read, _ = looked(ana, measure, text)
    assert "<script>alert" not in page(ana, f"/imports/{read.pk}/").content.decode()
    apply_import(by=ana, data_import=read)
    html = page(ana, f"/measures/{measure.pk}/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_nothing_to_put_in_is_refused(ana, measure):
    read, _ = looked(ana, measure, "date,value\n2126-02-02,3\n")
    with pytest.raises(Refused) as refusal:
        apply_import(by=ana, data_import=read)
    assert refusal.value.code == "nothing_to_import"


def test_no_dates_in_a_long_file_asks_for_the_column(ana, measure):
    read, view = looked(ana, measure, "value\n" + "3\n" * 500)
    assert (read.preview["report"]["problem"], view.can_go_in) == ("no_date_column", False)
    with pytest.raises(Refused) as refusal:
        apply_import(by=ana, data_import=read)
    assert refusal.value.code == "no_date_column"


def test_double_submit_of_a_file_is_one_import(ana, measure, client):
    client.force_login(ana)
    key = str(uuid.uuid4())
    answers = [
        client.post(f"/measures/{measure.pk}/upload/", {"key": key, "file": upload("date,value\n2026-02-02,3\n")})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert DataImport.objects.count() == 2
    for _ in range(2):
        client.post(f"{answers[0].url}choose/", {"do": "put_in"})
    assert Observation.objects.filter(ended_at=None).count() == 2


def test_student_names_are_not_stored(ana, measure):
    text = "date,n,Student name\n2026-02-02,3,Maria Lopez\n2026-02-09,4,Jo Smith\n"
    read, view = looked(ana, measure, text)
    with default_storage.open(read.preview["sheets"][0]["stored"]) as kept:
        assert b"Lopez" not in kept.read()
    assert "Lopez" not in str(read.preview)
    assert view.columns[2].note == "Looks like student names. Left out; never stored."
    assert view.columns[2].looks == "hidden"
