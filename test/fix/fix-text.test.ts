/** What a fix changes in the file, and what it leaves alone. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/engine/finding.js';
import { fixText } from '../../src/fix/fix-text.js';
import type { SourceDocument } from '../../src/source/document.js';
import { sourceFromText } from '../../src/source/read.js';
import { inLetterForm } from '../../src/text/letter-form.js';

function findingAt(document: SourceDocument, from: string, to: string, safe: boolean): Finding {
  const start = document.text.indexOf(from);
  if (start < 0) throw new Error(`"${from}" is not in the text`);
  const span = { start, end: start + from.length };
  return {
    rule: 'spelling/set-phrase',
    messageId: 'wrong',
    severity: 'warning',
    span,
    location: document.locate(span),
    section: null,
    quote: from,
    related: [],
    data: {},
    diff: null,
    fix: { text: to, safe },
    fingerprint: '',
  };
}

/** Fixes words as others where they first stand, each pair as a finding of its own. */
function fix(raw: string, changes: [from: string, to: string][], safe = true) {
  const document = sourceFromText(raw, 'phuong.md');
  const findings = changes.map(([from, to]) => findingAt(document, from, to, safe));
  const { text, fixed, skipped } = fixText(raw, document, findings);
  return { text, fixed: fixed.length, skipped: skipped.map(({ reason }) => reason) };
}

describe('fixText', () => {
  test('changes the words that are wrong, and nothing else', () => {
    expect(fix('1. Quyết tâm  bút phá\tvề thu ngân sách.\n', [['bút phá', 'bứt phá']])).toEqual({
      text: '1. Quyết tâm  bứt phá\tvề thu ngân sách.\n',
      fixed: 1,
      skipped: [],
    });
  });

  test('keeps byte order mark, line ends and the file without a last newline', () => {
    const raw = '\ufeffKẾ HOẠCH\r\n\r\nXã phân đấu trồng 500 cây.\r\n\r\nHết';
    expect(fix(raw, [['phân đấu', 'phấn đấu']]).text).toBe(raw.replace('phân', 'phấn'));
  });

  test.each(['composed', 'decomposed', 'tone-apart'] as const)('writes in the letters of the file: %s', (form) => {
    const raw = inLetterForm('Xã Suối Mây quyết tâm bút phá, giữ vững kỷ cương.', form);
    expect(fix(raw, [['bút phá', 'bứt phá']]).text).toBe(
      raw.replace(inLetterForm('bút', form), inLetterForm('bứt', form)),
    );
  });

  test('keeps the marks between and around the words', () => {
    const raw = 'Chủ đề “**Giữ vững** kỷ _cưng_; [bút phá](phu-luc.md) tăng&nbsp;trưởng”';
    const own = 'Giữ vững kỷ cưng; bút phá tăng trưởng';
    expect(fix(raw, [[own, 'Giữ vững kỷ cương; bứt phá tăng trưởng']]).text).toBe(
      'Chủ đề “**Giữ vững** kỷ _cương_; [bứt phá](phu-luc.md) tăng&nbsp;trưởng”',
    );
  });

  test('keeps the line breaks between the words', () => {
    const raw = 'Phường nỗ lực để đến cuối năm nay, toàn địa bàn bút\n  phá về dịch vụ, phân\n  đấu về đích.\n';
    const result = fix(raw, [
      ['bút phá', 'bứt phá'],
      ['phân đấu', 'phấn đấu'],
    ]);
    expect(result).toEqual({ text: raw.replace('bút', 'bứt').replace('phân', 'phấn'), fixed: 2, skipped: [] });
  });

  test('leaves alone what marks or a line break cut in two, and says so', () => {
    const raw = 'Nhà trường **b**út phá, các tổ dân phố thuộc phường cùng nhau đi qua cầu lớn lớn\nlớn để về.\n';
    expect(fix(raw, [['bút', 'bứt']])).toEqual({ text: raw, fixed: 0, skipped: ['marks'] });
    expect(fix(raw, [['lớn lớn lớn', 'lớn lớn']]).skipped).toEqual(['line-break']);
    expect(fix('a bút b\n', [['bút', '**bứt**']])).toMatchObject({ fixed: 0, skipped: ['marks'] });
    expect(fix('a bút b\n', [['bút', 'b\nứt']])).toMatchObject({ fixed: 0, skipped: ['line-break'] });
  });

  test('puts missing words in their place', () => {
    expect(fix('Theo Kế hoạch **34/KH** của tỉnh\n', [['34/KH', '34/KH-UBND']]).text).toBe(
      'Theo Kế hoạch **34/KH-UBND** của tỉnh\n',
    );
    expect(fix('# Ban nhân dân xã\n', [['Ban nhân dân', 'Ủy Ban nhân dân']]).text).toBe('# Ủy Ban nhân dân xã\n');
  });

  test('of fixes that overlap the first is applied, and one finding is fixed as a whole or not at all', () => {
    const changes: [string, string][] = [
      ['xã Gò Nổi, tỉnh Hà Lam', 'xã Gò Nồi, tỉnh Hà Lâm'],
      ['Gò Nổi', 'Gò Dài'],
      ['tỉnh Hà Lam', 'thành phố Hà Lâm'],
    ];
    expect(fix('Tại xã Gò Nổi, tỉnh Hà Lam.', changes)).toEqual({
      text: 'Tại xã Gò Nồi, tỉnh Hà Lâm.',
      fixed: 1,
      skipped: [],
    });
  });

  test('an unsafe fix, and one that changes nothing, is none', () => {
    expect(fix('bút phá', [['bút phá', 'bứt phá']], false)).toEqual({ text: 'bút phá', fixed: 0, skipped: [] });
    expect(fix('Hoà bình', [['Hoà', 'Hòa']])).toEqual({ text: 'Hoà bình', fixed: 0, skipped: [] });
  });

  test('leaves a document alone whose format has no lines', () => {
    const raw = 'Xã bút phá.';
    const nowhere = { start: null, end: null, page: 1, paragraph: 1 };
    const document = { ...sourceFromText(raw), locate: () => nowhere };
    const finding = { ...findingAt(document, 'bút phá', 'bứt phá', true), location: nowhere };
    expect(fixText(raw, document, [finding])).toMatchObject({ text: raw, fixed: [], skipped: [{ reason: 'format' }] });
  });

  test('places hold after a comment with letters beyond the basic plane', () => {
    expect(fix('<!-- 🌾🌾 -->\n\nXã bút phá.\n', [['bút', 'bứt']]).text).toBe('<!-- 🌾🌾 -->\n\nXã bứt phá.\n');
  });
});
