import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceDocument, Span } from '../../src/source/document.js';
import { sourceFromText } from '../../src/source/read.js';

/** The texts of the blocks, in order. */
function blocks(raw: string, path?: string): string[] {
  const document = sourceFromText(raw, path);
  return document.blocks.map((block) => document.text.slice(block.start, block.end));
}

function spanOf(document: SourceDocument, words: string): Span {
  const start = document.text.indexOf(words);
  expect(start, `“${words}” in the flow text`).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

function place(document: SourceDocument, words: string): string {
  const { start, end } = document.locate(spanOf(document, words));
  return `${start?.line}:${start?.column}-${end?.line}:${end?.column}`;
}

describe('marks of Markdown', () => {
  test('bold in part of a line, headings, escapes and entities are not text', () => {
    expect(blocks('## **II. NỘI DUNG** chính\n\n1\\. Làm &amp; báo cáo **trước ngày** *05/6/2026*&nbsp;.')).toEqual([
      'II. NỘI DUNG chính',
      '1. Làm & báo cáo trước ngày 05/6/2026 .',
    ]);
  });

  test('a bullet before a label is dropped, a bullet alone reads as a dash', () => {
    expect(blocks('- a) Tuyên truyền;\n- (2) Kiểm tra;\n* Báo cáo.')).toEqual([
      'a) Tuyên truyền;',
      '(2) Kiểm tra;',
      '- Báo cáo.',
    ]);
  });

  test('footnote marks leave the sentence, units keep their exponent', () => {
    expect(blocks('Diện tích 120 m² theo quy định mới¹ và nghị quyết[^2].')).toEqual([
      'Diện tích 120 m² theo quy định mới và nghị quyết.',
    ]);
    const document = sourceFromText(
      'Nội dung chính.\n\n¹ Chỉ thị số 05-CT/TU ngày 01/02/2026.\n\n[^2]: Kế hoạch số 7/KH-UBND.',
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'footnote', 'footnote']);
  });

  test('comments and rules are no text, a reference mark in brackets is', () => {
    expect(blocks('Mục tiêu <!-- ghi chú\nnội bộ --> chung (*)\n\n-------\n\nHết.')).toEqual([
      'Mục tiêu chung (*)',
      'Hết.',
    ]);
  });
});

describe('lines', () => {
  test('hard-wrapped lines are joined, labels begin anew', () => {
    const raw = [
      '1. Đẩy mạnh công tác tuyên truyền trong các tầng lớp Nhân dân về ý nghĩa',
      'của phong trào thi đua, gắn với nhiệm vụ chính trị của cơ quan, đơn vị, Ủy',
      'ban nhân dân phường theo dõi.',
      '2. Kiểm tra việc thực hiện tại các tổ dân phố, kịp thời biểu dương gương điển',
      'hình tiên tiến trong phong trào.',
      'a) Tháng đầu tiên của quý tập trung rà soát, thống kê các chỉ tiêu còn thấp so',
      'với kế hoạch đã giao từ đầu năm để có giải pháp.',
    ].join('\n');
    expect(blocks(raw)).toEqual([
      '1. Đẩy mạnh công tác tuyên truyền trong các tầng lớp Nhân dân về ý nghĩa của phong trào thi đua, gắn với nhiệm vụ chính trị của cơ quan, đơn vị, Ủy ban nhân dân phường theo dõi.',
      '2. Kiểm tra việc thực hiện tại các tổ dân phố, kịp thời biểu dương gương điển hình tiên tiến trong phong trào.',
      'a) Tháng đầu tiên của quý tập trung rà soát, thống kê các chỉ tiêu còn thấp so với kế hoạch đã giao từ đầu năm để có giải pháp.',
    ]);
  });

  test('a sentence cut by a page break and a footnote is one block', () => {
    const raw =
      'Các cơ quan, đơn vị tổ chức phát động phong trào thi đua trên\n\n2\n\n¹ Chỉ thị số 05-CT/TU.\n\ncơ sở bám sát nhiệm vụ năm 2026.';
    expect(blocks(raw)).toEqual([
      'Các cơ quan, đơn vị tổ chức phát động phong trào thi đua trên cơ sở bám sát nhiệm vụ năm 2026.',
      'Chỉ thị số 05-CT/TU.',
    ]);
  });

  test('symbols cut at a hyphen or slash are whole again', () => {
    expect(blocks('Thực hiện Kế hoạch số 45/KH-\nUBND của tỉnh và Quyết định số\n12/QĐ-TTg.')).toEqual([
      'Thực hiện Kế hoạch số 45/KH-UBND của tỉnh và Quyết định số 12/QĐ-TTg.',
    ]);
  });

  test('a heading whose bold goes over the line is one block', () => {
    expect(blocks('**III. NHIỆM\nVỤ VÀ GIẢI PHÁP**\n\n**1. Công tác\nthông tin**')).toEqual([
      'III. NHIỆM VỤ VÀ GIẢI PHÁP',
      '1. Công tác thông tin',
    ]);
    const long =
      'a) Các xã rà soát, lập danh sách hộ có nhu cầu vay vốn sửa nhà;\ngửi về phòng chuyên môn để tổng hợp, thẩm định,\ntrình duyệt.';
    expect(
      blocks(`${long}\n**IV. Khen\nthưởng**\nXã tặng Giấy khen cho tập thể,\ncá nhân tiêu biểu.`).slice(1),
    ).toEqual(['IV. Khen thưởng', 'Xã tặng Giấy khen cho tập thể, cá nhân tiêu biểu.']);
  });

  test('two columns on one line of a header are two blocks', () => {
    const raw =
      '     ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n      XÃ HOA LƯ                    Độc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH';
    expect(blocks(raw, 'a.txt')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'XÃ HOA LƯ',
      'Độc lập - Tự do - Hạnh phúc',
      'KẾ HOẠCH',
    ]);
  });
});

