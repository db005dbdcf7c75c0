/** check --annotate and --tracked on Word files, through the real process. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ReportSchema } from '../../src/report/result.js';
import { READ_DEFAULTS } from '../../src/source/document.js';
import { readDocx } from '../../src/source/docx/reader.js';
import { contentOf, readZip } from '../../src/source/docx/zip.js';
import { p, part, r, wordFile } from '../source/docx/word-file.js';
import { folder, PARENT, WITHOUT_REWARD } from './plans.js';
import { planlint, type Ran } from './run.js';

/** A plan as Word would hold it, a paragraph a line. */
function wordPlan(text: string, parts = {}): Uint8Array {
  const body = text.split('\n').filter((line) => line !== '');
  return wordFile(body.map((line) => p(line)).join(''), parts);
}

/** An error (no section on rewards) and a warning (a set phrase misspelt), whatever else the header gives. */
const DRAFT = WITHOUT_REWARD.replace('thực hiện theo hướng dẫn', 'phân đấu thực hiện theo hướng dẫn');

const args = ['ward.docx', '--parent', 'city.md'];

function plans(files: Record<string, string | Uint8Array> = {}): string {
  return folder({ 'city.md': PARENT, 'ward.docx': wordPlan(DRAFT), ...files });
}

function reportOf({ stdout }: Ran) {
  return ReportSchema.parse(JSON.parse(stdout)).documents.flatMap(({ findings }) => findings);
}

function xml(bytes: Uint8Array, name: string): string {
  const entry = readZip(bytes).find((each) => each.name === name);
  return entry === undefined ? '' : new TextDecoder().decode(contentOf(entry));
}

