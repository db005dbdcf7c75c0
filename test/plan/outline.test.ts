import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Section } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

/** The outline as indented lines "path title {kinds}". */
function outline(body: string): string[] {
  const plan = parsePlan(sourceFromText(`KẾ HOẠCH\n\nTuyên truyền năm 2026\n\n${body}`));
  const lines = (sections: Section[], indent: string): string[] =>
    sections.flatMap((section) => [
      `${indent}${section.path} ${section.title}${section.kinds.length > 0 ? ` {${section.kinds.join()}}` : ''}`,
      ...lines(section.children, `${indent}  `),
    ]);
  return lines(plan.outline, '');
}

describe('outline', () => {
  test('Roman, Arabic, letters and dashes nest; a new Arabic number closes the letters', () => {
    expect(
      outline(
        'I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\na) Nâng cao nhận thức.\n\nđ) Vận động.\n\n2. Yêu cầu\n\n- Thiết thực.\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác xã thực hiện.',
      ),
    ).toEqual([
      'I MỤC ĐÍCH, YÊU CẦU {purpose,requirement}',
      '  I.1 Mục đích {purpose}',
      '    I.1.a Nâng cao nhận thức',
      '    I.1.đ Vận động',
      '  I.2 Yêu cầu {requirement}',
      '    I.2 Thiết thực',
      'II TỔ CHỨC THỰC HIỆN {organization}',
    ]);
  });

  test('decimals stand under the number that they begin with', () => {
    expect(
      outline(
        'II. NỘI DUNG\n\n4. Nhiệm vụ và giải pháp\n\n4.1. Phát triển kinh tế\n\n4.2. Văn hóa\n\n5. Kinh phí thực hiện: ngân sách xã.',
      ),
    ).toEqual([
      'II NỘI DUNG {content}',
      '  II.4 Nhiệm vụ và giải pháp {tasks}',
      '    II.4.1 Phát triển kinh tế',
      '    II.4.2 Văn hóa',
      '  II.5 Kinh phí thực hiện {funding}',
    ]);
  });

  test('a list that starts at 1 inside a point does not close the numbers around it', () => {
    expect(
      outline('I. NỘI DUNG\n\n1. Việc một\n\na) Gồm các bước:\n\n1. Bước đầu.\n\n2. Bước sau.\n\n2. Việc hai'),
    ).toEqual([
      'I NỘI DUNG {content}',
      '  I.1 Việc một',
      '    I.1.a Gồm các bước',
      '      I.1.a.1 Bước đầu',
      '      I.1.a.2 Bước sau',
      '  I.2 Việc hai',
    ]);
  });

  test('headings without label keep their kind', () => {
    expect(
      outline(
        'MỤC ĐÍCH, YÊU CẦU\n\nNâng cao nhận thức.\n\nTỔ CHỨC THỰC HIỆN\n\nCác xã thực hiện.\n\nThời gian thực hiện: từ nay đến hết năm 2026.',
      ),
    ).toEqual([
      ' MỤC ĐÍCH, YÊU CẦU {purpose,requirement}',
      ' TỔ CHỨC THỰC HIỆN {organization}',
      '   Thời gian thực hiện {time}',
    ]);
  });

  test('a plain heading may end with a full stop', () => {
    expect(outline('I. Mục đích, yêu cầu. Thiết thực.\n\nII. Tổ chức thực hiện.\n\nCác xã thực hiện.')).toEqual([
      'I Mục đích, yêu cầu',
      'II Tổ chức thực hiện {organization}',
    ]);
  });

  test('words of a kind inside a sentence are no section', () => {
    const kinds = outline(
      'I. YÊU CẦU\n\n- Khen thưởng đúng đối tượng, đúng thành tích, bảo đảm công khai và khách quan trong toàn phường.',
    );
    expect(kinds).toEqual([
      'I YÊU CẦU {requirement}',
      '  I Khen thưởng đúng đối tượng, đúng thành tích, bảo đảm công khai và khách quan trong toàn phường',
    ]);
  });

  test('articles with clauses and points', () => {
    expect(
      outline(
        'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác.\n\nĐiều 2. Tổ chức thực hiện\n\n1. Văn phòng theo dõi.\n\na) Hằng tháng báo cáo.',
      ),
    ).toEqual([
      'Điều 1 Ban hành kèm theo Quyết định này Kế hoạch công tác',
      'Điều 2 Tổ chức thực hiện {organization}',
      '  Điều 2.1 Văn phòng theo dõi',
      '    Điều 2.1.a Hằng tháng báo cáo',
    ]);
  });

  test('an annex has a path of its own', () => {
    const body =
      'I. NỘI DUNG\n\nTặng quà.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Bình\n\nPHỤ LỤC\n\nI. DANH SÁCH\n\nHộ nghèo.';
    expect(outline(body)).toEqual(['I NỘI DUNG {content}', 'PL1 PHỤ LỤC', '  PL1.I DANH SÁCH']);
  });
});
