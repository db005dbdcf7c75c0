/** GitHub's runner reads every annotation as it was meant, and obeys nothing that a document says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.js';
import { printable } from '../../src/text/printable.js';
import { aFinding, aResult, CONTEXT, HOSTILE, hostile } from './a-result.js';

interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/** The commands in a log, read as the runner does: leading blanks do not count, and `##[` is an older form of a command. */
function commands(log: string): Command[] {
  return log.split(/\r\n|[\r\n]/u).flatMap((line) => {
    const [, head, message = ''] = /^\s*::(.*?)::(.*)$/u.exec(line) ?? [];
    if (head === undefined) {
      expect(line).not.toContain('##[');
      expect(line).not.toMatch(/^\s*::/u);
      return [];
    }
    const [, name = '', properties = ''] = /^(\S+) ?(.*)$/u.exec(head) ?? [];
    const pairs = properties
      .split(',')
      .filter(Boolean)
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [
          pair.slice(0, at),
          unescaped(
            pair
              .slice(at + 1)
              .replaceAll('%3A', ':')
              .replaceAll('%2C', ','),
          ),
        ];
      });
    return [{ name, properties: Object.fromEntries(pairs), message: unescaped(message) }];
  });
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

test('has file, lines, columns up to the last character, title and both places', () => {
  const related = [{ path: 'city.md', location: aFinding().location, quote: 'bứt phá' }];
  const result = aResult(
    { 'kế hoạch, 100%.md': [aFinding({ related, fix: { text: 'bứt phá, xong', safe: true } })] },
    { rules: [{ id: 'theme/mismatch', title: 'Chủ đề: khác', why: '' }] },
  );
  expect(commands(githubReport(result, CONTEXT))).toEqual([
    {
      name: 'error',
      properties: {
        file: 'kế hoạch, 100%.md',
        line: '3',
        endLine: '3',
        col: '5',
        endColumn: '8',
        title: 'Chủ đề: khác (theme/mismatch)',
      },
      message: [
        'Chủ đề khác văn bản cấp trên',
        'Cấp trên: “bứt phá” (city.md:3:5, mục II.1)',
        'Nên viết: “bứt phá, xong”',
        'kế hoạch, 100%.md:3:5, mục II.1, theme/mismatch',
      ].join('\n'),
    },
  ]);
});

test('the gravest come first; columns are left out where there are several lines, and lines where there are none', () => {
  const start = { line: 3, column: 5, offset: 40 };
  const lines = { start, end: { line: 4, column: 2, offset: 60 }, section: null, page: null, paragraph: null };
  const page = { start: null, end: null, section: null, page: 2, paragraph: null };
  const result = aResult({
    'a.md': [aFinding({ severity: 'info' }), aFinding({ severity: 'warning', location: lines })],
    'b.docx': [aFinding({ location: page })],
    'c.md': { code: 'file-empty', message: 'rỗng', next: 'Xem lại.' },
  });
  expect(
    commands(githubReport(result, CONTEXT)).map(({ name, properties: { title: _, ...at } }) => [name, at]),
  ).toEqual([
    ['error', { file: 'c.md' }],
    ['error', { file: 'b.docx' }],
    ['warning', { file: 'a.md', line: '3', endLine: '4' }],
    ['notice', { file: 'a.md', line: '3', endLine: '3', col: '5', endColumn: '8' }],
  ]);
  expect(commands(githubReport(result, { ...CONTEXT, quiet: true })).map(({ name }) => name)).toEqual([
    'error',
    'error',
  ]);
});

test('a summary for the log stands at the end', () => {
  expect(githubReport(aResult({ 'a.md': [] }), CONTEXT)).toMatch(/^TỔNG HỢP\n/u);
});

test('a hostile text gives four annotations with its words and no other command', () => {
  const check = (text: string): void => {
    const found = commands(githubReport(hostile(text), CONTEXT));
    expect(found.map(({ name }) => name)).toEqual(['error', 'error', 'error', 'error']);
    expect(found[2]?.message.split('\n')[0]).toBe(printable(text));
    expect(found[2]?.properties.file).toBe(printable(`${text}.txt`));
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(':', '%', '0', 'A', '\n', ',', '=', '#', '[') }), check));
});