describe('--annotate', () => {
  test('writes a comment for each finding beside the report, and ends as a plain check does', async () => {
    const cwd = plans();
    const before = readFileSync(join(cwd, 'ward.docx'));
    const ran = await planlint([...args, '--annotate', 'ra/nhan-xet.docx', '-f', 'json'], { cwd });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 1, stderr: '' });
    const findings = reportOf(ran);
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['section/missing', 'spelling/set-phrase']),
    );
    const after = readFileSync(join(cwd, 'ra/nhan-xet.docx'));
    const comments = xml(after, 'word/comments.xml').match(/<w:comment .*?<\/w:comment>/gsu) ?? [];
    expect(comments).toHaveLength(findings.length);
    expect(comments.filter((comment) => comment.includes('Giải thích'))).toHaveLength(
      new Set(findings.map(({ rule }) => rule)).size,
    );
    for (const { rule, message } of findings)
      expect(comments.some((comment) => comment.includes(rule) && comment.includes(message))).toBe(true);
    expect(xml(after, 'word/document.xml').match(/<w:commentRangeStart /gu)).toHaveLength(findings.length);
    expect(readFileSync(join(cwd, 'ward.docx'))).toEqual(before);
  });

  test('leaves the text as it was, and every other part byte for byte', async () => {
    const parts = { styles: part('styles', '<w:docDefaults/>'), settings: part('settings', '<w:zoom/>') };
    const cwd = plans({ 'ward.docx': wordPlan(DRAFT, parts) });
    await planlint([...args, '--annotate', 'out.docx'], { cwd });
    const [before, after] = ['ward.docx', 'out.docx'].map((name) => readFileSync(join(cwd, name)));
    if (before === undefined || after === undefined) throw new Error('not written');
    const text = (bytes: Uint8Array): string => readDocx('a.docx', bytes, READ_DEFAULTS).text;
    expect(text(after)).toBe(text(before));
    const changed = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels'];
    const kept = readZip(before).filter(({ name }) => !changed.includes(name));
    expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(['word/styles.xml', 'word/settings.xml']));
    for (const { name, compressed } of kept)
      expect(readZip(after).find((entry) => entry.name === name)?.compressed, name).toEqual(compressed);
  });

  test('a second run writes the same file again', async () => {
    const cwd = plans();
    await planlint([...args, '--annotate', 'out.docx'], { cwd });
    const first = readFileSync(join(cwd, 'out.docx'));
    expect((await planlint([...args, '--annotate', 'out.docx'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'out.docx'))).toEqual(first);
  });

  test.each([
    ['the draft', 'ward.docx'],
    ['the draft in other words', './ra/../ward.docx'],
    ['a link to the draft', 'link.docx'],
    ['the parent', 'city.docx'],
  ])('never over %s', async (_name, output) => {
    const cwd = plans({ 'city.docx': wordPlan(PARENT) });
    symlinkSync('ward.docx', join(cwd, 'link.docx'));
    const before = ['ward.docx', 'city.docx'].map((name) => readFileSync(join(cwd, name)));
    const ran = await planlint(['ward.docx', '--parent', 'city.docx', '--annotate', output], { cwd });
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/ghi đè/u);
    expect(['ward.docx', 'city.docx'].map((name) => readFileSync(join(cwd, name)))).toEqual(before);
  });

  test.each([
    ['another ending', ['ward.docx', '--annotate', 'out.doc']],
    ['the ending of another kind of Word file', ['ward.docx', '--annotate', 'out.docm']],
    ['two files', ['ward.docx', 'other.docx', '--annotate', 'out.docx']],
    ['a file that is not of Word', ['city.md', '--annotate', 'out.docx']],
    ['fixes', ['ward.docx', '--annotate', 'out.docx', '--fix']],
  ])('not with %s', async (_name, wrong) => {
    const cwd = plans({ 'other.docx': wordPlan(DRAFT) });
    const before = readdirSync(cwd).sort();
    const ran = await planlint(wrong, { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('--annotate');
    expect(readdirSync(cwd).sort()).toEqual(before);
  });

  test('a draft that cannot be read: the report says why, and nothing is written', async () => {
    const cwd = plans({ 'ward.docx': wordPlan(DRAFT).subarray(0, 200) });
    const { code, stdout } = await planlint([...args, '--annotate', 'out.docx'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('bị hỏng');
    expect(existsSync(join(cwd, 'out.docx'))).toBe(false);
  });
});

describe('--tracked', () => {
  const marked = (tag: 'ins' | 'del', text: string): string => {
    const run = tag === 'del' ? r(text).replaceAll('w:t', 'w:delText') : r(text);
    return `<w:${tag} w:id="1" w:author="Lan">${run}</w:${tag}>`;
  };
  const body = `${p('KẾ HOẠCH')}<w:p>${r('Các thôn ')}${marked('del', 'phân đấu')}${marked('ins', 'cố gắng')}${r(' trồng cây.')}</w:p>`;

  test('accepted is the default, original reads what was there before; the report says which', async () => {
    const cwd = folder({ 'a.docx': wordFile(body) });
    const spelling = (ran: Ran) => reportOf(ran).filter(({ rule }) => rule === 'spelling/set-phrase');
    const accepted = await planlint(['a.docx', '-f', 'json'], { cwd });
    const original = await planlint(['a.docx', '-f', 'json', '--tracked', 'original'], { cwd });
    expect(spelling(accepted)).toEqual([]);
    expect(spelling(original).map(({ quote }) => quote)).toEqual(['phân đấu']);
    expect((await planlint(['a.docx'], { cwd })).stdout.replace(/\s+/gu, ' ')).toContain('như khi chấp nhận tất cả');
    const { stdout } = await planlint(['a.docx', '--tracked', 'original'], { cwd });
    expect(stdout.replace(/\s+/gu, ' ')).toContain('như khi từ chối tất cả');
  });

  test('a comment on deleted words stands at them, and the change stays', async () => {
    const cwd = folder({ 'a.docx': wordFile(body) });
    await planlint(['a.docx', '--tracked', 'original', '--annotate', 'out.docx'], { cwd });
    const document = xml(readFileSync(join(cwd, 'out.docx')), 'word/document.xml');
    expect(document).toMatch(
      /<w:del [^>]*><w:commentRangeStart w:id="\d+"\/><w:r>.*?phân đấu<\/w:delText><\/w:r><w:commentRangeEnd /u,
    );
    expect(document).toContain('cố gắng');
  });

  test('what --fix cannot change is not counted as something that it can', async () => {
    const cwd = folder({ 'a.docx': wordFile(body + p('Các thôn phân đấu trồng cây.')) });
    expect((await planlint(['a.docx'], { cwd })).stdout).toContain('Có thể tự sửa');
    const original = await planlint(['a.docx', '--tracked', 'original'], { cwd });
    expect(original.stdout).toContain('phân đấu');
    expect(original.stdout).not.toContain('Có thể tự sửa');
  });

  test('another word than the two is refused', async () => {
    const cwd = folder({ 'a.docx': wordFile(body) });
    expect((await planlint(['a.docx', '--tracked', 'rejected'], { cwd })).code).toBe(2);
  });
});
