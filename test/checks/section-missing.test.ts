/** Which headings count as a section of a kind. The rule's own examples show the messages. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { sectionMissing } from '../../src/checks/section-missing.js';
import type { LoadedPlan } from '../../src/engine/check.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

const rule = loadRules([builtInRules], checks).find(({ id }) => id === 'section/missing');

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

const PARENT = load(
  'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 71/KH-UBND\n\nNghệ An, ngày 02 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nPhát động phong trào thi đua làm đường năm 2026\n\nI. MỤC ĐÍCH, YÊU CẦU\n\nĐường tốt.\n\nII. NỘI DUNG\n\nLàm đường.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác xã thực hiện.\n',
  'tinh.md',
);

function missing(title: string, body: string): string[] {
  const child = load(
    `ỦY BAN NHÂN DÂN\nXÃ PHÚC LỘC\n\nSố: 12/KH-UBND\n\nPhúc Lộc, ngày 09 tháng 3 năm 2026\n\nKẾ HOẠCH\n\n${title}\n\nThực hiện Kế hoạch số 71/KH-UBND ngày 02/02/2026 của UBND tỉnh Nghệ An về phát động phong trào thi đua làm đường năm 2026, UBND xã Phúc Lộc ban hành Kế hoạch như sau:\n\n${body}\n`,
    'xa.md',
  );
  const kase = linkCase(child, buildLibrary([child, PARENT]), [], '2026-06-01');
  const options = sectionMissing.options.parse(rule?.options);
  return [...sectionMissing.run(kase, options)].map(({ message, data }) => `${message}: ${data.kindEn}`);
}

const REST = 'II. NỘI DUNG\n\nLàm đường.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn thực hiện.';

describe('section/missing', () => {
  it('knows an emulation plan by what it cites, though its title has only the number', () => {
    expect(missing('Thực hiện Kế hoạch số 71/KH-UBND của UBND tỉnh trên địa bàn xã', REST)).toEqual([
      'missing: Purpose',
    ]);
  });

  it('takes what stands first in a heading for its matter', () => {
    const title = 'Phong trào thi đua làm đường năm 2026';
    expect(missing(title, `I. MỤC TIÊU, YÊU CẦU\n\nĐường tốt.\n\n${REST}`)).toEqual([]);
    expect(missing(title, `I. ĐỐI TƯỢNG, NGUYÊN TẮC XÉT CHỌN\n\nCác thôn.\n\n${REST}`)).toEqual(['missing: Purpose']);
  });

  it('takes no long item of a list for a section', () => {
    const title = 'Phong trào thi đua làm đường năm 2026';
    const items = (item: string) => `I. MỤC ĐÍCH\n\nĐường tốt.\n\nII. NỘI DUNG\n\n1. Công việc\n\n${item}`;
    expect(missing(title, items('2. Tổ chức thực hiện\n\nCác thôn.'))).toEqual(['lower: Organization of work']);
    expect(
      missing(title, items('- Lãnh đạo, chỉ đạo, tổ chức thực hiện tốt việc hiến đất làm đường của các hộ dân')),
    ).toEqual(['missing: Organization of work']);
  });
});
