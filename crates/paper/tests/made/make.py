"""Makes the templates beside this file as offices make them: with python-docx, and saved anew by LibreOffice.

    pip install python-docx        # 1.2.0
    apt-get install libreoffice-writer-nogui
    python3 make.py

The tests read what was made; they need neither.
"""

import pathlib
import shutil
import subprocess
import tempfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

HERE = pathlib.Path(__file__).parent


def template():
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{机关名称}}"
    section.footer.paragraphs[0].text = "{{今日}}　{{规则摘要}}"
    title = document.add_heading("信用修复告知书", level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph = document.add_paragraph("致：{{企业")
    run = paragraph.add_run("名称")
    run.bold = True
    run.font.size = Pt(16)
    paragraph.add_run("}}，住所：{{住所}}。")
    document.add_paragraph("{{#if 处罚}}")
    document.add_paragraph("你单位有下列处罚：")
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ["序号", "决定书文号", "罚款"]):
        cell.text = text
    texts = ["{{#each 处罚}}{{序号}}", "{{决定书文号}}", "{{#if 罚款金额}}{{罚款金额}}{{else}}无{{/if}}{{/each}}"]
    for cell, text in zip(table.rows[1].cells, texts):
        cell.text = text
    document.add_paragraph("{{else}}")
    document.add_paragraph("你单位没有处罚。")
    document.add_paragraph("{{/if}}")
    document.add_paragraph("材料：{{#each 材料}}{{序号}}.{{名称}}；{{/each}}", style="List Bullet")
    return document


def main():
    made = HERE / "python_docx.docx"
    template().save(made)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "source.docx"
        shutil.copy(made, source)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", f"{folder}/out", source],
            check=True,
        )
        shutil.copy(pathlib.Path(folder) / "out" / "source.docx", HERE / "libreoffice.docx")


if __name__ == "__main__":
    main()
