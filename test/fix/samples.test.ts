/** Fixing the samples, in every dress: what is fixed is gone, nothing else changes, and a second time there is nothing to fix. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { type FixRun, fixDocuments } from '../../src/fix/fix-documents.js';
import { inLetterForm, letterFormOf } from '../../src/text/letter-form.js';
import { compareKey } from '../../src/text/normal.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const PLANS = readdirSync(join(SAMPLES, 'xa-phuong'));
const rules = rulesOf(loadConfig({ none: true }, SAMPLES), []);

const DRESSES: Record<string, (text: string) => string> = {
  nfc: (text) => inLetterForm(text, 'composed'),
  nfd: (text) => inLetterForm(text, 'decomposed'),
  'tone-apart': (text) => inLetterForm(text, 'tone-apart'),
  crlf: (text) => text.replace(/\r?\n/gu, '\r\n'),
  quotes: (text) => text.replace(/[“”]/gu, '"'),
  bold: (text) => text.replace(/ phường /gu, ' **phường** '),
};

function fix(plan: string, bytes: Uint8Array): Promise<FixRun> {
  return fixDocuments({
    files: [],
    stdin: { path: join(SAMPLES, 'xa-phuong', plan), bytes },
    library: [{ base: SAMPLES, names: ['tinh'] }],
    rules,
    today: '2026-03-01',
  });
}

function read(plan: string): string {
  return readFileSync(join(SAMPLES, 'xa-phuong', plan), 'utf8');
}

function safe({ found, left }: FixRun): { before: number; after: number } {
  const count = ({ documents }: FixRun['found']): number =>
    documents.flatMap(({ findings }) => findings).filter(({ fix }) => fix?.safe).length;
  return { before: count(found), after: count(left) };
}

describe('fixing a sample', () => {
  test.each(PLANS)('%s: every safe fix is applied, and a second time nothing changes', async (plan) => {
    const dress = fc.subarray(Object.keys(DRESSES), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(dress, async (names) => {
        const text = names.reduce((result, name) => DRESSES[name]?.(result) ?? result, read(plan));
        const bytes = Buffer.from(text);
        const first = await fix(plan, bytes);
        const { before, after } = safe(first);
        expect(first.skipped).toEqual([]);
        expect(after).toBe(0);
        expect(first.documents.length).toBe(before > 0 ? 1 : 0);
        const [document] = first.documents;
        if (document === undefined) return;

        expect(first.left.summary.fixed).toBe(document.fixed.length);
        expect(first.left.summary.errors).toBeLessThanOrEqual(first.found.summary.errors);
        const fixed = Buffer.from(document.after).toString();
        expect(letterFormOf(fixed)).toBe(letterFormOf(text));
        expect(fixed.split(/\r?\n/u).length).toBe(text.split(/\r?\n/u).length);
        expect(fixed.match(/\r\n/gu)?.length).toBe(text.match(/\r\n/gu)?.length);
        expect(linesChanged(text, fixed)).toBeLessThanOrEqual(document.fixed.length);
        expect((await fix(plan, document.after)).documents).toEqual([]);
      }),
      { numRuns: 4, examples: [[['nfc']], [['nfd']], [['tone-apart', 'crlf']], [['bold', 'quotes']]] },
    );
  });

  test('there is something to fix in them', async () => {
    const runs = await Promise.all(PLANS.map(async (plan) => fix(plan, Buffer.from(read(plan)))));
    const rulesFixed = new Set(
      runs.flatMap(({ documents }) => documents.flatMap(({ fixed }) => fixed)).map(({ rule }) => rule),
    );
    expect([...rulesFixed].sort()).toEqual([
      'citation/parent-mismatch',
      'place/wrong-name',
      'spelling/set-phrase',
      'theme/mismatch',
    ]);
  });
});

function linesChanged(before: string, after: string): number {
  const [a, b] = [before, after].map((text) => text.split('\n').map(compareKey));
  return (a ?? []).filter((line, i) => line !== b?.[i]).length;
}
