/** Generated files are as the rules and schemas make them; `npm run generate` refreshes them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { packageRoot } from '../../src/data/root.js';
import { existingPages, generatedFiles } from '../../src/dev/generate.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { optionsOf } from '../../src/engine/rule-options.js';

const files = generatedFiles();

test.each(Object.entries(files))('%s is not stale: npm run generate', (path, content) => {
  expect(readFileSync(resolve(packageRoot, path), 'utf8')).toBe(content);
});

test('there is no page of a rule that is no more', () => {
  expect(existingPages().filter((path) => files[path] === undefined)).toEqual([]);
});

test('the README and the index link to the page of every rule, and the pages are there', () => {
  const linked = (path: string, link: RegExp): string[] =>
    [...(files[path] ?? '').matchAll(link)].map(([, id = '']) => id).sort();
  const ids = loadRules([builtInRules], checks).map(({ id }) => id);
  expect(linked('README.md', /\]\(docs\/rules\/([a-z-]+\/[a-z-]+)\.md\)/gu)).toEqual(ids);
  expect(linked('docs/rules/README.md', /\]\(([a-z-]+\/[a-z-]+)\.md\)/gu)).toEqual(ids);
  for (const id of ids) expect(files[`docs/rules/${id}.md`]).toContain(`# ${id}\n`);
});

describe('the options of every rule', () => {
  const options = loadRules([builtInRules], checks).flatMap((rule) =>
    optionsOf(rule).map((option) => ({ rule: rule.id, ...option })),
  );

  test.each(options)('$rule: $name says what it means in both languages', ({ meaning, value }) => {
    expect(meaning.vi).not.toBe('');
    expect(meaning.en).not.toBe('');
    expect(value).not.toBeNull();
  });
});
