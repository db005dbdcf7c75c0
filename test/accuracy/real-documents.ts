/** Precision and recall over the real documents, for docs/accuracy.md. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FindingResult, LintResult } from '../../src/report/result.js';
import { lintCorpus, lintSeeds, onLine, readTable, slugOf, wordsOf } from '../corpus/corpus.js';
import { knownErrors, RULES_OF_KIND } from '../corpus/known-errors.js';

/** A finding of a real document, and what reading it against the text decided. */
interface Judged {
  slug: string;
  finding: FindingResult;
  verdict: 'right' | 'wrong' | 'unread';
}

const VERDICTS = join(import.meta.dirname, 'verdicts.tsv');

/** Verdicts by document, rule and fingerprint; the file holds no text of the documents, only what the reader decided. */
function readVerdicts(): Map<string, 'right' | 'wrong'> {
  if (!existsSync(VERDICTS)) return new Map();
  const rows = readFileSync(VERDICTS, 'utf8').split('\n').slice(1).filter(Boolean);
  return new Map(
    rows
      .map((row) => row.split('\t'))
      .map(([slug, rule, fingerprint, verdict]) => [
        `${slug} ${rule} ${fingerprint}`,
        verdict === 'right' ? 'right' : 'wrong',
      ]),
  );
}

function judge(result: LintResult): Judged[] {
  const verdicts = readVerdicts();
  return result.documents.flatMap((document) =>
    document.findings.map((finding) => {
      const slug = slugOf(document);
      return {
        slug,
        finding,
        verdict: verdicts.get(`${slug} ${finding.rule} ${finding.fingerprint}`) ?? ('unread' as const),
      };
    }),
  );
}

function table(head: string[], rows: (string | number)[][]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function precision(judged: Judged[]): string {
  const right = judged.filter(({ verdict }) => verdict === 'right').length;
  const read = judged.filter(({ verdict }) => verdict !== 'unread').length;
  return read === 0 ? '–' : `${((100 * right) / read).toFixed(1)} %`;
}

function count(judged: Judged[], verdict: Judged['verdict']): number {
  return judged.filter((entry) => entry.verdict === verdict).length;
}

function findingsTable(judged: Judged[]): string {
  const rules = [...new Set(judged.map(({ finding }) => finding.rule))].sort();
  const rows = rules.map((rule) => {
    const own = judged.filter(({ finding }) => finding.rule === rule);
    return [rule, own.length, count(own, 'right'), count(own, 'wrong'), count(own, 'unread'), precision(own)];
  });
  return table(
    ['rule', 'findings', 'right', 'wrong', 'not read', 'precision'],
    [
      ...rows,
      [
        '**all**',
        judged.length,
        count(judged, 'right'),
        count(judged, 'wrong'),
        count(judged, 'unread'),
        precision(judged),
      ],
    ],
  );
}

/** What was measured: text for the page, figures for the bars. */
export interface RealDocuments {
  page: string;
  unreadErrors: string[];
  wrongErrors: string[];
}

/** Lints seeds and corpus and puts every finding beside its verdict. */
export async function measureRealDocuments(): Promise<RealDocuments> {
  const seeds = await lintSeeds();
  const corpus = await lintCorpus();
  const all = [...judge(seeds), ...judge(corpus)];
  const errors = all.filter(({ finding }) => finding.severity === 'error');
  const warnings = all.filter(({ finding }) => finding.severity === 'warning');
  const documents = [...seeds.documents, ...corpus.documents];
  const read = documents.filter(({ error }) => error === null);
  const broken = read.filter(({ quality }) => quality?.verdict === 'broken').length;
  const ocr = read.filter(({ quality }) => quality?.verdict === 'ocr').length;

  const known = knownErrors(corpus);
  const kinds = [...new Set(known.map(({ kind }) => kind))].filter((kind) => RULES_OF_KIND[kind] !== undefined);
  const knownRows = kinds.map((kind) => {
    const own = known.filter((error) => error.kind === kind);
    return [
      kind,
      (RULES_OF_KIND[kind] ?? []).join(', '),
      own.filter(({ foundBy }) => foundBy !== null).length,
      own.length,
    ];
  });

  const lines = [
    `${documents.length} documents: ${seeds.documents.length} seeds and ${corpus.documents.length} of the corpus; ${ocr} recognised from scans, ${broken} with a broken text layer (refused: no rule ran).`,
    '',
    '### Error-level findings, each read against the text',
    '',
    findingsTable(errors),
    '',
    '### Warnings',
    '',
    `${warnings.length} warnings, ${(warnings.length / read.length).toFixed(1)} per document on average.`,
    '',
    findingsTable(warnings),
    '',
    '### Expected findings of the seeds (EXPECTED.tsv)',
    '',
    expectedTable(seeds),
    '',
    '### Known errors of the corpus (KNOWN_ERRORS.tsv)',
    '',
    table(['kind', 'rules', 'found', 'of'], knownRows),
  ];
  const name = ({ slug, finding }: Judged): string =>
    `${slug}\t${finding.rule}\t${finding.fingerprint}\t?\t# line ${finding.location.start?.line}: ${finding.message}`;
  return {
    page: lines.join('\n'),
    unreadErrors: errors.filter(({ verdict }) => verdict === 'unread').map(name),
    wrongErrors: errors.filter(({ verdict }) => verdict === 'wrong').map(name),
  };
}

function expectedTable(seeds: LintResult): string {
  const rows = readTable('seeds', 'EXPECTED.tsv');
  const hit = ({ file = '', line = '', rule = '', quote = '' }: Record<string, string>, loud: boolean): boolean =>
    (seeds.documents.find(({ path }) => basename(path) === file)?.findings ?? []).some(
      (finding) =>
        finding.rule === rule &&
        onLine(finding, Number(line)) &&
        (line !== '0' || quote === '' || wordsOf(finding).includes(quote)) &&
        (!loud || finding.severity !== 'info'),
    );
  const rules = [...new Set(rows.map(({ rule = '' }) => rule))].sort();
  return table(
    ['rule', 'must: found', 'must', 'never: violated', 'never'],
    rules.map((rule) => {
      const must = rows.filter((row) => row.rule === rule && row.verdict === 'must');
      const never = rows.filter((row) => row.rule === rule && row.verdict === 'never');
      return [
        rule,
        must.filter((row) => hit(row, false)).length,
        must.length,
        never.filter((row) => hit(row, true)).length,
        never.length,
      ];
    }),
  );
}
