/** The same plan in another dress: NFD, CRLF, other quotation marks, other tone placement. The findings have to be the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { lint } from '../../src/lint.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const PLANS = readdirSync(join(SAMPLES, 'xa-phuong'));

/** Open oa, oe, uy: the tone on the first letter (hòa) or on the second (hoà); the two are one spelling. */
const OLD_STYLE = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'];
const NEW_STYLE = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'];

function newTonePlacement(text: string): string {
  const both = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
  return OLD_STYLE.reduce(
    (result, old, i) =>
      both(old).reduce(
        (next, form, n) => next.replace(new RegExp(`${form}(?!\\p{L})`, 'gu'), both(NEW_STYLE[i] ?? '')[n] ?? form),
        result,
      ),
    text.normalize('NFC'),
  );
}

const VARIANTS: Record<string, (text: string) => string> = {
  nfd: (text) => text.normalize('NFD'),
  crlf: (text) => text.replace(/\r?\n/gu, '\r\n'),
  quotes: (text) => text.replace(/[“”]/gu, '"'),
  tones: newTonePlacement,
  bom: (text) => `\ufeff${text}`,
};

async function findings(plan: string, change: (text: string) => string): Promise<string[]> {
  const path = join(SAMPLES, 'xa-phuong', plan);
  const text = change(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''));
  const config = loadConfig({ none: true }, SAMPLES);
  const result = await lint({
    files: [],
    stdin: { path, bytes: new TextEncoder().encode(text) },
    library: [{ base: SAMPLES, names: ['tinh'] }],
    rules: rulesOf(config, []),
    today: '2026-03-01',
  });
  return result.documents.flatMap((document) =>
    document.findings.map(
      ({ rule, messageId, severity, location }) => `${location.start?.line} ${rule} ${messageId} ${severity}`,
    ),
  );
}

describe('a plan in another dress', () => {
  test.each(PLANS)('%s gives the same findings', async (plan) => {
    const plain = await findings(plan, (text) => text.replace(/\r\n/gu, '\n'));
    const dress = fc.subarray(Object.keys(VARIANTS), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(dress, async (names) => {
        const change = (text: string): string =>
          names.reduce((result, name) => VARIANTS[name]?.(result) ?? result, text);
        expect(await findings(plan, change)).toEqual(plain);
      }),
      { numRuns: 6, examples: [[['nfd']], [['crlf']], [['quotes']], [['tones']]] },
    );
  });
});
