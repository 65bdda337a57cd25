"""Moving from the command line, as whoever runs the landkaart meets it."""

from sqlmodel import SQLModel

from db.engine import close
from db.sealing import key_file


def test_it_says_what_was_moved_and_what_goes_along_by_hand(landkaart, database, tmp_path):
    old, new = f"sqlite:///{database}", f"sqlite:///{tmp_path / 'nieuw' / 'landkaart.db'}"
    close(old)
    key_file(old).write_text("een sleutel")

    said = landkaart("verhuis", "--van", old, "--naar", new)

    assert said.status == 0
    assert said.out == [
        f"Verhuisd en vergeleken: {len(SQLModel.metadata.tables)} tabellen, 0 rijen, in beide gelijk.",
        "Zet DATABASE_URL op de nieuwe database en start de landkaart. De oude staat er nog.",
        f"De geheimen van tweede factoren horen bij de sleutel in {database.with_suffix('.sleutel')}: "
        f"zet die ook neer als {tmp_path / 'nieuw' / 'landkaart.sleutel'}.",
    ]


def test_what_stands_in_the_way_is_a_sentence(landkaart, database):
    said = landkaart("verhuis", "--van", f"sqlite:///{database}", "--naar", f"sqlite:///{database}")

    assert (said.status, said.err) == (1, ["De landkaart staat daar al. Noem bij --naar een andere database."])
