/** The page as a whole: what stands in it, that every link leads somewhere, and that texts cannot break it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/html/escape.js';
import { page } from '../../../src/report/html/page.js';
import { htmlReport } from '../../../src/report/html/report.js';
import { PARENT, WITH_GAP, WITHOUT_REWARD, ward } from '../../cli/plans.js';
import { aFinding, aResult, CONTEXT } from '../a-result.js';
import { checked, classes, elements, pageOf, parsed, withClass, wordsIn } from './render.js';

const HTML = join(import.meta.dirname, '../../../src/report/html');
const one = pageOf({ 'ward.md': WITHOUT_REWARD }, { parents: { 'city.md': PARENT } });
const THREE = { 'a.md': WITHOUT_REWARD, 'b.md': WITH_GAP, 'c.md': ward() };

function ids(markup: string): string[] {
  return elements(parsed(markup)).flatMap((element) => element.getAttribute('id') || []);
}

describe('the page', () => {
  test('every id is there once and every link leads to one', () => {
    for (const markup of [one, pageOf(THREE, { parents: { 'city.md': PARENT } })]) {
      const all = ids(markup);
      expect(new Set(all).size).toBe(all.length);
      const links = elements(parsed(markup)).flatMap((element) => element.getAttribute('href') || []);
      const within = links.filter((href) => href.startsWith('#'));
      expect(within.filter((href) => !all.includes(href.slice(1)))).toEqual([]);
      expect(links.filter((href) => !href.startsWith('#') && !href.startsWith('data:image/svg+xml,'))).toEqual([]);
      expect(within.length).toBeGreaterThan(10);
    }
  });

  test('a finding has its words, its note, its line in the list, and its place in the parent', () => {
    const { result } = checked({ 'ward.md': WITHOUT_REWARD }, { parents: { 'city.md': PARENT } });
    const [finding] = result.documents[0]?.findings ?? [];
    const id = `finding-${finding?.fingerprint.slice(0, 12)}`;
    const tree = parsed(one);
    const [note] = withClass(tree, 'note');
    expect(note?.getAttribute('id')).toBe(id);
    expect(note?.textContent).toContain(finding?.message);
    const hits = withClass(tree, 'hit').filter((element) => element.getAttribute('href') === `#${id}`);
    // one in the plan, one at the parent's section on rewards
    expect(hits.map((hit) => hit.textContent?.replace(/ \[.*/su, ''))).toEqual([finding?.quote, 'III. KHEN THƯỞNG']);
    const listed = elements(tree).filter(
      (element) => element.parentNode?.nodeName === 'li' && element.getAttribute('href') === `#${id}`,
    );
    expect(listed).toHaveLength(1);
  });

  test('the text of the document is there, whole and in order', () => {
    const paragraphs = elements(parsed(one)).filter(
      (element) => classes(element).includes('row') && /^d1-b/u.test(element.getAttribute('id') ?? ''),
    );
    const clean = paragraphs.map((element) => wordsIn(element).replace(/\s+/gu, ' ').trim());
    const expected = WITHOUT_REWARD.split(/\n+/u).filter(Boolean);
    // lines of the header are blocks of their own or one: compared as one text
    expect(clean.join(' ')).toBe(expected.join(' '));
  });

  test('several documents: a table leads to each, findings are numbered through, a parent is there once', () => {
    const tree = parsed(pageOf(THREE, { parents: { 'city.md': PARENT } }));
    expect(withClass(tree, 'parent')).toHaveLength(1);
    expect(
      elements(tree).filter((element) => element.nodeName === 'article' && classes(element).includes('document')),
    ).toHaveLength(3);
    const numbers = withClass(tree, 'note').map((note) => Number(note.textContent?.match(/Phát hiện (\d+)/u)?.[1]));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.length).toBeGreaterThan(1);
  });

  test('the same finding in two documents has two ids', () => {
    const markup = pageOf({ 'a.md': WITH_GAP, 'b.md': WITH_GAP }, { parents: { 'city.md': PARENT } });
    const notes = withClass(parsed(markup), 'note').map((note) => note.getAttribute('id') ?? '');
    expect(notes[notes.length / 2]).toBe(`${notes[0]}-2`);
  });

  test('without a parent it says so, and shows no parent, no matrix', () => {
    const tree = parsed(pageOf({ 'ward.md': ward() }));
    expect(withClass(tree, 'summary')[0]?.textContent).toContain('chưa đối chiếu với cấp trên');
    expect(withClass(tree, 'parents')).toEqual([]);
    expect(withClass(tree, 'matrix')).toEqual([]);
  });

  test('a document that could not be read has its reason and what to do', () => {
    const error = { code: 'pdf-no-text', message: 'quet.pdf: bản quét, chưa kiểm được', next: 'Chạy với --ocr.' };
    const tree = parsed(htmlReport(aResult({ 'quet.pdf': error, 'ward.md': [] }), CONTEXT));
    expect(withClass(tree, 'verdict')[0]?.textContent).toContain('Chưa hoàn thành');
    expect(withClass(tree, 'bad')[0]?.textContent).toBe('quet.pdf: bản quét, chưa kiểm được. Chạy với --ocr.');
  });

  test('from a result alone the notes are there, without the text', () => {
    const { result, context } = checked({ 'ward.md': WITHOUT_REWARD }, { parents: { 'city.md': PARENT } });
    const tree = parsed(htmlReport(result, { ...context, outcomes: null }));
    expect(withClass(tree, 'note')).toHaveLength(result.documents[0]?.findings.length ?? -1);
    expect(withClass(tree, 'row')).toEqual([]);
  });

  test('a certain fix is promised only for files that --fix changes', () => {
    const fix = { text: 'phấn đấu', safe: true };
    const result = aResult({
      'a.md': [aFinding({ fix })],
      'b.docx': [aFinding({ fix })],
      'c.pdf': [aFinding({ fix })],
    });
    const fixes = withClass(parsed(htmlReport(result, CONTEXT)), 'fix').map((element) => element.textContent ?? '');
    expect(fixes.map((words) => [words.includes('phấn đấu'), words.includes('--fix')])).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ]);
  });

  test('--quiet leaves errors only, and says how many are not shown', () => {
    const { result, context } = checked({ 'ward.md': WITH_GAP }, { parents: { 'city.md': PARENT } });
    const tree = parsed(htmlReport(result, { ...context, quiet: true }));
    expect(withClass(tree, 'note')).toEqual([]);
    expect(withClass(tree, 'facts')[0]?.textContent).toContain('Không hiển thị');
  });

  test('waived findings are listed with their reason, and not among the notes', () => {
    const text = WITH_GAP.replace(
      'IV. KHEN THƯỞNG',
      '<!-- planlint-disable-next-line section/numbering -- theo mẫu cũ của tỉnh -->\nIV. KHEN THƯỞNG',
    );
    const { result } = checked({ 'ward.md': text }, { parents: { 'city.md': PARENT } });
    const waived = result.documents[0]?.waived ?? [];
    const tree = parsed(pageOf({ 'ward.md': text }, { parents: { 'city.md': PARENT } }));
    expect(waived).toHaveLength(1);
    expect(withClass(tree, 'known')[0]?.textContent).toContain('theo mẫu cũ của tỉnh');
    expect(withClass(tree, 'note').filter((note) => note.getAttribute('data-rule') === 'section/numbering')).toEqual(
      [],
    );
  });

  test('English', () => {
    const markup = pageOf({ 'ward.md': WITHOUT_REWARD }, { parents: { 'city.md': PARENT }, lang: 'en' });
    const tree = parsed(markup);
    expect(tree.documentElement?.getAttribute('lang')).toBe('en');
    expect(withClass(tree, 'verdict')[0]?.textContent).toMatch(/^Not passed 1 error/u);
    expect(withClass(tree, 'draft')[0]?.getAttribute('lang')).toBe('vi');
    expect(withClass(tree, 'note')[0]?.getAttribute('lang')).toBe('en');
  });

  test('headings go down one level at a time', () => {
    const levels = elements(parsed(one)).flatMap(
      (element) => Number(/^h([1-6])$/u.exec(element.nodeName)?.[1] ?? 0) || [],
    );
    const steps = levels.map((level, i) => level - (levels[i - 1] ?? 0));
    expect(levels[0]).toBe(1);
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  });

  test('buttons and links have names', () => {
    for (const element of elements(parsed(one))) {
      if (!['a', 'button'].includes(element.nodeName)) continue;
      const name = element.getAttribute('aria-label') || element.textContent?.trim();
      expect(name, element.toString()).toBeTruthy();
    }
  });
});

