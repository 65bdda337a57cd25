"""What may be asked of the logboek."""

import pytest

from landkaart.domein.fouten import Fout
from landkaart.domein.logboek import Filter


@pytest.mark.parametrize("wrong", [{"tertaal": "2009-4"}, {"handeling": "verzonnen"}], ids=str)
def test_a_filter_that_cannot_be_is_a_sentence(wrong):
    with pytest.raises(Fout):
        Filter.read(wrong)


def test_a_filter_reads_back_from_its_own_address():
    asked = {"werkplein": "assen", "tertaal": "2009-2", "door": "A & B"}

    assert Filter.read(asked).asked == asked
    assert Filter.read({"werkplein": "", "scheiding": "puntkomma"}) == Filter()
