"""The benchmark's table says honestly what was measured and whether the aim was reached."""

import io

import pytest

from bench.__main__ import BYTES_AN_OBLIGATION, QUICK, WHOLE, main
from bench.figures import Figure, amount, compare, figure, row, show, timed


def test_at_most_compares_ours_with_the_peer() -> None:
    found = figure("x", [3.0, 2.0, 9.0], [1.0, 1.0, 1.0], at_most=3)
    assert (found.ours, found.peer, found.ratio, found.met) == (3.0, 1.0, 3.0, True)
    assert not figure("x", [3.1], [1.0], at_most=3).met


def test_at_least_says_how_many_times_faster_ours_is() -> None:
    found = figure("x", [1.0], [20.0], at_least=20)
    assert (found.ratio, found.met, found.faster) == (20.0, True, True)
    assert not figure("x", [1.0], [19.0], at_least=20).met


def test_ratio_is_the_median_of_the_rounds_and_not_the_ratio_of_medians() -> None:
    assert figure("x", [1.0, 10.0, 4.0], [1.0, 5.0, 1.0], at_most=9).ratio == 2.0


def test_figure_without_an_aim_is_refused() -> None:
    with pytest.raises(ValueError, match="no aim"):
        figure("x", [1.0], [1.0])


def test_both_sides_take_turns_in_going_first() -> None:
    order: list[str] = []

    def side(name: str, took: float) -> float:
        order.append(name)
        return took

    found = compare("x", lambda: side("ours", 4.0), lambda: side("peer", 2.0), at_most=3, rounds=4, scale=2)
    assert order == ["ours", "peer", "peer", "ours"] * 2
    assert (found.ours, found.peer, found.ratio) == (2.0, 1.0, 2.0)


def test_timed_gives_the_time_and_does_the_thing() -> None:
    done: list[int] = []
    assert timed(lambda: done.append(1))() >= 0
    assert done == [1]


def test_table_says_which_aim_was_missed() -> None:
    out = io.StringIO()
    missed = Figure("slow", 4e-3, 1e-3, 4.0, 3.0)
    assert show(iter([Figure("quick", 1e-7, 1e-3, 10_000.0, 1000.0, True), missed]), out)[1] is missed
    head, quick, slow = out.getvalue().splitlines()
    assert head.split() == ["subject", "ours", "peer", "ratio", "aim", "met"]
    assert quick.split()[-5:] == ["ms", "10,000.00", "≥", "1,000", "yes"]
    assert slow.split() == ["slow", "4.0", "ms", "1.0", "ms", "4.00", "≤", "3", "NO"]


@pytest.mark.parametrize(("value", "unit", "words"), [
    (7.7e-8, "s", "77.0 ns"), (3.2e-6, "s", "3.2 µs"), (0.16, "s", "160.0 ms"), (2.5, "s", "2.50 s"),
    (61.26, "MB", "61.3 MB")])
def test_amounts_have_the_unit_that_suits_them(value: float, unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_long_subjects_leave_the_columns_in_place() -> None:
    assert row(Figure("x", 1.0, 1.0, 1.0, 1.0)).index("≤") == row(Figure("x" * 60, 1.0, 1.0, 1.0, 1.0)).index("≤")


def test_whole_run_is_ten_million_obligations_and_the_quick_one_a_hundredth() -> None:
    assert WHOLE.departments == 100 * QUICK.departments == 170_000


def test_no_room_for_the_log_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bench.__main__.BYTES_AN_OBLIGATION", BYTES_AN_OBLIGATION * 10**9)
    assert main(["--quick"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
