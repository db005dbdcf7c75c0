import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, Page, painter, run, wrap } from '../../src/report/layout.js';

const plain = painter(false);

describe('wrapping', () => {
  test('keeps to the width and the indentation', () => {
    const page = new Page(50, false);
    page.write(
      10,
      [run('Các tổ dân phố báo cáo Ủy ban nhân dân phường trước ngày 10 tháng 12 năm 2026')],
      [run('  lỗi')],
    );
    expect(page.text()).toBe(
      '  lỗi     Các tổ dân phố báo cáo Ủy ban nhân dân\n          phường trước ngày 10 tháng 12 năm 2026\n',
    );
  });

  test('never cuts a word, nor the marks that touch it', () => {
    expect(wrap([run('a '), run('[-bút-]', 'red'), run('{+bứt+}', 'green')], 5, plain)).toEqual([
      'a',
      '[-bút-]{+bứt+}',
    ]);
  });

  test('counts letters, not combining marks or colours', () => {
    expect(columns('phường'.normalize('NFD'))).toBe(6);
    expect(wrap([run('một hai ba', 'red')], 7, painter(true))).toHaveLength(2);
  });

  test('loses and adds nothing but spaces, and no line is too long unless it is one word', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 60 }), (texts, width) => {
        const lines = wrap(
          texts.map((text) => run(text)),
          width,
          plain,
        );
        expect(lines.join('').replace(/\s/gu, '')).toBe(texts.join('').replace(/\s/gu, ''));
        for (const line of lines) expect(columns(line) <= width || !/\S\s+\S/u.test(line)).toBe(true);
      }),
    );
  });
});

describe('colour', () => {
  test('is used only if asked for', () => {
    expect(painter(true)(run('lỗi', 'red'))).toBe('\u001b[31mlỗi\u001b[39m');
    expect(plain(run('lỗi', 'red'))).toBe('lỗi');
  });
});

test('nothing unprintable gets through', () => {
  const page = new Page(80, false);
  page.write(0, [run('Kế \u001b[31mhoạch\u001b[0m \u202esố\u202c 5\u0007\u0000\u009b2J')]);
  expect(page.text()).toBe('Kế hoạch số 5\n');
});
