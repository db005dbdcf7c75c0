/** Waivers of the configuration: what is refused, and what they are about. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { waiversOf } from '../../src/config/waivers.js';
import type { ConfiguredWaiver } from '../../src/engine/waivers.js';

function waivers(entries: string): { folder: string; all: ConfiguredWaiver[] } {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-waivers-'));
  writeFileSync(join(folder, 'planlint.yaml'), `waivers:\n${entries}`);
  const config = loadConfig({ file: join(folder, 'planlint.yaml') }, folder);
  return { folder, all: waiversOf(config, rulesOf(config, [])) };
}

test.each([
  [
    '  - rule: section/missin\n    file: a.md\n    reason: x\n',
    /^planlint\.yaml:2: waivers\[0\]\.rule: .*did you mean "section\/missing"/u,
  ],
  ['  - rule: sections/*\n    file: a.md\n    reason: x\n', /did you mean "section\/\*"/u],
  ['  - rule: numbering\n    file: a.md\n    reason: x\n', /did you mean "section\/numbering"/u],
  ['  - rule: section/missing\n    file: a.md\n', /waivers\[0\]\.reason/u],
  ['  - rule: section/missing\n    file: a.md\n    reason: "…"\n', /waivers\[0\]\.reason/u],
  ['  - rule: section/missing\n    reason: x\n', /at least one of file, quote and section/u],
  [
    '  - rule: section/missing\n    file: a.md\n    reason: x\n    until: 2026-02-30\n',
    /^planlint\.yaml:5: waivers\[0\]\.until: "2026-02-30" is no real date/u,
  ],
  ['  - rule: section/missing\n    section: rewards\n    reason: x\n', /did you mean "reward"/u],
  ['  - rule: waiver/unused\n    file: a.md\n    reason: x\n', /is a rule on waivers/u],
  ['  - rule: section/missing\n    files: a.md\n    reason: x\n', /did you mean "file"/u],
])('what is wrong is said with its place: %s', (entries, message) => {
  expect(() => waivers(entries)).toThrow(message);
});

describe('the files of a waiver', () => {
  test.each([
    ['ke-hoach/a.md', ['ke-hoach/a.md'], ['ke-hoach/b.md', 'a.md']],
    ['./ke-hoach/*.md', ['ke-hoach/a.md', 'ke-hoach/A.MD'], ['ke-hoach/x/a.md']],
    ['ke-hoach/**', ['ke-hoach/a.md', 'ke-hoach/x/y.docx'], ['a.md']],
    ['"[1] kế hoạch (2).md"', ['[1] kế hoạch (2).md', '[1] kế hoạch (2).md'.normalize('NFD')], ['1 kế hoạch (2).md']],
  ])('%s', (glob, inside, outside) => {
    const { folder, all } = waivers(`  - rule: section/missing\n    file: ${glob}\n    reason: lý do\n`);
    for (const file of inside) expect(all[0]?.concerns(join(folder, file)), file).toBe(true);
    for (const file of outside) expect(all[0]?.concerns(join(folder, file)), file).toBe(false);
  });
});

test('an entry of several rules is a waiver of each', () => {
  const { all } = waivers('  - rule: [section/missing, theme/*]\n    quote: a\n    reason: lý do\n');
  expect(all.map(({ rule }) => rule)).toEqual(['section/missing', 'theme/*']);
});
