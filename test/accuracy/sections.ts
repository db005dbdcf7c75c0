/** docs/accuracy.md in parts: each is written by the measurement that it belongs to, and stays as it is where that did not run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'accuracy.md');

const INTRODUCTION = [
  '# Accuracy',
  '',
  'Written by `npm run accuracy` (test/accuracy/): every figure is measured. The real documents are not part of the project;',
  'the environment variable `PLANLINT_CORPUS` names the folder that holds them. Where it is not set, the parts about them stay as they are.',
].join('\n');

/** The parts in their order, with what stands at the head of each. */
const PARTS = {
  'real-documents': [
    '## Real documents',
    '',
    'A verdict (right or wrong) is given by a person who read the finding against the text; test/accuracy/verdicts.tsv keeps it by',
    'fingerprint, without the text.',
  ],
  'office-files': ['## Word and PDF files', '', 'The files of the corpus as offices published them (`corpus/binary`).'],
  'mutations-samples': [
    '## Planted defects: the samples',
    '',
    'The benchmark (test/accuracy/benchmark/) takes clean plans with their parents and plants one defect at a time, at a random place that is',
    'the same in every run. A defect is found if one of its rules gives, at its level and on its line, a finding that the clean plan does not',
    'have. Changes that are no defect may never give an error. The clean plans are those of samples/, the flawed ones repaired, and',
    'communes’ plans made from the samples’ provincial plans. Bars: recall of at least 95 % for every error-level kind over both sources, no error on',
    'a clean plan, none on what is no defect.',
  ],
  'mutations-real': [
    '## Planted defects: real documents',
    '',
    'The same with real plans, read at run time: the seeds with their known defects repaired, and communes’ plans made from provinces’ plans.',
  ],
} as const;

export type Part = keyof typeof PARTS;

/** Puts a part into the page. */
export function writePart(part: Part, body: string): void {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const names = Object.keys(PARTS) as Part[];
  const parts = names.map((name) => [name, name === part ? body : partOf(before, name)] as const);
  const written = parts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${[...PARTS[name]].join('\n')}\n\n${opening(name)}\n\n${text}\n\n${closing(name)}\n`);
  writeFileSync(PAGE, `${INTRODUCTION}\n\n${written.join('\n')}`);
}

function partOf(page: string, part: Part): string {
  const start = page.indexOf(opening(part));
  const end = page.indexOf(closing(part));
  return start < 0 || end < start ? '' : page.slice(start + opening(part).length, end).trim();
}

function opening(part: Part): string {
  return `<!-- ${part} -->`;
}

function closing(part: Part): string {
  return `<!-- /${part} -->`;
}
