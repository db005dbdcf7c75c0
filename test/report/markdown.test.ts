/** A comment shows the words of documents as they are, and is never too long. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { markdownReport } from '../../src/report/markdown.js';
import { printable } from '../../src/text/printable.js';
import { aFinding, aResult, CONTEXT, HOSTILE, hostile } from './a-result.js';

function html(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** What one reads of it. */
function text(markup: string): string {
  return markup
    .replace(/<[^<>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2060', '');
}

test('verdict, what was not checked, a table, and the findings folded by document, the gravest first', () => {
  const failure = { code: 'file-empty', message: 'c.md: tệp rỗng', next: 'Xem lại.' };
  const markdown = markdownReport(
    aResult({
      'a.md': [aFinding({ severity: 'info' })],
      'b.md': [aFinding({ severity: 'warning' }), aFinding({ fix: { text: 'bứt phá', safe: true } })],
      'c.md': failure,
    }),
    CONTEXT,
  );
  const shown = text(html(markdown));
  const order = [
    'CHƯA HOÀN THÀNH',
    'Chưa kiểm tra được',
    'c.md: tệp rỗng. Xem lại.',
    'b.md: 1 lỗi',
    'lỗi, dòng 3, mục II.1: Chủ đề',
    'bứt phá',
    'cảnh báo, dòng 3',
    'a.md: 0 lỗi',
  ];
  const places = order.map((words) => shown.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(html(markdown).match(/<details>/gu)).toHaveLength(2);
  expect(markdown.startsWith('<!-- planlint -->\n')).toBe(true);
});

test('a single document is open; with --quiet only errors are shown', () => {
  const result = aResult({ 'a.md': [aFinding(), aFinding({ severity: 'warning', message: 'nhẹ' })] });
  expect(markdownReport(result, CONTEXT)).toContain('<details open>');
  expect(markdownReport(result, CONTEXT)).toContain('nhẹ');
  expect(markdownReport(result, { ...CONTEXT, quiet: true })).not.toContain('nhẹ');
});

test('never longer than 60,000 characters, and says how much is left out', () => {
  const finding = (i: number) => aFinding({ message: `số ${i}: ${'dài '.repeat(60)}` });
  const many = Array.from({ length: 50 }, (_, i) => finding(i));
  const documents = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.md`, many]));
  const markdown = markdownReport(aResult(documents), CONTEXT);
  expect(markdown.length).toBeLessThanOrEqual(60_000);
  const written = markdown.match(/\n- \*\*lỗi\*\*/gu)?.length ?? 0;
  expect(written).toBeGreaterThan(100);
  expect(markdown).toContain(`Còn ${5000 - written} phát hiện không ghi ở đây`);
  expect(html(markdown).match(/<details>/gu)?.length).toBe(html(markdown).match(/<\/details>/gu)?.length);

  const long = aFinding({ message: 'rất dài '.repeat(10_000) });
  const short = markdownReport(aResult({ 'a.md': [long, finding(1)] }), CONTEXT);
  expect(short.length).toBeLessThanOrEqual(60_000);
  expect(short).toContain('phát hiện không ghi ở đây');
});

test('hostile words are shown as they are: no markup, no link, no mention', () => {
  const plain = html(markdownReport(hostile('x'), CONTEXT));
  const tags = (markup: string): string[] => markup.match(/<[a-z/!][^<>]*>/giu) ?? [];
  const check = (words: string): void => {
    const markup = html(markdownReport(hostile(words), CONTEXT));
    expect(tags(markup)).toEqual(tags(plain));
    expect(markup).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./iu);
    const squeezed = printable(words).trim().replace(/ {2,}/gu, ' ');
    expect(text(markup).replace(/ {2,}/gu, ' ')).toContain(squeezed);
  };
  for (const words of HOSTILE) check(words);
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), check), { numRuns: 100 });
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>[]()*_`~|#-+!&;\\ @:/\nax1.="') }), check), {
    numRuns: 100,
  });
});
