"""The real attendance file, as it is (and a made-up twin where it is absent): 31 schools, one chart each."""

import csv
import datetime
import statistics

import pytest

from aimwell.contexts.measures.models import ImportState, Observation, Series
from aimwell.contexts.measures.queries import chart_of, measure_page, measures_of, series_of
from aimwell.contexts.measures.services import apply_import, start_import, undo_import
from contexts.measures.conftest import upload


def plain_values(raw):
    found = {}
    for row in list(csv.reader(raw.decode("utf-8").splitlines()))[1:]:
        found.setdefault(row[0], []).append((datetime.datetime.strptime(row[4], "%Y%m%d").date(), row[5]))
    return found


@pytest.fixture
def read(ana, measure, attendance):
    return start_import(by=ana, measure=measure, upload=upload(attendance, "attendance.csv"))


def test_attendance_is_understood_without_a_choice(read, attendance):
    report = read.preview["report"]
    assert read.state == ImportState.READY
    assert read.mapping["roles"] == ["series", "out", "out", "out", "date", "value"]
    assert read.mapping["missing"] == {"NS": "not_submitted"}
    assert report["words"] == {"NS": 170}
    assert (report["rows"], report["left_out"], report["series"]) == (attendance.strip().count(b"\n"), 0, 31)
    assert report["dates"] == ["compact", "month_first", ""]


@pytest.mark.ac("S1 R-44")
def test_attendance_makes_31_run_charts(ana, team, measure, read, attendance):
    apply_import(by=ana, data_import=read)
    plain = plain_values(attendance)
    assert Series.objects.filter(measure=measure).count() == 31
    assert Observation.objects.filter(data_import=read).count() == attendance.strip().count(b"\n")
    assert Observation.objects.filter(data_import=read, missing="not_submitted", value=None).count() == 170
    for line in series_of(ana, measure):
        numbers = [float(value) for _, value in plain[line.name] if value != "NS"]
        reading = chart_of(ana, measure, line, period="day").reading
        assert len(reading.values) == len(numbers)
        assert reading.phases[0].centre == pytest.approx(statistics.median(numbers))
    assert measures_of(ana, team)[0].lines == 31


def test_attendance_by_week_is_the_mean_of_its_days(ana, measure, read, attendance):
    apply_import(by=ana, data_import=read)
    line = series_of(ana, measure).first()
    weeks = {}
    for day, value in plain_values(attendance)[line.name]:
        if value != "NS":
            weeks.setdefault(day - datetime.timedelta(days=day.weekday()), []).append(float(value))
    reading = chart_of(ana, measure, line, period="week").reading
    assert {point.on: point.value for point in reading.values} == pytest.approx(
        {monday: statistics.fmean(values) for monday, values in weeks.items()}
    )


def test_attendance_small_charts_come_twelve_a_page(ana, measure, read):
    apply_import(by=ana, data_import=read)
    pages = [measure_page(ana, measure, page=str(number)).small for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [12, 12, 7]
    names = [one.series.name for page in pages for one in page]
    assert names == sorted(names)


def test_attendance_is_taken_back_whole(ana, measure, read):
    apply_import(by=ana, data_import=read)
    undo_import(by=ana, data_import=read)
    assert Observation.objects.filter(ended_at=None).count() == 0
    assert chart_of(ana, measure).reading.points == ()
