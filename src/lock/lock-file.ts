/**
 * `planlint.lock.json`: by plan, the parents that it was read against, as they were then. A text of a parent stands there once, however many
 * plans were read against it; entries are sorted and one line each, so that versions of the file can be compared and merged.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { schemaProblems } from '../engine/schema-problems.js';
import { type Bilingual, PlanlintError } from '../errors.js';
import type { LockedParent } from './locked.js';

export const LOCK_FILE = 'planlint.lock.json';

const ClauseSchema = z.strictObject({
  hash: z.string().describe('Of the words of the clause'),
  whole: z.string().optional().describe('Of the words of its paragraph, where it is only a part of one'),
  at: z.string().nullable().describe('Section that it stood in'),
  words: z.string().describe('Its first words, for people'),
});
const ParentSchema = z.strictObject({
  parent: z.string().nullable().describe('Kind, number, date and issuer; null for a draft without number'),
  path: z.string().describe('Where it lay, relative to this file'),
  text: z.string().describe('Its clauses: a key of "texts"'),
});

export const LockFileSchema = z
  .strictObject({
    version: z.literal(1),
    plans: z.record(z.string(), z.array(ParentSchema)).describe('By path, relative to this file'),
    texts: z.record(z.string(), z.array(ClauseSchema)),
  })
  .meta({ title: 'planlint.lock.json, version 1' });

/** Parents by the path of their plan, relative to the folder of the lock, with forward slashes. */
export type LockedPlans = ReadonlyMap<string, readonly LockedParent[]>;

/** Reads a lock. Throws `PlanlintError`, naming the file, if it is none. */
export function parseLock(text: string, file: string): LockedPlans {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw notLock(file, { vi: `không phải JSON hợp lệ: ${reason}`, en: `not valid JSON: ${reason}` });
  }
  const parsed = LockFileSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = schemaProblems(LockFileSchema, parsed.error, value);
    const where = first?.where === undefined || first.where === '' ? '' : `${first.where}: `;
    throw notLock(file, { vi: `${where}${first?.text.vi ?? ''}`, en: `${where}${first?.text.en ?? ''}` });
  }
  const { plans, texts } = parsed.data;
  return new Map(
    Object.entries(plans).map(([path, parents]) => [
      path,
      parents.map(({ parent, path: where, text: key }): LockedParent => {
        const clauses = texts[key];
        if (clauses === undefined)
          throw notLock(file, { vi: `texts: thiếu "${key}"`, en: `texts: "${key}" is missing` });
        return { name: parent, path: where, clauses };
      }),
    ]),
  );
}

/** The text of the file. */
export function formatLock(plans: LockedPlans): string {
  const texts = new Map<string, string>();
  const entries = [...plans]
    .filter(([, parents]) => parents.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, parents]): [string, object[]] => [
      path,
      parents.map(({ name, path: where, clauses }) => {
        const key = textKey(clauses);
        texts.set(key, block(key, clauses));
        return { parent: name, path: where, text: key };
      }),
    ]);
  const shown = entries.map(([path, parents]) => block(path, parents));
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `{\n  "version": 1,\n  "plans": ${braces(shown)},\n  "texts": ${braces(sorted)}\n}\n`;
}

function textKey(clauses: LockedParent['clauses']): string {
  const hash = createHash('sha256');
  for (const clause of clauses) hash.update(`${clause.hash}\n`);
  return hash.digest('hex').slice(0, 16);
}

function block(key: string, lines: readonly object[]): string {
  return `    ${JSON.stringify(key)}: [\n${lines.map((line) => `      ${JSON.stringify(line)}`).join(',\n')}\n    ]`;
}

function braces(blocks: readonly string[]): string {
  return blocks.length === 0 ? '{}' : `{\n${blocks.join(',\n')}\n  }`;
}

function notLock(file: string, what: Bilingual): PlanlintError {
  return new PlanlintError(
    'lock-invalid',
    { vi: `${file}: ${what.vi}`, en: `${file}: ${what.en}` },
    {
      vi: 'Sau khi trộn nhánh, giải quyết xung đột trong tệp này; hoặc xóa đi và ghi lại bằng lệnh: planlint lock',
      en: 'After a merge, resolve the conflict in this file; or delete it and write it anew with: planlint lock',
    },
  );
}
