"""The aim sentence puts itself together; what is missing stands in it as a gap."""

from datetime import date

import pytest

from aimwell.domain.theory.aims import Aim, Direction, Run, check_aim, missing_parts, plain, sentence

AIM = Aim(
    "explain their reasoning to a partner", "our fifth graders", 34, 65, "%", date(2027, 5, 28), date(2026, 11, 2)
)


@pytest.mark.ac("S1 R-16")
def test_aim_sentence_of_the_mockup() -> None:
    assert sentence(AIM, "en") == (
        Run("From 34\u00a0% to "),
        Run("65\u00a0%", strong=True),
        Run(" of our fifth graders explain their reasoning to a partner "),
        Run("by May\u00a028", strong=True),
        Run("."),
    )


@pytest.mark.parametrize(
    ("aim", "lang", "expected"),
    [
        (
            Aim("explican su razonamiento", "nuestros estudiantes", 34, 65, "%", date(2027, 5, 28)),
            "es",
            "Del 34 % al 65 % de nuestros estudiantes explican su razonamiento para el 28 de mayo.",
        ),
        (
            Aim("llega a tiempo", "el grupo 5B", 20, 26, "", date(2027, 5, 28)),
            "es",
            "De 20 a 26 del grupo 5B llega a tiempo para el 28 de mayo.",
        ),
        (
            Aim("minutes of waiting", "our classes.", 8.5, 2, "minutes", date(2027, 5, 28), direction=Direction.DOWN),
            "en",
            "Minutes of waiting, our classes: from 8.5 to 2 minutes by May 28.",
        ),
    ],
)
def test_aim_sentence_in_both_languages_and_units(aim: Aim, lang: str, expected: str) -> None:
    assert plain(aim, lang).replace("\u00a0", " ") == expected


def test_year_on_request() -> None:
    assert plain(AIM, "en", with_year=True).endswith("by May\u00a028,\u00a02027.")


@pytest.mark.ac("S1 R-16")
def test_missing_parts_are_named_and_stand_as_gaps() -> None:
    assert missing_parts(Aim()) == ("what", "for_whom", "baseline", "target", "by_when")
    assert missing_parts(AIM) == ()
    gaps = [run.gap for run in sentence(Aim(for_whom="all"), "en") if run.gap]
    assert gaps == ["baseline", "target", "what", "by_when"]


@pytest.mark.ac("S1 R-16")
@pytest.mark.parametrize(
    ("by_when", "target", "direction", "expected"),
    [
        (date(2027, 5, 28), 65, Direction.UP, ()),
        (date(2026, 11, 2), 65, Direction.UP, ("aim.date_before_baseline",)),
        (date(2027, 5, 28), 34, Direction.UP, ("aim.target_is_baseline",)),
        (date(2027, 5, 28), 20, Direction.UP, ("aim.against_direction",)),
        (date(2027, 5, 28), 65, Direction.DOWN, ("aim.against_direction",)),
        (date(2027, 5, 28), 20, Direction.DOWN, ()),
        (date(2027, 5, 28), 20, Direction.NEITHER, ()),
    ],
)
def test_check_aim(by_when: date, target: int, direction: Direction, expected: tuple[str, ...]) -> None:
    aim = Aim("a", "b", 34, target, "%", by_when, date(2026, 11, 2), direction)
    assert check_aim(aim) == expected
