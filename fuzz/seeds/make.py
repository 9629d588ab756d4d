#!/usr/bin/env python3
"""Writes the seeds of this folder, all invented: small inputs of each target that reach what it is made for.

Run it in this folder; it needs nothing but Python. What the fuzzers have found stands beside them, as found-….
"""
import json
import pathlib
import struct
import zipfile

ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'


def code(number):
    body = f'91150203MAE{number:06}'
    return body + ALPHABET[(31 - sum(ALPHABET.index(c) * (3 ** i % 31) for i, c in enumerate(body)) % 31) % 31]


def put(target, name, content):
    folder = pathlib.Path(target)
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


REGISTER = [
    ['经营主体名单'],
    ['统一社会信用代码', '企业名称', '主体类型', '成立日期', '登记状态', '行政区划', '行业代码', '监管领域', '风险等级'],
    [code(1), '示例一有限公司', '企业', '2024年5月28日', '存续', '150203', 'F5212', '食品、药品', 'B'],
    ["'" + code(2), '示例二<b>店</b>', '个体工商户', '20240528', '注销', '150203', 'F5212', '', ''],
    ['9.115E+17', '示例三', '企业', '2024-02-30', '存续', '', '', '特种设备', 'E'],
    ['合计', '3户'],
]
PENALTIES = [
    ['行政相对人名称', '统一社会信用代码', '行政处罚决定书文号', '处罚类别', '罚款金额（万元）', '处罚决定日期', '公示日期',
     '处罚机关', '自由裁量'],
    ['示例一有限公司', code(1), '包市监处罚〔2024〕1号', '警告、罚款', '0.3', '2024-05-28', '45450', '包头市市场监督管理局', '一般'],
    ['示例一有限公司', code(1), '包市监处罚〔2024〕1号', '警告、罚款', '0.3', '2024-05-28', '45450', '包头市市场监督管理局', '一般'],
    ['示例二', '', '包市监处罚〔2024〕2号', '没收违法所得', '/', '2024/5/8', '', '', '从重'],
    ['张三', '150202199001011234', '包市监处罚〔2024〕3号', '罚款', '1', '2024.5.8', '', '', ''],
]
LISTINGS = [
    ['经营异常名录'],
    ['统一社会信用代码', '企业名称', '列入原因', '列入日期', '纠正日期'],
    [code(1), '示例一有限公司', '未按照规定的期限公示年度报告', '2024-07-08', ''],
]
INSPECTIONS = [
    ['统一社会信用代码', '企业名称', '检查日期', '检查方式', '检查类型', '检查部门', '检查结果'],
    [code(1), '示例一有限公司', '2026-11-17', '现场检查', '日常检查', '市场监管', '未发现问题'],
]


def text(rows, between=','):
    cell = lambda cell: f'"{cell}"' if any(c in cell for c in ',;\t\n') else cell
    return ''.join(between.join(map(cell, row)) + '\n' for row in rows)


def tables():
    put('table', 'register', '0' + text(REGISTER))
    put('table', 'penalties_gb18030', b'1' + text(PENALTIES, ';').replace('\n', '\r\n').encode('gb18030'))
    put('table', 'listings_utf16', b'2' + ('\ufeff' + text(LISTINGS, '\t')).encode('utf-16-be'))
    put('table', 'listings_utf16_low', b'3' + ('\ufeff' + text(LISTINGS)).encode('utf-16-le'))
    put('table', 'inspections_mark', b'4\xef\xbb\xbf' + text(INSPECTIONS).replace('\n', '\r').encode())
    put('table', 'quotes', '5统一社会信用代码,企业名称,登记状态\n%s,"示例""一\n",存续\n%s,"坏,存续\n%s,示例"三,存续\n'
        % (code(1), code(2), code(3)))
    put('table', 'broken_characters', b'6' + text(REGISTER).encode('gb18030')[:-60] + b'\x81\x30\x81\xff\0\x1e\x1f\n')
    put('table', 'own_words', '@' + text([['信用代码', '企业', '状态', '备注'], [code(1), '示例', '正常', 'x']]))
    row = lambda cells, tag='td': '<tr>' + ''.join(f'<{tag}>{cell}</{tag}>' for cell in cells) + '</tr>'
    put('page', 'page', '0<!DOCTYPE html><html><head><meta charset=gbk><style>td{}</style></head><body><table>'
        + ''.join(map(row, REGISTER)).replace('<b>', '&lt;b&gt;') + '</table></body></html>')
    put('page', 'page_gb18030', b'1' + ('<TABLE border=1>' + row(PENALTIES[0], 'TH') + ''.join(map(row, PENALTIES[1:]))
        + '</TABLE>').encode('gb18030'))
    put('page', 'spans', '2<table><tr><th>统一社会信用代码<th>企业名称<th>列入原因&nbsp;<th>列入日期<th>纠正日期<tr><td rowspan=2>%s'
        '<td colspan="1">示例<br>一<td>&#26410;&#x6309;照规定的期限公示年度报告<td>2024-07-08<!-- </td> --><tr><td>示例<td>x<td>y</table>' % code(1))
    cell = lambda text: f'<Cell><Data ss:Type="String">{text}</Data></Cell>'
    put('page', 'spreadsheet', '3<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表&amp;1"><Table>'
        + ''.join('<Row>' + ''.join(map(cell, row)) + '</Row>' for row in LISTINGS[1:])
        + '<Row ss:Index="9"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell>'
        '</Row></Table></Worksheet><Worksheet ss:Name="空"><Table/></Worksheet></Workbook>')


SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'


def packages():
    place = lambda row, column: f'{chr(65 + column)}{row + 1}'
    own = lambda rows: ''.join(
        f'<row r="{r + 1}">' + ''.join(f'<c r="{place(r, c)}" t="inlineStr"><is><t>{text}</t></is></c>'
                                       for c, text in enumerate(row) if text) + '</row>' for r, row in enumerate(rows))
    sheet = lambda data: f'<worksheet xmlns="{SHEET}"><dimension ref="A1:I9"/><sheetData>{data}</sheetData></worksheet>'
    escaped = [[cell.replace('<', '&lt;') for cell in row] for row in REGISTER]
    put('xlsx', 'own_texts', sheet(own(escaped)))
    shared = [text for row in LISTINGS[1:] for text in row]
    cells = ''.join(f'<row r="{r + 1}">' + ''.join(f'<c r="{place(r, c)}" t="s"><v>{r * 5 + c}</v></c>' for c in range(5))
                    + '</row>' for r in range(2))
    cells = cells.replace('t="s"><v>8</v>', 's="1"><v>45440.5</v>')
    strings = f'<sst xmlns="{SHEET}" count="10" uniqueCount="10">' + ''.join(
        f'<si><t xml:space="preserve">{text}</t></si>' for text in shared) + '</sst>'
    styles = (f'<styleSheet xmlns="{SHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/>'
              '</numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>')
    put('xlsx', 'shared_texts', '\0'.join([sheet(cells), strings, styles]))
    kinds = ('<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-05-28T00:00:00Z</v></c><c t="n"><v>1e3</v></c>'
             '<c t="str"><f>A1</f><v>x</v></c><c><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c></row>')
    workbook = (f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" '
                'r:id="rId1"/><sheet name="二" sheetId="2" state="hidden" r:id="rId1"/></sheets><definedNames><definedName '
                'name="_xlnm.Print_Area">一!$A$1</definedName></definedNames></workbook>')
    related = (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
               'Target="/xl/worksheets/sheet1.xml"/></Relationships>')
    put('xlsx', 'kinds', '\0'.join([sheet(kinds), '', '', workbook, related]))
    merged = own([*LISTINGS, ['', '', *LISTINGS[-1][2:]]])
    put('xlsx', 'merged', sheet(merged).replace('</worksheet>', '<mergeCells count="2"><mergeCell ref="A3:A4"/><mergeCell '
                                                'ref="B3:B4"/></mergeCells></worksheet>'))
    with zipfile.ZipFile('xlsx/archive', 'w', zipfile.ZIP_DEFLATED) as package:
        for name, part in [('一/', ''), ('一/名单.csv', text(LISTINGS)), ('~$名单.xlsx', 'x'), ('二.zip', 'PK'), ('三.xlsx', 'PK\3\4')]:
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    path = pathlib.Path('xlsx/package')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, part in [
            ('[Content_Types].xml', '<Types/>'),
            ('_rels/.rels', f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
             'Target="xl/workbook.xml"/></Relationships>'),
            ('xl/workbook.xml', workbook), ('xl/_rels/workbook.xml.rels', related),
            ('xl/worksheets/sheet1.xml', sheet(own(LISTINGS))),
        ]:
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)


