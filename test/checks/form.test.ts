/** The form of documents (thể thức) where the rules' examples do not reach: scans, columns, Party documents, templates, long inputs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formCapital } from '../../src/checks/form-capital.js';
import { formHeader } from '../../src/checks/form-header.js';
import { formRecipients } from '../../src/checks/form-recipients.js';
import { formSignature } from '../../src/checks/form-signature.js';
import { placeholder } from '../../src/checks/placeholder.js';
import { type Case, type Check, type RawFinding, register } from '../../src/engine/check.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function caseOf(text: string): Case {
  const document = sourceFromText(text, 'ke-hoach.md');
  return { document, plan: parsePlan(document), parents: [], today: '2026-06-01' };
}

function runOn<O>(check: Check<O>, kase: Case): RawFinding[] {
  const prepared = register(check).prepare({});
  if (!prepared.ok) throw prepared.error;
  return [...prepared.run(kase)];
}

function run<O>(check: Check<O>, text: string): RawFinding[] {
  return runOn(check, caseOf(text));
}

const messages = (findings: readonly RawFinding[]): string[] => findings.map(({ message }) => message);

const header = (nation: string, motto: string): string =>
  `ỦY BAN NHÂN DÂN\nXÃ SUỐI MÂY\n\n${nation}\n\n${motto}\n\nSố: 12/KH-UBND\n\nSuối Mây, ngày 15 tháng 4 năm 2026\n\nKẾ HOẠCH\n\nPhòng cháy rừng\n`;

const closing = (signature: string): string =>
  `ỦY BAN NHÂN DÂN\nXÃ SUỐI MÂY\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\n\nPhòng cháy rừng\n\nỦy ban nhân dân xã ban hành Kế hoạch phòng cháy rừng như sau:\n\nI. MỤC ĐÍCH\n\nGiữ rừng./.\n\n${signature}\n`;

describe('header', () => {
  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', '**Độc lập – Tự do – Hạnh phúc**'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc\n\n---------------'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc', ''],
  ])('%s / %s is right', (nation, motto) => {
    expect(messages(run(formHeader, header(nation, motto)))).toEqual([]);
  });

  test.each([
    ['CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', ['nation']],
    ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc', ['nation']],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập- Tự do - Hạnh phúc', ['motto']],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc Lập - Tự Do - Hạnh Phúc', ['motto']],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '', ['missing']],
  ])('%s / %s is reported', (nation, motto, expected) => {
    expect(messages(run(formHeader, header(nation, motto)))).toEqual(expected);
  });

  test('a fix of country name and motto leaves nothing to report', () => {
    const text = header('CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập -Tự do- Hạnh phúc');
    const fixed = run(formHeader, text).reduce(
      (all, { data, fix }) => all.replace(String(data.found), fix?.text ?? ''),
      text,
    );
    expect(run(formHeader, fixed)).toEqual([]);
  });

  test('a subject on the line of the number is no part of the symbol', () => {
    const text = 'ỦY BAN NHÂN DÂN\nXÃ SUỐI MÂY\n\nSố: 12/UBND-VP V/v tăng cường phòng cháy\n\nKính gửi: Các thôn.\n';
    expect(messages(run(formHeader, text))).toEqual([]);
  });
});

describe('signature and recipients', () => {
  test('receivers and signature side by side', () => {
    const text = closing(
      'Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n- Ban Thường trực Ủy ban            KT. CHỦ TỊCH\nMặt trận xã (phối hợp);\n- Các thôn;                        PHÓ CHỦ TỊCH\n- Lưu: VT.\n\n                                   Hoàng Đình Sơn',
    );
    expect(messages(run(formSignature, text))).toEqual([]);
    expect(messages(run(formRecipients, text))).toEqual([]);
  });

  test.each([
    ['TL. CHỦ TỊCH\n\nCHÁNH VĂN PHÒNG\n\nHoàng Đình Sơn', []],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH\n\nHoàng Đình Sơn', []],
    ['TM. ỦY BAN NHÂN DÂN\n\nHoàng Đình Sơn', ['title']],
    ['TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nCHỦ TỊCH\n\nHoàng Đình Sơn', ['deputy']],
    ['TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nPGS. TS. Hoàng Đình Sơn', ['rank']],
    ['TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nĐại tá Hoàng Đình Sơn', []],
  ])('%s', (signature, expected) => {
    expect(messages(run(formSignature, closing(`Nơi nhận:\n\n- Lưu: VT.\n\n${signature}`)))).toEqual(expected);
  });

  test('a document cited in the preamble does not say who issues this one', () => {
    const text = closing('Nơi nhận:\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\nHoàng Đình Sơn').replace(
      'Ủy ban nhân dân xã ban hành Kế hoạch phòng cháy rừng như sau',
      'Thực hiện Quyết định của Ủy ban nhân dân tỉnh ban hành Kế hoạch giữ rừng, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 5/KH-UBND, nội dung như sau',
    );
    expect(messages(run(formSignature, text))).toEqual([]);
  });
});

describe('capitals', () => {
  test.each([
    'Báo Nhân dân',
    'thế trận chiến tranh nhân dân',
    'đối ngoại nhân dân',
    'Nghệ sĩ nhân dân',
    '100 nhân dân tệ',
  ])('%s is right', (words) => {
    expect(run(formCapital, closing('').replace('Giữ rừng', `Theo ${words} năm nay`))).toEqual([]);
  });

  test('one finding per word, with all places counted', () => {
    const found = run(formCapital, closing('').replace('Giữ rừng', 'Vì nhân dân; của nhân dân; do nhân dân'));
    expect(found.map(({ data }) => [data.found, data.count])).toEqual([['nhân dân', 3]]);
  });
});

describe('placeholders', () => {
  const inBody = (text: string): string[] => messages(run(placeholder, closing('').replace('Giữ rừng./.', text)));

  test.each([
    'Ngành điện, nước, viễn thông... phối hợp thực hiện.',
    'Xử lý nghiêm việc chặt phá rừng, săn bắt thú …',
    'Đại hội Đảng bộ lần thứ XXX; thế kỷ XX.',
    'Kinh tế số, xã hội số… phát triển mạnh; tưới hằng ngày… cho cây.',
    'UBND tỉnh, UBND các xã... báo cáo; qua điện thoại, email... để kịp xử lý.',
    'Mục tiêu chung .................................. 3',
    'Báo cáo (ghi rõ lý do) gửi về hộp thư với tên tệp [Tên đơn vị]_bao-cao.',
    'Số liệu (bổ sung, sửa đổi) và ngày/tháng/năm theo mẫu.',
    'Thực hiện “tiết kiệm … %” như khẩu hiệu đã nêu.',
  ])('%s is no placeholder', (text) => {
    expect(inBody(text)).toEqual([]);
  });

  test.each([
    ['Trồng ………… cây trong năm.', 'blank'],
    ['Hoàn thành trước ngày …/12/2026.', 'blank'],
    ['Theo Quyết định số ..../QĐ-UBND của tỉnh.', 'blank'],
    ['Kinh phí khoảng … triệu đồng.', 'blank'],
    ['Giao đồng chí … theo dõi.', 'blank'],
    ['Báo cáo trước ngày XX/12/2026.', 'sample'],
    ['Kết quả năm 20xx và các năm sau.', 'sample'],
    ['Thực hiện tại {{ten_don_vi}}.', 'mark'],
    ['Kết quả (cần bổ sung số liệu) rất tốt.', 'instruction'],
  ])('%s is one', (text, kind) => {
    expect(inBody(text)).toEqual([kind]);
  });

  test('a template is not reported line by line', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i + 1}. Trồng ………… cây.`).join('\n\n');
    expect(inBody(lines)).toEqual([...Array.from({ length: 10 }, () => 'blank'), 'more']);
  });

  test('dots that follow a word of an enumeration are never one', () => {
    const word = fc.constantFrom('giao thông', 'y tế', 'giáo dục', 'công nghệ số', 'hằng năm', 'hằng tháng', 'các xã');
    const dots = fc.constantFrom('…', '...', '....');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), dots, (list, end) => {
        expect(inBody(`Các lĩnh vực như ${list.join(', ')}${end} được quan tâm.`)).toEqual([]);
      }),
    );
  });

  // in linear time these take a moment, in quadratic time they run into the time limit of a test
  test.each(['…', '_', 'ngày …', ': .', 'số /'])('a run of “%s” takes time linear in its length', (unit) => {
    const kase = caseOf(closing('').replace('Giữ rừng', unit.repeat(100_000)));
    expect(runOn(placeholder, kase).length).toBeLessThanOrEqual(1);
  });
});
