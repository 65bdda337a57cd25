from landkaart.domein.werkmap import mark


def test_the_mark_of_a_text_stays_what_it_is_in_workbooks_that_were_handed_out():
    assert mark("Loopt sinds mei.") == "68ccb096f289333d"
    assert mark("Loopt sinds juni.") != mark("Loopt sinds mei.")
    assert mark("") == ""