describe('a document with markup in it', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '</script><img src=x onerror=alert(1)>',
    '" onclick="alert(1)',
    "' autofocus onfocus='alert(1)",
    '<!-- --><b>',
    '</style><style>*{display:none}',
    '&lt;i&gt;',
    '\u202eđảo\u202c',
    ']]><x/>',
  ];

  test('is shown as text: the same elements and attributes as for plain words', () => {
    const words = fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 3 }), (text, where) => {
        const place = (insert: string): string =>
          [
            WITHOUT_REWARD.replace('Các tổ dân phố', `Các tổ dân phố ${insert}`),
            WITHOUT_REWARD.replace('II. NỘI DUNG', `II. NỘI DUNG ${insert}`),
            WITHOUT_REWARD.replace(
              'II. NỘI DUNG',
              `II. NỘI DUNG\n\n| A | B |\n| --- | --- |\n| ${insert} | phân đầu |`,
            ),
            WITHOUT_REWARD.replace('thi đua năm 2026 trên', `thi đua năm 2026 “${insert}” trên`),
          ][where] ?? '';
        const markup = pageOf({ 'ward.md': place(text) }, { parents: { 'city.md': place(text) } });
        const known = new Set(elements(parsed(one)).map((element) => element.nodeName));
        for (const name of ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'q', 'del', 'ins', 'strong']) known.add(name);
        for (const element of elements(parsed(markup))) {
          expect([...known]).toContain(element.nodeName);
          for (const attribute of Array.from(element.attributes))
            expect(attribute.name).not.toMatch(/^on|^src|^style/u);
        }
        const count = (name: string): number => markup.split(`<${name}>`).length - 1;
        expect([count('script'), count('style')]).toEqual([2, 1]);
        expect(markup).not.toMatch(/[\u202a-\u202e]/u);
      }),
      { numRuns: 40 },
    );
  });

  test('file names are text too', () => {
    const path = '<img src=x onerror=alert(1)>.md';
    const markup = pageOf({ [path]: ward() }, { parents: { '"><script>.md': PARENT } });
    expect(elements(parsed(markup)).filter(({ nodeName }) => nodeName === 'img')).toEqual([]);
    expect(withClass(parsed(markup), 'file').map((element) => element.textContent)).toContain(path);
  });
});

