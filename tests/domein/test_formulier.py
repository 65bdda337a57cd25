from landkaart.domein.formulier import Plaats, place_of

TOTALS = {"assen": 1400, "tiel": 900, "venlo": 900, "zwolle": 300}


def test_the_place_counts_who_has_more_and_says_how_many_share_it():
    assert place_of(TOTALS, "assen") == Plaats(1, 4, 0)
    assert place_of(TOTALS, "tiel") == Plaats(2, 4, 1)
    assert place_of(TOTALS, "venlo") == Plaats(2, 4, 1)
    assert place_of(TOTALS, "zwolle") == Plaats(4, 4, 0)


def test_who_does_not_count_has_no_place():
    assert place_of(TOTALS, "urk") is None
    assert place_of({}, "assen") is None