describe('tables', () => {
  test('a Markdown table gives cells with row and column', () => {
    const document = sourceFromText(
      '| STT | Nhiệm vụ | Thời gian |\n|---|---|---|\n| 1 | Rà soát | Quý II |\n| 2 | Báo cáo | |',
    );
    const cells = document.blocks.map((block) => [
      document.text.slice(block.start, block.end),
      block.cell?.row,
      block.cell?.column,
    ]);
    expect(cells).toEqual([
      ['STT', 0, 0],
      ['Nhiệm vụ', 0, 1],
      ['Thời gian', 0, 2],
      ['1', 1, 0],
      ['Rà soát', 1, 1],
      ['Quý II', 1, 2],
      ['2', 2, 0],
      ['Báo cáo', 2, 1],
    ]);
  });

  test('a crawled table with one cell between lone pipes keeps rows and columns, empty cells too', () => {
    const raw =
      '|\n**TT**\n|\n**Việc**\n|\n**Hạn**\n|\n|\n1\n|\nRà soát thủ\ntục\n|\n|\n|\n2\n|\nBáo cáo\n|\nQuý II\n|\n\nHết bảng.';
    const document = sourceFromText(raw);
    const cells = document.blocks.map((block) => [
      document.text.slice(block.start, block.end),
      block.cell?.row ?? null,
      block.cell?.column ?? null,
    ]);
    expect(cells).toEqual([
      ['TT', 0, 0],
      ['Việc', 0, 1],
      ['Hạn', 0, 2],
      ['1', 1, 0],
      ['Rà soát thủ tục', 1, 1],
      ['2', 2, 0],
      ['Báo cáo', 2, 1],
      ['Quý II', 2, 2],
      ['Hết bảng.', null, null],
    ]);
  });
});

