"""A roster opened with suspicion: zips, folders, letters, and what is no roster at all."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from aimwell.adapters.oneroster import Limits, opened
from aimwell.domain.errors import Refused

LIMITS = Limits(bytes_=100_000, rows=50)


def zipped(files, **more):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, **more)
    packed.seek(0)
    return packed


def rows(source, name, limits=LIMITS):
    with opened(source, limits=limits) as files:
        return list(files.rows(name))


def refused(source, name="users", limits=LIMITS):
    with pytest.raises(Refused) as caught:
        rows(source, name, limits)
    return caught.value.code


def test_a_zip_is_told_by_its_bytes_and_may_hold_one_folder():
    files = {"export/Users.CSV": "a,b\n1,2\n", "export/readme.txt": "x", "__MACOSX/export/._users.csv": "x"}
    with opened(zipped(files | {"export/.DS_Store": "x"}), limits=LIMITS) as found:
        assert found.present == {"users"}
        assert list(found.rows("users")) == [["a", "b"], ["1", "2"]]


def test_a_folder_is_read_without_following_links(tmp_path):
    (tmp_path / "users.csv").write_text("a\n1\n")
    (tmp_path / "secret.txt").write_text("x")
    os.symlink(tmp_path / "secret.txt", tmp_path / "orgs.csv")
    with opened(tmp_path, limits=LIMITS) as found:
        assert found.present == {"users"}
        assert list(found.rows("users")) == [["a"], ["1"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_single_csv_file_may_have_any_usual_separator(separator, tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(f"name{separator}school\nAna{separator}Hill\n")
    assert rows(path, "list") == [["name", "school"], ["Ana", "Hill"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_they_were_written(encoding):
    content = "sourcedId,name\n1,Núñez\n".encode(encoding)
    assert rows(zipped({"users.csv": content}), "users") == [["sourcedId", "name"], ["1", "Núñez"]]


def test_quoted_lines_and_empty_files():
    found = zipped({"users.csv": 'a,b\r\n"1\n2","x,""y"""\r\n', "orgs.csv": b""})
    with opened(found, limits=LIMITS) as files:
        assert list(files.rows("users")) == [["a", "b"], ["1\n2", 'x,"y"']]
        assert list(files.rows("orgs")) == []


# Bad input and attack


@pytest.mark.parametrize(
    "name",
    ["../users.csv", "/etc/users.csv", "a/../../users.csv", "C:\\users.csv", "..\\users.csv", "inner.zip", "x/y.tar"],
)
def test_paths_that_lead_out_and_archives_in_archives_are_refused(name):
    assert refused(zipped({"users.csv": "a\n", name: "a\n"})) == "roster_archive"


def test_links_in_a_zip_are_refused():
    link = zipfile.ZipInfo("orgs.csv")
    link.external_attr = 0o120777 << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("users.csv", "a\n")
        archive.writestr(link, "/etc/passwd")
    assert refused(packed) == "roster_archive"


def test_the_same_file_twice_is_refused():
    assert refused(zipped({"a/users.csv": "a\n", "b/users.csv": "b\n"})) == "roster_archive"


def test_more_members_than_any_roster_has_are_refused():
    assert refused(zipped({f"{n}.txt": "" for n in range(201)})) == "roster_archive"


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped({"users.csv": b"0" * 900_000})
    assert bomb.getbuffer().nbytes < LIMITS.bytes_
    assert refused(bomb) == "too_large"


def test_a_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks():
    raw = bytearray(zipped({"users.csv": b"0" * 900_000}).getvalue())
    real = (900_000).to_bytes(4, "little")
    for at in [at for at in range(len(raw) - 3) if raw[at : at + 4] == real]:
        raw[at : at + 4] = (10).to_bytes(4, "little")
    assert refused(io.BytesIO(bytes(raw))) in {"roster_unreadable", "too_large"}


def test_what_files_unpack_to_is_counted_together():
    limits = Limits(bytes_=100_000, rows=10**6, unpacked=1)
    half = b"0,\n" * 20_000
    assert len(rows(zipped({"users.csv": half}), "users", limits)) == 20_000
    assert refused(zipped({"users.csv": half, "orgs.csv": half}), "users", limits) == "too_large"


def test_the_files_of_a_folder_are_counted_too(tmp_path):
    (tmp_path / "users.csv").write_text("a" * 30)
    assert refused(tmp_path, limits=Limits(bytes_=20, rows=9, unpacked=1)) == "too_large"


def test_a_locked_zip_is_refused():
    raw = bytearray(zipped({"users.csv": "a\n"}).getvalue())
    central = raw.find(b"PK\x01\x02")
    raw[central + 8] |= 1
    assert refused(io.BytesIO(bytes(raw))) == "roster_archive"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04 and then nothing", "roster_archive"),
        (b"%PDF-1.7", "not_text"),
        (b"name,school\n\x00\x01", "not_text"),
        (b"x" * 100_001, "too_large"),
        (b"name,school\n" + b"a,b\n" * 51, "too_many_rows"),
        (b"name,school\n" + b"a" * 90_000 + b"\n" + b'"' + b"b" * 9_000, "list"),
    ],
)
def test_what_is_no_list_is_named(content, code):
    if code == "list":
        assert len(rows(io.BytesIO(content), "list")) == 3
    else:
        assert refused(io.BytesIO(content), "list") == code


def test_a_field_longer_than_any_roster_has_is_named():
    limits = Limits(bytes_=10**7, rows=50)
    assert refused(io.BytesIO(b"name,school\n" + b"a" * 1_100_000), "list", limits) == "roster_unreadable"


def test_a_damaged_member_is_named():
    raw = bytearray(zipped({"users.csv": os.urandom(3000).hex()}).getvalue())
    raw[500:600] = b"\x00" * 100
    assert refused(io.BytesIO(bytes(raw))) == "roster_unreadable"


def test_a_zip_or_folder_without_a_roster_is_named(tmp_path):
    assert refused(zipped({"photo.csv": "x"})) == "roster_no_files"
    assert refused(tmp_path) == "roster_no_files"


def test_enrollments_may_have_ten_times_the_rows():
    packed = zipped({"enrollments.csv": "a\n" * 500, "users.csv": "a\n" * 52})
    assert len(rows(packed, "enrollments")) == 500
    assert refused(packed) == "too_many_rows"


def test_a_path_and_its_bytes_give_the_same(tmp_path):
    path = tmp_path / "set.zip"
    path.write_bytes(zipped({"users.csv": "a\n1\n"}).getvalue())
    assert rows(Path(path), "users") == rows(io.BytesIO(path.read_bytes()), "users") == [["a"], ["1"]]
