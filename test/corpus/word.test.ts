/** The Word files of the corpus against their text twins: the same identity, outline labels and citations. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Plan, Section } from '../../src/plan/plan.js';
import { readSource } from '../../src/source/read.js';
import { ABSENT, corpus, readTable } from './corpus.js';

if (corpus === undefined) console.log(`test/corpus/word.test.ts: ${ABSENT}`);

async function planOf(folder: string, name: string): Promise<{ plan: Plan; text: string }> {
  const document = await readSource(name, readFileSync(join(corpus ?? '', 'corpus', folder, name)));
  return { plan: parsePlan(document), text: document.text };
}

function labels(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.path} ${section.label.text}`, ...labels(section.children)]);
}

function identity({ identity: { spans: _, issuer, ...rest } }: Plan): object {
  return { ...rest, issuer: issuer?.text };
}

/** In any order (the twins have their footnotes at the end), and without spaces, which the twins lost at some line breaks. */
function citations({ plan, text }: { plan: Plan; text: string }): string[] {
  return plan.citations.map(({ span }) => text.slice(span.start, span.end).replace(/\s+/gu, '')).sort();
}

const pairs =
  corpus === undefined
    ? []
    : readTable('corpus', 'INDEX.tsv').flatMap(({ slug = '', binary = '' }) =>
        binary.endsWith('.docx') &&
        existsSync(join(corpus ?? '', 'corpus', binary.replace(/^(?!binary\/)/u, 'binary/')))
          ? [[slug, binary.replace(/^binary\//u, '')] as const]
          : [],
      );

/** Labels that stand after a line break inside a paragraph: Word shows them at the start of a line, the twin lost the breaks and has them in mid-sentence. */
const LOST_IN_TWIN: Record<string, string[]> = {
  'laocai-kh-2026-trien-khai-ct-11-khoang-san': ['II.2 -', 'II.4 -', 'II.5 -', 'II.6 -'],
};

function without(all: readonly string[], lost: readonly string[]): string[] {
  const rest = [...all];
  for (const label of lost) rest.splice(rest.indexOf(label), 1);
  return rest;
}

test.runIf(corpus !== undefined)('the corpus has Word files with twins', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(5);
});

test.each(pairs)('%s', async (slug, binary) => {
  const word = await planOf('binary', binary);
  const twin = await planOf('docs', `${slug}.md`);
  expect(identity(word.plan)).toEqual(identity(twin.plan));
  expect(without(labels(word.plan.outline), LOST_IN_TWIN[slug] ?? [])).toEqual(labels(twin.plan.outline));
  expect(citations(word)).toEqual(citations(twin));
});
