"""What nobody has surely heard is said in the next morning's digest, whatever mark it stood at."""

import pytest

from tests.cast import OFFICE, TREASURY, Cast, at
from tests.integration.test_rounds import all_arrive, tick, told


@pytest.mark.parametrize("fate", ["unknown", "dead", None])
def test_a_digest_that_did_not_surely_arrive_leaves_its_items_to_the_next(cast: Cast, fate: str | None) -> None:
    tick(cast, "2018-11-30")
    all_arrive(cast)
    tick(cast, "2018-12-03")
    if fate:
        all_arrive(cast, fate)
    tick(cast, "2018-12-04")
    assert told(cast, TREASURY)[-1] == (6, 8, 9), "the mark of 3 December was passed unheard"
    all_arrive(cast)
    tick(cast, "2018-12-05")
    assert told(cast, TREASURY)[-1] == (8,)


def test_nothing_new_to_hear_but_an_unheard_digest_is_a_digest(cast: Cast) -> None:
    cast.say(TREASURY, "本期无 #8")
    tick(cast, "2018-12-03")
    all_arrive(cast, "unknown")
    tick(cast, "2018-12-04")
    assert told(cast, TREASURY)[-1] == (6, 9)


def test_what_is_registered_after_the_round_is_in_the_next_mornings_digest(cast: Cast) -> None:
    tick(cast, "2018-06-28")
    all_arrive(cast)
    cast.now = at("2018-06-28", "10:00")
    cast.press(OFFICE, cast.say(OFFICE, "登记 预算批准 2018-06-28")[0].buttons[0][0].data)
    tick(cast, "2018-06-29")
    (number,) = told(cast, TREASURY)[-1]
    assert cast.item(number).title == "政府预算"
    all_arrive(cast)
    tick(cast, "2018-07-02")
    assert told(cast, TREASURY) == []