describe('places in the file', () => {
  const raw = '# KẾ HOẠCH\n\nBáo cáo **trước ngày 15/12/2026** về Ủy ban\nnhân dân tỉnh.\n';

  test('line and column are those of the file as it is', () => {
    const document = sourceFromText(raw);
    expect(place(document, 'trước ngày 15/12/2026')).toBe('3:11-3:32');
    expect(place(document, 'Ủy ban nhân dân')).toBe('3:38-4:9');
  });

  test('byte order mark and CRLF change no line and no column', () => {
    const document = sourceFromText(`\ufeff${raw.replaceAll('\n', '\r\n')}`);
    expect(place(document, 'trước ngày 15/12/2026')).toBe('3:11-3:32');
    expect(place(document, 'Ủy ban nhân dân')).toBe('3:38-4:9');
  });

  test('decomposed letters are composed, their columns are those of the decomposed file', () => {
    const document = sourceFromText('Tăng trưởng bứt phá mạnh mẽ'.normalize('NFD'));
    expect(document.text).toBe('Tăng trưởng bứt phá mạnh mẽ');
    const { start, end } = document.locate(spanOf(document, 'bứt phá'));
    const nfd = 'Tăng trưởng bứt phá mạnh mẽ'.normalize('NFD');
    expect(nfd.slice(start?.offset, end?.offset)).toBe('bứt phá'.normalize('NFD'));
  });

  const word = fc.constantFrom(
    'kế',
    'hoạch',
    'Ủy',
    'ban',
    '15/12/2026',
    'thuỷ',
    'đ)',
    '“bứt',
    'phá”',
    '**đậm**',
    '56/KH-UBND',
    'quý',
    'IV.',
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
  const plan = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((paragraphs) => paragraphs.join('\n\n'));

  test('every letter of the flow text is the letter at its place in the file', () => {
    fc.assert(
      fc.property(plan, (text) => {
        const document = sourceFromText(text);
        for (let at = 0; at < document.text.length; at++) {
          const letter = document.text.charAt(at);
          if (/\s/u.test(letter)) continue;
          const { start, end } = document.locate({ start: at, end: at + 1 });
          expect(text.slice(start?.offset, end?.offset)).toBe(letter);
        }
      }),
    );
  });

  test('decomposition and line ends do not change what is read', () => {
    fc.assert(
      fc.property(plan, (text) => {
        const { text: flow } = sourceFromText(text);
        expect(sourceFromText(text.normalize('NFD')).text).toBe(flow);
        expect(sourceFromText(text.replaceAll('\n', '\r\n')).text).toBe(flow);
        expect(sourceFromText(`\ufeff${text}`).text).toBe(flow);
      }),
    );
  });
});

describe('quality', () => {
  const sentence =
    'Các cơ quan, đơn vị tổ chức thực hiện tốt nhiệm vụ được giao trong năm và báo cáo kết quả đúng thời hạn quy định. ';

  test('typed text is good, scrambled letters are broken', () => {
    expect(sourceFromText(sentence.repeat(3)).quality.verdict).toBe('good');
    const scrambled = sentence.repeat(6).replace(/\p{L}{2,}/gu, (letters) => [...letters].reverse().join(''));
    expect(sourceFromText(scrambled).quality.verdict).toBe('broken');
  });
});

describe('blanks of a draft', () => {
  test('wide blanks for number and day are no columns', () => {
    expect(blocks('Số:          /KH-UBND\n\nHoa Lư, ngày        tháng       năm 2026\n\nKẾ HOẠCH')).toEqual([
      'Số: /KH-UBND',
      'Hoa Lư, ngày tháng năm 2026',
      'KẾ HOẠCH',
    ]);
    expect(
      blocks('Số:        /KH-UBND               Hoa Lư, ngày      tháng     năm 2026\n\nKẾ HOẠCH', 'a.txt'),
    ).toEqual(['Số: /KH-UBND', 'Hoa Lư, ngày tháng năm 2026', 'KẾ HOẠCH']);
  });
});

describe('tables that only set things side by side', () => {
  const lines = [
    'ỦY BAN NHÂN DÂN',
    'XÃ VÂN HÀ',
    'Số: 05/KH-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Vân Hà, ngày 03 tháng 02 năm 2026',
  ];

  test('a header whose cells hold several lines reads line by line', () => {
    const breaks =
      '| ỦY BAN NHÂN DÂN<br>**XÃ VÂN HÀ**<br/>Số: 05/KH-UBND | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc**<br>*Vân Hà, ngày 03 tháng 02 năm 2026* |';
    const emphasis =
      '| ỦY BAN NHÂN DÂN **XÃ VÂN HÀ** Số: 05/KH-UBND | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** **Độc lập - Tự do - Hạnh phúc** *Vân Hà, ngày 03 tháng 02 năm 2026* |';
    expect(blocks(`${breaks}\n| --- | --- |\n\nKẾ HOẠCH`)).toEqual([...lines, 'KẾ HOẠCH']);
    expect(blocks(`${emphasis}\n| --- | --- |\n\nKẾ HOẠCH`)).toEqual([...lines, 'KẾ HOẠCH']);
  });

  test('so do recipients and signature; a table of tasks stays a table', () => {
    const raw = [
      'KẾ HOẠCH',
      '',
      '| 1 | Rà soát<br>danh mục | Văn phòng |',
      '',
      '| ***Nơi nhận:*** - UBND tỉnh; - Lưu: VT. | **TM. ỦY BAN NHÂN DÂN** **CHỦ TỊCH** **Lò Thị Én** |',
    ].join('\n');
    expect(blocks(raw)).toEqual([
      'KẾ HOẠCH',
      '1',
      'Rà soát danh mục',
      'Văn phòng',
      'Nơi nhận:',
      '- UBND tỉnh;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Lò Thị Én',
    ]);
    const cells = sourceFromText(raw).blocks.map(({ cell }) => cell?.column ?? null);
    expect(cells.slice(1, 5)).toEqual([0, 1, 2, null]);
  });
});

describe('tables in HTML', () => {
  const rows = (raw: string): string[] => {
    const document = sourceFromText(raw, 'a.md');
    return document.blocks.map(({ cell, start, end }) => {
      const at = cell === null ? '-' : `${cell.table}.${cell.row}.${cell.column}`;
      return `${at} ${document.text.slice(start, end)}`;
    });
  };

  test('rows and cells are those of the table, over any number of lines', () => {
    const raw = [
      'Danh mục:',
      '<table border="1"><thead><tr><th>TT</th><th>Việc</th><th>Hạn</th></tr></thead>',
      '<tr><td rowspan="2">1</td><td><p>Rà soát</p><p>hồ sơ</p></td><td>Quý I</td></tr>',
      '<tr>',
      '<td>Báo cáo</td>',
      '<td>Quý II</td>',
      '</tr>',
      '<tr><td colspan="2">Tổng kết</td><td>Quý IV</td></tr></table>',
      'Hết.',
    ].join('\n');
    expect(rows(raw)).toEqual([
      '- Danh mục:',
      ...['0.0.0 TT', '0.0.1 Việc', '0.0.2 Hạn'],
      ...['0.1.0 1', '0.1.1 Rà soát hồ sơ', '0.1.2 Quý I'],
      ...['0.2.1 Báo cáo', '0.2.2 Quý II'],
      ...['0.3.0 Tổng kết', '0.3.2 Quý IV'],
      '- Hết.',
    ]);
    expect(place(sourceFromText(raw, 'a.md'), 'Quý II')).toBe('6:5-6:11');
  });

  test('a table that is never closed is text', () => {
    expect(blocks('<table><tr><td>Một\n\nHai')).toHaveLength(2);
  });
});
