"""Words and files that would like to be code: on every page, in every picture and in every file they stay words."""

import csv
import io
import re
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.db.models import CharField, TextField
from django.urls import reverse

from aimwell.adapters.xlsx import Workbook
from aimwell.contexts.measures.models import DataImport
from aimwell.core.history.services import record
from aimwell.domain.errors import Refused
from integration.matrix import MATRIX
from integration.page_world import make_page_world, url_of

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
LABELS = ("orgs", "people", "theory", "measures", "cycles")
NO_WORDS = {
    "digest", "token", "path", "kind", "client_key", "slug", "sign_in_code", "email", "password", "key", "code",
    "hash", "file", "state", "theme", "look", "shape", "form",
}  # fmt: skip
SHOWN = [name for name, row in MATRIX.items() if row.kind in ("team", "members", "lead", "read", "personal")]


@pytest.fixture(autouse=True)
def _own_files():
    """The files of the world stay where they were made."""


@pytest.fixture(scope="module")
def world(kept):
    return make_page_world(kept.ana, kept.team)


def words_of(model):
    """The fields of a model into which somebody writes."""
    return [
        field
        for field in model._meta.concrete_fields
        if type(field) in (CharField, TextField) and not field.choices and not field.unique
        and field.name not in NO_WORDS and (field.max_length or 999) >= 40
    ]  # fmt: skip


def write_everywhere(text):
    """Put `text` into every written field of every row, past all checks of forms. Returns how many fields that are."""
    fields = 0
    for label in LABELS:
        for model in apps.get_app_config(label).get_models():
            for field in words_of(model):
                with suppress(IntegrityError), transaction.atomic():  # what is locked for good stays as it is
                    model._default_manager.update(**{field.name: text[: field.max_length]})
                    fields += 1
    return fields


@pytest.fixture
def answers(world, kept, client):
    """Every page, picture and file that a member reads, by its name; history holds the same words."""

    def read(names):
        kept.ana.refresh_from_db()
        text = kept.ana.name
        for thing in (world["part"], world["measure"], world["cause"], world["cycle"]):
            thing.refresh_from_db()
            written = {field.name: text for field in words_of(type(thing))}
            team = world["team"].pk
            record(by=kept.ana, verb="changed", target=thing, scope_id=team, before=written, after=written, reason=text)
        client.force_login(kept.ana)
        for name in names:
            answer = client.get(url_of(name, MATRIX[name], world))
            if answer.status_code in (200, 409, 422):
                yield name, answer["Content-Type"], b"".join(answer)

    return read


def test_a_stored_script_is_only_text_everywhere(answers):
    assert write_everywhere(SCRIPT) > 40
    kinds = set()
    for name, kind, body in answers(SHOWN):
        if kind.startswith(("text/html", "image/svg")):
            text = body.decode()
            kinds.add(kind.split(";")[0])
            assert "<script>alert" not in text, name
            assert "<img src=x" not in text, name
            assert not re.search(r"<[^>]*\sonerror=alert", re.sub(r'"[^"]*"', '""', text)), name
    assert kinds == {"text/html", "image/svg+xml"}


def test_an_address_made_of_script_is_no_link(answers):
    write_everywhere("javascript:alert(1)//")
    for name, kind, body in answers(SHOWN):
        if kind.startswith(("text/html", "image/svg")):
            assert not re.search(r"(href|src|action)=[\"']?\s*javascript:", body.decode(), re.IGNORECASE), name


def test_no_cell_of_any_file_is_a_formula(answers):
    write_everywhere(FORMULA)
    seen = set()
    for name, kind, body in answers(SHOWN):
        if kind.startswith("text/csv"):
            seen.add("csv")
            cells = [cell for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))], name
        if name.endswith("_xlsx"):
            seen.add("xlsx")
            with zipfile.ZipFile(io.BytesIO(body)) as book:
                sheets = [book.read(part) for part in book.namelist() if part.startswith("xl/worksheets/sheet")]
            assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<hyperlink" in sheet], name
    assert seen == {"csv", "xlsx"}


def packed(cell):
    """A workbook of one cell and a number."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["date", "value"])
    sheet.write_row(1, 0, [cell, 3])
    book.close()
    return out.getvalue()


def swollen(times):
    """A workbook whose words unpack to `times` million letters."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed("PLACE"))) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for part in book.namelist():
            bomb.writestr(part, book.read(part).replace(b"PLACE", b"a" * times * 1_000_000))
    return out.getvalue()


def test_a_workbook_that_swells_is_left_unopened(world, kept, client):
    content, before = swollen(30), DataImport.objects.count()
    assert len(content) < 100_000
    client.force_login(kept.ana)
    url = reverse("measures:upload", args=[world["measure"].pk])
    answer = client.post(url, {"file": SimpleUploadedFile("counts.xlsx", content)})
    assert answer.status_code == 422
    assert DataImport.objects.count() == before
    with pytest.raises(Refused, match="unreadable_workbook"):
        Workbook(io.BytesIO(content))


def test_a_workbook_as_schools_make_them_is_read():
    assert list(Workbook(io.BytesIO(packed("2026-01-05"))).rows("Sheet1"))[1] == ["2026-01-05", "3"]
    assert len(list(Workbook(io.BytesIO(swollen(10))).rows("Sheet1"))) == 2


def test_a_file_above_the_limit_is_refused_at_every_door(world, kept, client, api, settings):
    settings.UPLOAD_LIMIT_BYTES = 1_000
    content, before, pk = b"week,value\n" + b"2026-01-05,3\n" * 100, DataImport.objects.count(), world["measure"].pk
    client.force_login(kept.ana)
    page = client.post(reverse("measures:upload", args=[pk]), {"file": SimpleUploadedFile("a.csv", content)})
    program = api(kept.ana, "POST", f"/measures/{pk}/imports/file", upload=content)
    assert (page.status_code, program.status_code, program.json()["code"]) == (422, 422, "too_large")
    assert DataImport.objects.count() == before


def test_a_file_name_reaches_no_folder(world, kept, client):
    client.force_login(kept.ana)
    url = reverse("measures:upload", args=[world["measure"].pk])
    client.post(url, {"file": SimpleUploadedFile("../../etc/cron.d/x.csv", b"week,value\n2026-01-05,3\n")})
    newest = DataImport.objects.order_by("-pk").first()
    assert newest is not None
    assert newest.file_name == "x.csv"
    assert re.fullmatch(r"imports/[\w-]+(\.csv)?", newest.stored_as)
