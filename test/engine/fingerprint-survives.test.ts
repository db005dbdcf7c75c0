/** Fingerprints of real findings: the samples changed in ways that leave the findings what they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import type { LoadedPlan } from '../../src/engine/check.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { runRules } from '../../src/engine/run.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';
import { toRoman } from '../../src/text/roman.js';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const rules = loadRules([builtInRules], checks);

function load(path: string, text = readFileSync(join(SAMPLES, path), 'utf8')): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

const parents = readdirSync(join(SAMPLES, 'tinh')).map((name) => load(`tinh/${name}`));
const children = readdirSync(join(SAMPLES, 'xa-phuong')).map((name) => `xa-phuong/${name}`);

function names(path: string, text: string, above = parents): string[] {
  const child = load(path, text);
  const { findings } = runRules(linkCase(child, buildLibrary([child, ...above]), [], '2026-03-01'), rules);
  return findings
    .map(
      ({ rule, fingerprint, quote }) => `${fingerprint} ${rule} ${quote.normalize('NFC').replace(/^[IVX]+\. /u, '')}`,
    )
    .sort();
}

/** Sentences that say nothing a rule could object to. */
const HARMLESS = [
  'Các tổ chức, cá nhân trên địa bàn được thông tin đầy đủ.',
  'Quá trình thực hiện bảo đảm thiết thực, tiết kiệm.',
  'Nội dung này được phổ biến đến người dân.',
];

/** Paragraphs put in between paragraphs of running text. */
function withParagraphs(text: string, places: readonly number[]): string {
  const blocks = text.split(/\n{2,}/u);
  const running = blocks.flatMap((block, i) => (/^\p{Lu}.*[.;]$/u.test(block) && block.length > 80 ? [i] : []));
  if (running.length === 0) return text;
  const at = new Set(places.map((place) => running[place % running.length]));
  return blocks
    .flatMap((block, i) => (at.has(i) ? [HARMLESS[i % HARMLESS.length] ?? '', block] : [block]))
    .join('\n\n');
}

/** Top headings counted one further from the n-th on, with a section of its own in the gap. */
function renumbered(text: string, from: number): string {
  const heading = /^(#{1,4} |\*\*)?([IVX]+)(?=\. \p{Lu})/gmu;
  const all = [...text.matchAll(heading)];
  // only where the Roman numbers run through the whole document
  if (all.some((match, i) => match[2] !== toRoman(i + 1))) return text;
  const first = all[Math.max(1, from % Math.max(1, all.length))];
  if (first === undefined) return text;
  let count = 0;
  return text.replace(heading, (whole, mark: string | undefined, label: string, offset: number) => {
    count++;
    if (offset < first.index) return whole;
    const lead = mark ?? '';
    const own = `${lead}${next(label)}`;
    const title = `${label}. BỐI CẢNH${lead === '**' ? '**' : ''}`;
    return offset === first.index ? `${lead}${title}\n\n${HARMLESS[count % 3]}\n\n${own}` : own;
  });
}

function next(label: string): string {
  for (let n = 1; n < 40; n++) if (toRoman(n) === label) return toRoman(n + 1);
  return label;
}

/** Long paragraphs of running text broken over lines. */
function wrapped(text: string, width: number): string {
  return text
    .split(/\n{2,}/u)
    .map((block) => {
      if (block.includes('\n') || !/^\p{Lu}/u.test(block) || block.length < 160) return block;
      const lines: string[] = [''];
      for (const word of block.split(' ')) {
        const last = lines.at(-1) ?? '';
        // no writer begins a line with a dash or what looks like a label
        const fits = last === '' || last.length + word.length < width || !/^\p{Ll}\p{L}+$/u.test(word);
        if (fits) lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
        else lines.push(word);
      }
      return lines.join('\n');
    })
    .join('\n\n');
}

const originals = new Map(
  children.map((path) => {
    const text = readFileSync(join(SAMPLES, path), 'utf8')
      .replace(/^\ufeff|\r/gu, '')
      .normalize('NFC');
    return [path, { text, names: names(path, text) }];
  }),
);

test('the samples have findings to name', () => {
  expect([...originals.values()].flatMap((original) => original.names).length).toBeGreaterThan(30);
});

test('paragraphs put in, sections renumbered, lines wrapped, other letters and line ends: the names stay', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...children),
      fc.array(fc.nat(50), { maxLength: 4 }),
      fc.option(fc.nat(8)),
      fc.option(fc.integer({ min: 90, max: 130 })),
      fc.constantFrom('nfc', 'nfd', 'crlf', 'bom'),
      (path, places, from, width, dress) => {
        const original = originals.get(path);
        if (original === undefined) throw new Error(path);
        let text = withParagraphs(original.text, places);
        if (from !== null) text = renumbered(text, from);
        if (width !== null) text = wrapped(text, width);
        if (dress === 'nfd') text = text.normalize('NFD');
        if (dress === 'crlf') text = text.replace(/\n/gu, '\r\n');
        if (dress === 'bom') text = `\ufeff${text}`;
        expect(names(path, text)).toEqual(original.names);
      },
    ),
    { numRuns: 80 },
  );
});

test('the parent renumbered: the names stay', () => {
  const changed = readdirSync(join(SAMPLES, 'tinh')).map((name) => {
    return load(`tinh/${name}`, renumbered(readFileSync(join(SAMPLES, 'tinh', name), 'utf8'), 1));
  });
  expect(changed.filter(({ document }, i) => document.text !== parents[i]?.document.text).length).toBeGreaterThan(0);
  for (const [path, original] of originals) expect(names(path, original.text, changed), path).toEqual(original.names);
});