describe('the shell', () => {
  const shell = page({
    title: 'Tên <b> & "khác"',
    lang: 'vi',
    body: html`<p>x</p>`,
    style: 'p { color: red; }',
    script: 'void 0;',
  });

  test('its policy names exactly the style and scripts that stand in it', () => {
    for (const markup of [one, shell]) {
      const policy = policyOf(markup);
      const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      const found = (name: string): string[] =>
        [...markup.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'gu'))].map((match) => hash(match[1] ?? ''));
      expect(policy).toContain(`style-src ${found('style').join(' ')};`);
      expect(policy).toContain(`script-src ${found('script').join(' ')};`);
      expect(policy).toContain("default-src 'none';");
    }
  });

  test('a title is text; style and script of the page follow those of the shell', () => {
    expect(elements(parsed(shell)).find(({ nodeName }) => nodeName === 'title')?.textContent).toBe('Tên <b> & "khác"');
    expect(shell).toContain('p { color: red; }</style>');
    expect(shell).toContain('void 0;</script>');
  });

  test('a style or script that would end early is refused', () => {
    const parts = { title: '', lang: 'vi', body: html`` } as const;
    expect(() => page({ ...parts, script: '"</script>"' })).toThrow();
    expect(() => page({ ...parts, style: '</STYLE >' })).toThrow();
  });

  test('the page names nothing outside of itself', () => {
    const markup = one.replaceAll('http://www.w3.org/2000/svg', '');
    expect(markup).not.toMatch(/https?:\/\/|@import|url\(/u);
  });
});

function policyOf(markup: string): string {
  const meta = elements(parsed(markup)).find(
    (element) => element.getAttribute('http-equiv') === 'Content-Security-Policy',
  );
  return meta?.getAttribute('content') ?? '';
}

describe('the sources', () => {
  test('attributes are quoted wherever a value is put in', () => {
    for (const name of readdirSync(HTML).filter((file) => file.endsWith('.ts')))
      expect(readFileSync(join(HTML, name), 'utf8').match(/<[a-z][^<>]*\s[a-z-]+=\$\{/gu), name).toBeNull();
  });

  test('text is readable in both themes: 4.5 to 1 (WCAG AA)', () => {
    const css = readFileSync(join(HTML, 'browser/shell.css'), 'utf8');
    const themes = [...css.matchAll(/:root[^{]*\{([^}]*)\}/gu)].map((match) =>
      Object.fromEntries(
        [...(match[1] ?? '').matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map((each) => [each[1], each[2]]),
      ),
    );
    expect(themes.length).toBe(3);
    // the system's dark theme and the chosen one are the same
    expect(themes[1]).toEqual(themes[2]);
    const pairs = [
      ...['ink', 'soft', 'accent', 'error', 'warning', 'info', 'good'].flatMap((text) =>
        ['ground', 'paper', 'card'].map((ground) => [text, ground]),
      ),
      ...['error', 'warning', 'info', 'good', 'accent'].flatMap((name) => [
        [name, `${name}-ground`],
        ['ink', `${name}-ground`],
      ]),
      ['paper', 'error'],
      ['paper', 'accent'],
    ];
    for (const theme of themes)
      for (const [text = '', ground = ''] of pairs)
        expect(contrast(theme[text] ?? '', theme[ground] ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
