"""The queue's messages: signed, JSON, and no way in for code."""

import datetime
import pickle

import pytest

from aimwell.core.jobs.serializer import SignedJson
from aimwell.core.jobs.tasks import huey, make_queue, run_job


def test_a_message_comes_back_as_it_was():
    task = run_job.s(7, eta=datetime.datetime(2026, 11, 9, 8, 0))
    back = huey.deserialize_task(huey.serialize_task(task))
    assert (type(back), back.id, back.args, back.eta) == (type(task), task.id, (7,), task.eta)


def test_plain_values_come_back_too():
    serializer = SignedJson("a key")
    assert serializer.deserialize(serializer.serialize({"lock": 1})) == {"lock": 1}


@pytest.mark.parametrize(
    "forged",
    [pickle.dumps("os.system"), b"[1]", b"\xff\xfe", SignedJson("another key").serialize([1])],
    ids=["pickle", "unsigned", "bytes", "other key"],
)
def test_a_forged_message_is_refused(forged):
    with pytest.raises(ValueError, match="without our signature"):
        SignedJson("a key").deserialize(forged)


def test_only_json_goes_in():
    with pytest.raises(TypeError, match="set does not belong"):
        SignedJson("a key").serialize({1})


def test_the_url_names_the_storage(tmp_path):
    assert type(make_queue(f"sqlite:{tmp_path / 'q.sqlite3'}")).__name__ == "SqliteHuey"
    assert type(make_queue("postgres://nobody@127.0.0.1/none")).__name__ == "PostgresHuey"
    assert list(tmp_path.iterdir()) == []  # nothing is opened before its first use
