/** The same plan as .md, .txt, .docx and .pdf: the same findings. */
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { lint } from '../../src/lint.js';
import { compareKey } from '../../src/text/normal.js';

const samples = resolve(import.meta.dirname, '../../samples');
const rules = rulesOf(loadConfig({ none: true }, samples), []);

async function findings(child: string, parent: string): Promise<string[]> {
  const result = await lint({ files: [child], parents: [parent], rules, today: '2026-03-01', cwd: samples });
  expect(result.problems).toEqual([]);
  return result.documents.flatMap(({ error, findings: found }) => {
    expect(error).toBeNull();
    // the Word files are laid out as prescribed, so that the rules on the page, which only they answer, find nothing
    return found
      .map(({ rule, messageId, severity, quote }) => `${severity} ${rule} ${messageId} ${compareKey(quote)}`)
      .sort();
  });
}

describe.each([
  ['gia-vien-thi-dua', 'ke-hoach-34-thi-dua-2026', 9],
  ['tay-hoa-lu-le-hoi', 'chi-thi-03-le-hoi-2026', 0],
])('%s', (child, parent, count) => {
  test.each(['txt', 'docx', 'pdf'])('as .%s', async (format) => {
    const text = await findings(join('xa-phuong', `${child}.md`), join('tinh', `${parent}.md`));
    expect(text).toHaveLength(count);
    const other = await findings(join('van-phong', `${child}.${format}`), join('van-phong', `${parent}.${format}`));
    expect(other).toEqual(text);
  });
});
