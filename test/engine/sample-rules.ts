/** A check, a rule file and a case made for the tests of the engine. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type Case, defineCheck, type RegisteredCheck, register } from '../../src/engine/check.js';
import { loadRules, type Rule } from '../../src/engine/load.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

/** Reports every place of a word; a word in capitals as `loud`. */
const wordCheck = defineCheck({
  name: 'word',
  options: z.strictObject({ word: z.string().min(2), most: z.int().min(1).default(99) }),
  messages: { seen: ['word'], loud: ['word', 'count'] },
  *run(kase, { word, most }) {
    let count = 0;
    for (const match of kase.document.text.matchAll(new RegExp(word, 'giu'))) {
      if (++count > most) return;
      const span = { start: match.index, end: match.index + word.length };
      const loud = match[0] === word.toUpperCase();
      yield loud
        ? { message: 'loud', span, data: { word: match[0], count } }
        : { message: 'seen', span, data: { word: match[0] } };
    }
  },
});

const brokenCheck = defineCheck({
  name: 'broken',
  options: z.strictObject({}),
  messages: { known: [] },
  *run() {
    yield { message: 'forgotten', span: { start: 0, end: 1 }, data: {} };
  },
});

export const testChecks: readonly RegisteredCheck[] = [register(wordCheck), register(brokenCheck)];

/** Content of a valid rule file of the check `word`. */
export function ruleContent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'test/word',
    check: 'word',
    severity: 'warning',
    options: { word: 'quy chế' },
    title: { vi: 'Có chữ', en: 'A word' },
    messages: {
      seen: { vi: 'thấy {word}', en: 'saw {word}' },
      loud: { vi: 'thấy {word} lần {count}', en: 'saw {word}, time {count}' },
    },
    why: { vi: 'Để thử.', en: 'For tests.' },
    ...changes,
  };
}

/** A folder of rule files, by path: content to be written as YAML, or text as it is. */
export function ruleFolder(files: Record<string, Record<string, unknown> | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-rules-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : stringify(content));
  }
  return folder;
}

/** Rules of the check `word`, one for each set of changes. */
export function testRules(...changes: Record<string, unknown>[]): Rule[] {
  const contents = changes.map((change, i) => ruleContent({ id: `test/word-${i}`, ...change }));
  return loadRules(
    [ruleFolder(Object.fromEntries(contents.map((rule) => [`${String(rule.id)}.yaml`, rule])))],
    testChecks,
  );
}

export function caseOf(text: string, quality: 'good' | 'ocr' | 'broken' = 'good'): Case {
  const document = { ...sourceFromText(text), quality: { validSyllables: 1, verdict: quality } };
  return { document, plan: parsePlan(document), parents: [], today: '2026-06-01' };
}