def record(kind, *parts):
    content = b''.join(parts)
    return struct.pack('<HH', kind, len(content)) + content


def wide(text, length='<H'):
    units = text.encode('utf-16-le')
    return struct.pack(length, len(units) // 2) + b'\1' + units


def stream(version=0x600):
    """Records of Excel 97 with shared texts that go on in another record, or of Excel 95 with texts in GBK."""
    start = lambda kind: record(0x809, struct.pack('<HHHH', version, kind, 0x0DBB, 0x07CC), b'' if version == 0x500 else b'\0' * 8)
    end = record(0x0A)
    rows, shared = LISTINGS[1:], []
    cells = [start(0x10), record(0x200, struct.pack('<IIHHH', 0, 3, 0, 5, 0))]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if version == 0x500:
                cells.append(record(0x204, struct.pack('<HHHH', r, c, 0, len(text.encode('gbk'))), text.encode('gbk')))
            elif text and c != 3 or r == 0:
                cells.append(record(0xFD, struct.pack('<HHHI', r, c, 0, len(shared))))
                shared.append(text)
            elif c == 3:
                cells.append(record(0x203, struct.pack('<HHHd', r, c, 1, 45440.5)))
    place = len(rows)
    rk = struct.pack('<HI', 1, 45440 << 2 | 2)
    cells += [
        record(0xBD, struct.pack('<HH', place, 1), rk, rk, struct.pack('<H', 2)),
        record(0x27E, struct.pack('<HHHI', place, 3, 0, 123 << 2 | 3)),
        record(0x205, struct.pack('<HHHBB', place, 4, 0, 7, 1)),
        record(6, struct.pack('<HHH', place, 5, 0), b'\0' * 6, b'\xff\xff', b'\0' * 6),
        record(0x207, wide('公式') if version == 0x600 else struct.pack('<H', 4) + '公式'.encode('gbk')),
        record(0x204, struct.pack('<HHH', place, 6, 0), wide('文') if version == 0x600 else struct.pack('<H', 1) + b'x'), end,
    ]
    cells = b''.join(cells)
    name = wide('表1', '<B') if version == 0x600 else b'\x02T1'
    format = struct.pack('<H', 164) + (wide('yyyy"年"') if version == 0x600 else b'\x04yyyy')
    head = [start(5), record(0x22, b'\0\0'), record(0x41E, format), record(0xE0, struct.pack('<HH', 0, 0), b'\0' * 16),
            record(0xE0, struct.pack('<HH', 0, 164), b'\0' * 16)]
    tail = [end]
    if version == 0x600:
        texts = [wide(text) for text in shared]
        # The first with runs of fonts and an extension, the last cut within its characters.
        first = shared[0].encode('utf-16-le')
        texts[0] = struct.pack('<HBHI', len(first) // 2, 0x0D, 1, 4) + first + b'\0' * 8
        cut = len(texts[-1]) - 8
        tail = [record(0xFC, struct.pack('<II', len(shared), len(shared)), *texts[:-1], texts[-1][:cut]),
                record(0x3C, b'\1' + texts[-1][cut:]), end]
    bound = lambda start, hidden: record(0x85, struct.pack('<IBB', start, hidden, 0), name)
    before = sum(map(len, head + tail)) + 2 * len(bound(0, 0))
    return b''.join([*head, bound(before, 0), bound(before, 1), *tail, cells])


def container(name, content, unused=0xFFFFFFFF):
    """A compound file of sectors of 512 bytes: the table of sectors, the directory, then the stream."""
    content = content.ljust(4096, b'\0')
    content += b'\0' * (-len(content) % 512)
    sectors = len(content) // 512
    free, last, own = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    table = [own, last] + [2 + place + 1 for place in range(sectors - 1)] + [last]
    table += [unused] * (128 - len(table))
    head = struct.pack('<8s16sHHHHH6sIIIIIIIIII', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', b'', 0x3E, 3, 0xFFFE, 9, 6, b'', 0, 1, 1,
                       0, 4096, last, 0, last, 0, 0)
    head += b'\xff' * (512 - len(head))

    def entry(name, kind, child, start, size):
        units = name.encode('utf-16-le')
        return struct.pack('<64sHBBIII16sIQQIQ', units, len(units) + 2 if name else 0, kind, 1, free, free, child, b'', 0, 0, 0,
                           start, size)
    directory = entry('Root Entry', 5, 1, last, 0) + entry(name, 2, free, 2, len(content)) + entry('', 0, free, 0, 0) * 2
    return head + struct.pack('<128I', *table) + directory + content


def old_workbooks():
    put('xls', 'records', stream())
    put('xls', 'records_95', stream(0x500))
    put('xls', 'container', container('Workbook', stream()))
    put('xls', 'container_filled', container('Workbook', stream(), 0xFFFFFFFE))
    put('xls', 'container_95', container('Book', stream(0x500)))
    put('xls', 'locked', container('EncryptedPackage', b'x')[:2048])
    put('xls', 'locked_records', stream()[:20] + record(0x2F, b'\0' * 6) + stream()[20:200])


ENTERPRISE = {
    'uscc': code(1), 'name': '示例一有限公司', 'registered_on': '2020-01-02', 'status': 'active',
    'region': '150203', 'industry': 'F5212', 'sectors': ['food'], 'risk_grades': {'food': 'B'},
    'penalties': [{'document_no': '示例1号', 'decided_on': '2025-03-02', 'published_on': '2025-03-03', 'kinds': ['fine'],
                   'fine_yuan': 60000.50, 'discretion': 'ordinary'}],
    'abnormal_listings': [{'reason': 'annual_report', 'listed_on': '2024-07-08'}],
    'serious_listings': [{'listed_on': '2025-01-02', 'cause': '食品'}],
    'leads': [{'kind': 'complaint', 'received_on': '2026-11-03'}],
    'inspections': [{'on': '2026-01-02', 'result': 'clean'}],
}


def json_texts():
    dump = lambda value: json.dumps(value, ensure_ascii=False)
    put('request', 'request', dump({'as_of': '2026-11-21', 'trace': True, 'enterprise': {
        key: ENTERPRISE[key] for key in ['uscc', 'name', 'sectors', 'penalties', 'leads', 'inspections']}}))
    put('request', 'parameters', dump({'as_of': '2026-11-21', 'pack': 'baotou-2024', 'parameters': {'no_such': 3}, 'enterprise':
                                       {'uscc': code(1), 'name': '示例'}}))
    put('request', 'broken', dump({'as_of': '2026-02-30', 'pack': {}, 'parameters': {'x': 1}, 'enterprise': ENTERPRISE, 'more': []}))
    put('request', 'least', dump({'as_of': '2026-11-21', 'enterprise': {'uscc': code(1), 'name': '示例'}}))
    put('request', 'writings', '[1.50,-0,2E+3,true,false,null,{},[],"\\u00e9\\ud83d\\ude00\\/\\n罚款",{"a":{"b":[[]]}}]')
    least = {key: ENTERPRISE[key] for key in ['uscc', 'name', 'penalties', 'leads']}
    put('saved', 'record', dump({'format': 'xinheng-record', 'version': 1, 'as_of': '2026-11-21', 'enterprise': least, 'judgement': {
        'class': 'good', 'reason': '示例', 'officer': '示例', 'on': '2026-11-21'}}))
    put('saved', 'bare', dump(ENTERPRISE))
    put('saved', 'calendar', dump({'2027': {'off': ['2027-01-01'], 'workdays': ['2027-01-03']}}))
    put('saved', 'corrections', 'file\t经营主体\t信用代码\t企业\t状态\ncolumn\t信用代码\t统一社会信用代码\nword\t登记状态\t正常\t存续\n')
    put('saved', 'same_pack', '0 of the built-in pack as it stands\n')
    put('saved', 'changed_pack', '12 "2024-07-01"\n300 [{"from": "2024-01-01", "value": 3}]\n')


def cells():
    for name, content in {
        'day': '2025年3月2日', 'day_and_time': '2025/3/2 10:30:00', 'day_number': '45440', 'day_compact': '20250302',
        'amount': '人民币1,234.5万元整', 'amount_full_width': '６万', 'code': "'" + code(1).lower(), 'code_rounded': '9.115E+17',
        'words': '警告、罚款；没收违法所得', 'row': '2025-03-02,包市监处罚〔2025〕12号,罚款,6万元',
    }.items():
        for column in range(3):
            put('cell', f'{name}_{column}', bytes([1, column * 7 + 3]) + content.encode())


tables()
packages()
old_workbooks()
json_texts()
cells()
