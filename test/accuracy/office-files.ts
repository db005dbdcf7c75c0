/** Which of the corpus's Word and PDF files can be read, and whether reading them finds what their text twins say, for docs/accuracy.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlanlintError } from '../../src/errors.js';
import { parsePlan } from '../../src/plan/parse.js';
import type { Plan, Section } from '../../src/plan/plan.js';
import { readSource } from '../../src/source/read.js';
import { readTable } from '../corpus/corpus.js';

interface Facts {
  identity: string;
  labels: string[];
  citations: string[];
}

/** One row a file: format, whether it is read or why not, and what was found of what its twin has. */
export async function officeFiles(corpus: string): Promise<string> {
  const folder = join(corpus, 'corpus', 'binary');
  const twins = new Map(
    readTable('corpus', 'INDEX.tsv').map(({ slug = '', binary = '' }) => [binary.replace(/^binary\//u, ''), slug]),
  );
  const rows: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const twin = twins.get(name);
    const expected = twin === undefined ? null : await factsOf(join(corpus, 'corpus', 'docs', `${twin}.md`));
    const read = await factsOf(join(folder, name));
    const cells =
      typeof read === 'string'
        ? [`refused: ${read}`, '–', '–', '–']
        : ['read', ...comparison(read, expected === null || typeof expected === 'string' ? null : expected)];
    rows.push(`| ${[name, ...cells].join(' | ')} |`);
  }
  return [
    '| file | read | identity | outline labels | citations |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Found of those of the text twin, where the corpus has one. What is refused ends with exit code 2 and is never “no findings”.',
  ].join('\n');
}

async function factsOf(file: string): Promise<Facts | string> {
  try {
    const document = await readSource(file, readFileSync(file));
    if (document.quality.verdict === 'broken') return 'broken letters';
    const plan = parsePlan(document);
    return {
      identity: identityOf(plan),
      labels: labelsOf(plan.outline),
      citations: plan.citations.map(({ span }) => document.text.slice(span.start, span.end).replace(/\s+/gu, '')),
    };
  } catch (error) {
    if (error instanceof PlanlintError) return error.code;
    throw error;
  }
}

function identityOf({ identity: { issuer, type, code, date } }: Plan): string {
  return [type, code, date, issuer?.text].join(' ').toLowerCase();
}

function labelsOf(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.path} ${section.label.text}`, ...labelsOf(section.children)]);
}

function comparison(read: Facts, twin: Facts | null): string[] {
  if (twin === null) return ['no twin', String(read.labels.length), String(read.citations.length)];
  return [
    read.identity === twin.identity ? 'same' : 'differs',
    share(read.labels, twin.labels),
    share(read.citations, twin.citations),
  ];
}

/** How many of the expected are there, each counted once. */
function share(found: readonly string[], expected: readonly string[]): string {
  const rest = [...found];
  const both = expected.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return `${both.length} of ${expected.length}`;
}
