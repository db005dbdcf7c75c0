/** Fixes the documents of a request, round by round, until nothing changes. Nothing is written here. */

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../engine/finding.js';
import { PlanlintError } from '../errors.js';
import { checkDocuments, type LintRequest, resultOf, shelfFor } from '../lint.js';
import { isKnown } from '../report/baselined.js';
import type { Checked } from '../report/make.js';
import type { LintResult } from '../report/result.js';
import { decodeText, encodeText } from '../source/decode.js';
import type { SourceDocument } from '../source/document.js';
import { canBeFixed } from '../source/endings.js';
import { unreadable } from '../source/files.js';
import { readSource } from '../source/read.js';
import type { SkippedFix } from './edits.js';
import { fixText } from './fix-text.js';

/** A fix may bring another to light, as two that overlap; more rounds than this mean that two rules undo each other. */
const MOST_ROUNDS = 5;

/** A document whose text was fixed. */
export interface FixedDocument {
  /** As in the result. */
  path: string;
  /** Absolute path of its file. */
  file: string;
  /** The file as it was read, and as it should be. */
  before: Uint8Array;
  after: Uint8Array;
  fixed: Finding[];
}

export interface FixRun {
  /** The result before any fix. */
  found: LintResult;
  /** The result on the fixed documents. */
  left: LintResult;
  /** The same without words. */
  checked: Checked;
  documents: FixedDocument[];
  /** Safe fixes that were left alone, with the path of their document. */
  skipped: (SkippedFix & { path: string })[];
}

/**
 * Checks and fixes documents; parents and library are only read. Rejects with `PlanlintError` if a file changes meanwhile, and as `lint` does.
 */
export async function fixDocuments(request: LintRequest, shelf = shelfFor(request)): Promise<FixRun> {
  const fixed = new Map<string, FixedDocument>();
  const first = await checkDocuments(request, shelf);
  let last = first;
  let skipped: FixRun['skipped'] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    skipped = [];
    let changed = false;
    for (const { document, findings } of readDocuments(last)) {
      const { path } = document;
      const safe = findings.filter((finding) => finding.fix?.safe && !isKnown(finding, path, request));
      if (safe.length === 0) continue;
      const fixer = fixerFor(document, request);
      if (fixer === null) {
        skipped.push(...safe.map((finding) => ({ path, finding, reason: 'format' as const })));
        continue;
      }
      const known = fixed.get(path) ?? (await unfixed(document, request));
      const result = await fixer(known, document, safe);
      skipped.push(...result.skipped.map((skip) => ({ ...skip, path })));
      if (result.after === known.after) continue;
      fixed.set(path, { ...known, after: result.after, fixed: [...known.fixed, ...result.fixed] });
      await shelf.put({ path, bytes: result.after });
      changed = true;
    }
    if (!changed) break;
    last = await checkDocuments({ ...request, ...stdinOf(request, fixed) }, shelf);
  }
  const documents = [...fixed.values()];
  const count = documents.reduce((sum, document) => sum + document.fixed.length, 0);
  return { found: resultOf(first, request), left: resultOf(last, request, count), checked: last, documents, skipped };
}

/** Fixes what stands in a file; `after` is the very same bytes if nothing changed. */
type Fixer = (
  known: FixedDocument,
  document: SourceDocument,
  findings: readonly Finding[],
) => Promise<{ after: Uint8Array; fixed: Finding[]; skipped: SkippedFix[] }>;

/** How files of a format are fixed; null for those that cannot be changed in place. */
function fixerFor(document: SourceDocument, { reading }: LintRequest): Fixer | null {
  // what one round writes as a tracked change, the next would not see in the original text
  if (!canBeFixed(document) || (document.format === 'docx' && reading?.tracked === 'original')) return null;
  return document.format === 'docx' ? fixWordFile : fixTextFile;
}

const fixTextFile: Fixer = async ({ path, before, after }, document, findings) => {
  const raw = decodeText(path, after);
  const { text, fixed, skipped } = fixText(raw, document, findings);
  return { after: text === raw ? after : encodeText(text, before), fixed, skipped };
};

const fixWordFile: Fixer = async ({ after }, document, findings) => {
  const { trackFixes } = await import('../word/track.js');
  const { bytes, fixed, skipped } = trackFixes(after, document, findings);
  return { after: bytes, fixed, skipped };
};

function readDocuments({ outcomes }: Checked): { document: SourceDocument; findings: Finding[] }[] {
  return outcomes.flatMap((outcome) =>
    'error' in outcome ? [] : [{ document: outcome.kase.document, findings: outcome.findings }],
  );
}

/** The document as its file has it. Throws `PlanlintError` if that is no longer what was checked. */
async function unfixed(
  document: SourceDocument,
  { stdin, reading, cwd = process.cwd() }: LintRequest,
): Promise<FixedDocument> {
  const { path } = document;
  const file = resolve(cwd, path);
  const before = stdin?.path === path ? stdin.bytes : await read(path, file);
  if ((await readSource(path, before, reading)).text !== document.text) throw changedMeanwhile(path);
  return { path, file, before, after: before, fixed: [] };
}

async function read(path: string, file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
}

/** Standard input stands on no shelf before a round; it goes on from what was fixed. */
function stdinOf({ stdin }: LintRequest, fixed: ReadonlyMap<string, FixedDocument>): Pick<LintRequest, 'stdin'> {
  const document = stdin === undefined ? undefined : fixed.get(stdin.path);
  return document === undefined ? {} : { stdin: { path: document.path, bytes: document.after } };
}

/** A file that is no longer as it was when it was checked. */
export function changedMeanwhile(path: string): PlanlintError {
  return new PlanlintError(
    'file-changed',
    {
      vi: `${path}: tệp vừa bị chương trình khác thay đổi, nên không sửa`,
      en: `${path}: the file was changed by another program just now and is not fixed`,
    },
    { vi: 'Lưu và đóng tệp rồi chạy lại.', en: 'Save and close the file, then run again.' },
  );
}
