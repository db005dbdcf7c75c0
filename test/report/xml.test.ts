/** JUnit and Checkstyle: XML that a parser reads, with the words of the documents in it. */
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkstyleReport } from '../../src/report/checkstyle.js';
import { junitReport } from '../../src/report/junit.js';
import { element, textElement, xmlDocument } from '../../src/report/xml.js';
import { aFinding, aResult, CONTEXT, HOSTILE, hostile } from './a-result.js';

interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

/** The document as a tree. Fails on anything that is not well-formed. */
function parse(xml: string): Node {
  const root = new DOMParser({
    onError: (level, message) => {
      // the parser warns of U+FFFD, which is meant here
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no element');
  return nodeOf(root);
}

function nodeOf(from: NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>): Node {
  return {
    name: from.tagName,
    attributes: Object.fromEntries(Array.from(from.attributes, ({ name, value }) => [name, value])),
    text: from.textContent ?? '',
    children: Array.from(from.children, nodeOf),
  };
}

/** What XML 1.0 can hold of a text. */
function holdable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}

test('every text comes back from attributes and elements', () => {
  const check = (text: string): void => {
    const { attributes, children } = parse(
      xmlDocument(element('a', { text }, [textElement('b', {}, text), element('c', {})])),
    );
    expect(attributes.text).toBe(holdable(text));
    expect(children[0]?.text).toBe(holdable(text));
  };
  for (const text of HOSTILE) check(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
});

describe('Checkstyle', () => {
  test('has an element per document with findings, and one per finding', () => {
    const xml = checkstyleReport(
      aResult({ 'a.md': [aFinding()], 'b.md': [], 'c.md': { code: 'file-empty', message: 'rỗng', next: 'Xem lại.' } }),
    );
    const { name, children } = parse(xml);
    expect(name).toBe('checkstyle');
    expect(children.map(({ attributes, children: [error] }) => [attributes.name, error?.attributes])).toEqual([
      ['c.md', { line: '0', severity: 'error', message: 'rỗng. Xem lại.', source: 'planlint.run.file-empty' }],
      [
        'a.md',
        {
          line: '3',
          column: '5',
          severity: 'error',
          message: 'Chủ đề khác văn bản cấp trên',
          source: 'planlint.theme.mismatch',
        },
      ],
    ]);
  });

  test('holds hostile words', () => {
    for (const text of HOSTILE) {
      const file = parse(checkstyleReport(hostile(text))).children.find(({ attributes }) => {
        return attributes.name === holdable(`${text}.txt`);
      });
      expect(file?.children[0]?.attributes.message).toContain(holdable(text));
    }
  });
});

describe('JUnit', () => {
  const result = aResult({
    'x/a.md': [aFinding(), aFinding(), aFinding({ severity: 'warning', rule: 'form/capital' })],
    'b.md': [],
    'c.md': { code: 'file-empty', message: 'rỗng', next: 'Xem lại.' },
  });
  const cases = (context = CONTEXT): [string, string, string][] =>
    parse(junitReport(result, context)).children.flatMap((suite) =>
      suite.children.map((one): [string, string, string] => [
        suite.attributes.name ?? '',
        one.attributes.name ?? '',
        one.children[0]?.name ?? 'passed',
      ]),
    );

  test('fails by what makes the run fail, and names each case once', () => {
    const message = 'theme/mismatch: Chủ đề khác văn bản cấp trên';
    const capital = 'form/capital: Chủ đề khác văn bản cấp trên';
    expect(cases()).toEqual([
      ['x/a.md', message, 'failure'],
      ['x/a.md', `${message} (2)`, 'failure'],
      ['x/a.md', capital, 'system-out'],
      ['b.md', 'Không có phát hiện nào.', 'passed'],
      ['c.md', 'file-empty', 'error'],
    ]);
    expect(cases({ ...CONTEXT, failOn: 'warning' })[2]).toEqual(['x/a.md', capital, 'failure']);
  });

  test('counts its cases', () => {
    const root = parse(junitReport(result, CONTEXT));
    expect(root.attributes).toMatchObject({ tests: '5', failures: '2', errors: '1', skipped: '0' });
    expect(root.children[0]?.attributes).toMatchObject({ tests: '3', failures: '2', errors: '0' });
    expect(root.children[0]?.children[0]?.attributes).toMatchObject({ classname: 'x/a', file: 'x/a.md', line: '3' });
  });

  test('too many warnings are failures', () => {
    const warnings = aResult({ 'a.md': [aFinding({ severity: 'warning' })] });
    const failed = (maxWarnings: number | null) =>
      parse(junitReport(warnings, { ...CONTEXT, maxWarnings })).attributes.failures;
    expect([failed(null), failed(1), failed(0)]).toEqual(['0', '0', '1']);
  });

  test('a rule that did not run is a skipped case', () => {
    const [document] = aResult({ 'a.md': [] }).documents;
    if (document === undefined) throw new Error('no document');
    const skipped = [{ rule: 'section/missing', need: 'parent', reason: 'chưa có văn bản cấp trên' }];
    const root = parse(junitReport({ ...aResult({}), documents: [{ ...document, skipped }] }, CONTEXT));
    expect(root.children[0]?.children[1]).toMatchObject({
      attributes: { name: 'section/missing' },
      children: [{ name: 'skipped', attributes: { message: 'chưa có văn bản cấp trên' } }],
    });
  });

  test('holds hostile words', () => {
    for (const text of HOSTILE) {
      const [suite] = parse(junitReport(hostile(text), CONTEXT)).children;
      expect(suite?.attributes.name).toBe(holdable(`${text}.txt`));
      expect(suite?.children[0]?.children[0]?.attributes.message).toBe(holdable(text));
    }
  });
});
