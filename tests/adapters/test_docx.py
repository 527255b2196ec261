"""Word files as people make them: headings, tables, boxes for answers, a password, a cut-off file."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from aimwell.adapters.docx import read_docx
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.oldforms import Block, Grid


def saved(document):
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


def test_paragraphs_and_tables_come_in_their_order():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Lee School"
    document.add_heading("Plan", 1)
    document.add_paragraph("Use cards")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Do"
    table.cell(0, 2).text = "They used them"
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "inside"
    document.add_paragraph("")
    document.add_paragraph("Study: good")
    assert read_docx(saved(document)) == [
        Block("Lee School"),
        Block("Plan", heading=True),
        Block("Use cards"),
        Grid((("Do", "They used them"), ("inside", "", ""))),
        Block("Study: good"),
    ]


def test_answers_in_fields_and_boxes_are_not_lost():
    document = Document()
    document.add_paragraph("Prediction: ")
    body = document.element.body
    space = nsdecls("w")
    field = f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>All will speak</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    body.insert(1, parse_xml(field))
    inside = f"<w:p {space}><w:ins w:id='1'><w:r><w:t>put in later</w:t></w:r></w:ins></w:p>"
    body.insert(2, parse_xml(inside))
    words = "<w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r>"
    body.insert(3, parse_xml(f"<w:p {space}>{box}</w:p>"))
    texts = [block.text for block in read_docx(saved(document))]
    assert texts == ["Prediction:", "All will speak", "put in later", "in a box"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "oldforms_locked"),
        (b"plain words", "oldforms_not_docx"),
        (b"PK\x03\x04 cut off", "oldforms_not_docx"),
    ],
)
def test_a_file_that_is_none_says_so(data, code):
    with pytest.raises(Refused) as refused:
        read_docx(io.BytesIO(data))
    assert refused.value.code == code


def test_a_packed_file_that_is_no_word_file_and_one_that_swells():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 70_000_000)
    out.seek(0)
    with pytest.raises(Refused):
        read_docx(out)
