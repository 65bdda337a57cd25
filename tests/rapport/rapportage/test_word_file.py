"""The Word file: what it is made of, read from its own bytes."""

import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn

from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.rapportage.model import RapportChart
from landkaart.rapport.rapportage.word_xml import ORDER

A, WP = "{http://schemas.openxmlformats.org/drawingml/2006/main}", qn("wp:docPr")


@pytest.fixture
def content(bestanden_2009):
    return bestanden_2009[RapportSoort.WORD]


@pytest.fixture
def word(content):
    return docx.Document(io.BytesIO(content))


def test_chapters_and_what_is_in_them_are_headings(word, samengesteld_2009):
    found = [each.text for each in word.paragraphs if each.style.name == "Heading 1"]
    titles = [chapter.titel for chapter in samengesteld_2009.rapport.hoofdstukken]

    assert found == [f"{number} {title}" for number, title in enumerate(titles, start=1)]
    assert "De mijlpalen" in [each.text for each in word.paragraphs if each.style.name == "Heading 2"]


def test_the_headings_of_every_table_repeat_and_every_table_has_a_description(word):
    assert len(word.tables) > 15
    for table in word.tables:
        first = table._tbl.tr_lst[0]
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_picture_has_the_alt_text_of_its_chart_and_its_drawing_beside_it(word, content, samengesteld_2009):
    pictures = list(word.element.body.iter(WP))
    blips = list(word.element.body.iter(f"{A}blip"))
    charts = [each for chapter in samengesteld_2009.rapport.hoofdstukken for each in chapter.blokken if is_chart(each)]

    assert len(charts) > 20
    assert [each.get("descr") for each in pictures] == [chart.alt for chart in charts]
    assert len({each.get("id") for each in pictures}) == len(blips) == len(charts)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        drawings = [name for name in archive.namelist() if name.endswith(".svg")]
        assert len(drawings) == len(charts)
        assert 'ContentType="image/svg+xml"' in archive.read("[Content_Types].xml").decode()
        assert all(ElementTree.fromstring(archive.read(name)).tag.endswith("svg") for name in drawings)
    for blip in blips:
        [svg] = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        assert word.part.related_parts[svg.get(qn("r:embed"))].content_type == "image/svg+xml"
        assert word.part.related_parts[blip.get(qn("r:embed"))].blob.startswith(b"\x89PNG")


def is_chart(block):
    return isinstance(block, RapportChart)


def test_a_picture_has_300_dots_for_each_inch_that_it_takes(word):
    for shape in word.inline_shapes:
        blip = next(shape._inline.iter(f"{A}blip"))
        wide = int.from_bytes(word.part.related_parts[blip.get(qn("r:embed"))].blob[16:20], "big")
        assert wide / (shape.width / 914400) == pytest.approx(300, abs=1)


def test_the_table_of_contents_is_there_and_is_a_field_that_asks_for_nothing_at_opening(word):
    said = [each.text for each in word.element.body.iter(qn("w:instrText"))]
    settings = ElementTree.tostring(word.settings.element).decode()

    assert said == ['TOC \\o "1-2" \\h \\z \\u']
    jumps = {each.get(qn("w:anchor")) for each in word.element.body.iter(qn("w:hyperlink"))} - {None}
    marks = {each.get(qn("w:name")) for each in word.element.body.iter(qn("w:bookmarkStart"))}
    assert jumps == marks
    assert len(marks) > 15
    assert "updateFields" not in settings
    assert not any(each.get(qn("w:dirty")) for each in word.element.body.iter(qn("w:fldChar")))


def test_it_says_its_language_its_title_and_no_other_moment_than_that_of_the_figures(word, gegevens_2009):
    found = word.core_properties
    languages = {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))}

    assert (found.title, found.language, languages) == ("Tertaalrapportage 2e tertaal 2009", "nl-NL", {"nl-NL"})
    assert found.created == found.modified == gegevens_2009.gedateerd.replace(microsecond=0)


def test_every_part_stands_where_word_wants_it(word):
    """An element out of place makes Word call a document damaged."""
    for part in (word.element, word.styles.element):
        for name, order in ORDER.items():
            for each in part.iter(qn(f"w:{name}")):
                names = [child.tag.rpartition("}")[2] for child in each]
                assert names == sorted(names, key=order.split().index)


def test_every_figure_in_a_sentence_leads_to_a_page_of_the_landkaart(word, samengesteld_2009):
    links = [each for each in word.element.body.iter(qn("w:hyperlink")) if each.get(qn("r:id"))]
    targets = [word.part.rels[each.get(qn("r:id"))].target_ref for each in links]
    figures = sum(len(chapter.cijfers) for chapter in samengesteld_2009.rapport.hoofdstukken)

    assert len(links) > figures > 100
    assert all(each.startswith("https://landkaart.voorbeeld.nl/") and "tertaal=2009-2" in each for each in targets)
