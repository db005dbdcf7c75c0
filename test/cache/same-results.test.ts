/** What is found with a cache is what is found without, whatever changes between two runs. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cache, contentName } from '../../src/cache/cache.js';
import { Entries } from '../../src/cache/entries.js';
import { type LintRequest, lint, loadConfig, rulesOf } from '../../src/index.js';
import { lockParent } from '../../src/lock/locked.js';
import { parsePlan } from '../../src/plan/parse.js';
import { READ_DEFAULTS } from '../../src/source/document.js';
import { sourceFromText } from '../../src/source/read.js';
import { type FileStore, workingCopy } from '../../src/source/store.js';
import { folder, PARENT, WITHOUT_REWARD, ward } from '../cli/plans.js';

const config = loadConfig({ none: true }, tmpdir());
const rules = rulesOf(config, []);
const milder = rulesOf(config, ['section/*=info']);

/** Files whose content has a name without reading, as those of the index; what is read is noted. */
function namedStore(read: string[]): FileStore {
  return {
    ...workingCopy,
    id: (path) => contentName(readFileSync(path)),
    read: (path) => {
      read.push(path.slice(path.lastIndexOf('/') + 1));
      return workingCopy.read(path);
    },
  };
}

function cacheAt(at: string, { rules: used, lang = 'vi' }: Pick<LintRequest, 'rules' | 'lang'>): Cache {
  return new Cache(new Entries(at), { build: 'test', rules: used, lang, reading: READ_DEFAULTS, waivers: null });
}

/** Checks with a cache, and says which files were read. */
async function run(cwd: string, at: string, request: Partial<LintRequest> = {}) {
  const read: string[] = [];
  const whole = { files: ['.'], rules, today: '2026-03-01', cwd, ...request };
  const result = await lint({ ...whole, store: namedStore(read), cache: cacheAt(at, whole) });
  return { result, read: read.sort() };
}

const CITED =
  'Căn cứ Nghị quyết số 83/NQ-CP ngày DAY của Chính phủ về giải pháp đẩy mạnh phong trào thi đua yêu nước trong tình hình mới;';

/** The plan of another ward, which dates the decision that all of them cite. */
function other(name: string, day: string, text = ward()): string {
  return text
    .replaceAll('Lạc Hà', name)
    .replaceAll('LẠC HÀ', name.toUpperCase())
    .replace('\nThực hiện Kế hoạch', `\n${CITED.replace('DAY', day)}\n\nThực hiện Kế hoạch`);
}

describe('a second run', () => {
  const files = { 'city.md': PARENT, 'a.md': ward(), 'b.md': other('Yên Thọ', '05/01/2026'), 'c.md': WITHOUT_REWARD };

  test('reads nothing, and gives the same', async () => {
    const [cwd, at] = [folder(files), folder()];
    const first = await run(cwd, at);
    expect(first.read).toEqual(['a.md', 'b.md', 'c.md', 'city.md']);
    const second = await run(cwd, at);
    expect(second).toEqual({ result: first.result, read: [] });
  });

  test('reads only the child that changed and its parent', async () => {
    const [cwd, at] = [folder(files), folder()];
    await run(cwd, at);
    writeFileSync(join(cwd, 'a.md'), ward().replace('Các tổ dân phố', 'Các khu dân cư'));
    // read to know what it says, and its parent to check it against; c.md is not the parent of any
    expect((await run(cwd, at)).read).toEqual(['a.md', 'city.md']);
  });

  test('checks all children of a parent that changed', async () => {
    const [cwd, at] = [folder(files), folder()];
    const before = await run(cwd, at);
    expect(before.result.documents.find(({ path }) => path === 'c.md')?.findings.map(({ rule }) => rule)).toContain(
      'section/missing',
    );
    writeFileSync(join(cwd, 'city.md'), PARENT.replace(/III\. KHEN THƯỞNG[\s\S]*?\n\nIV\./u, 'III.'));
    const { result, read } = await run(cwd, at);
    expect(read).toEqual(['a.md', 'b.md', 'c.md', 'city.md']);
    expect(result.documents.find(({ path }) => path === 'c.md')?.findings.map(({ rule }) => rule)).not.toContain(
      'section/missing',
    );
  });

  test('hears of other documents that date a decision otherwise', async () => {
    const [cwd, at] = [folder({ ...files, 'd.md': other('Hà Đông', '06/01/2026') }), folder()];
    const inconsistent = ({ result }: Awaited<ReturnType<typeof run>>): number =>
      result.documents
        .filter(({ path }) => path === 'd.md')
        .flatMap(({ findings }) => findings)
        .filter(({ messageId, rule }) => rule === 'citation/inconsistent' && messageId === 'library').length;
    expect(inconsistent(await run(cwd, at))).toBe(0);
    writeFileSync(join(cwd, 'e.md'), other('Vân Sơn', '05/01/2026'));
    const { result, read } = await run(cwd, at);
    expect(inconsistent({ result, read })).toBe(1);
    expect(read).not.toContain('a.md');
  });

  test('does not take a result of other rules, another language, another lock, or another day that counts', async () => {
    const dated = ward().replace(
      'I. MỤC ĐÍCH',
      '<!-- planlint-disable-file section/* -- chờ ý kiến; đến 2026-04-01 -->\n\nI. MỤC ĐÍCH',
    );
    const [cwd, at] = [folder({ ...files, 'w.md': dated }), folder()];
    const document = sourceFromText(PARENT.replace('Tạo khí thế', 'Khơi dậy khí thế'), 'city.md');
    const locked = [lockParent({ document, plan: parsePlan(document) }, 'city.md')];
    await run(cwd, at);
    for (const change of [
      { rules: milder },
      { lang: 'en' as const },
      { lock: { plans: new Map([['a.md', locked]]), folder: cwd } },
      { today: '2026-05-01' },
      { parents: ['c.md'] },
    ]) {
      const warm = await run(cwd, at, change);
      const cold = await run(cwd, folder(), change);
      expect(warm.result).toEqual(cold.result);
      expect(warm.result).not.toEqual((await run(cwd, at)).result);
    }
    // a day that no document speaks of changes nothing
    rmSync(join(cwd, 'w.md'));
    expect((await run(cwd, at, { today: '2026-05-02' })).read).toEqual([]);
  });
});

const NAMES = ['city.md', 'a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'kh-45-2026.md'];
const DAYS = ['05/01/2026', '05/01/2026', '06/01/2026', '05/01/2025'];

/** What a file may become; null: it goes. */
const content = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        number: fc.constantFrom('45', '54', '99'),
        day: fc.constantFrom('12 tháng 01', '13 tháng 01', '12 tháng 02'),
        reward: fc.boolean(),
        above: fc.boolean(),
      })
      .map(({ number, day, reward, above }) => {
        const parent = PARENT.replace('Số: 45', `Số: ${number}`).replace('12 tháng 01', day);
        const cited = above
          ? parent.replace(
              '\nỦy ban nhân dân thành phố',
              `\n${CITED.replace('DAY', '05/01/2026')}\n\nỦy ban nhân dân thành phố`,
            )
          : parent;
        return reward ? cited : cited.replace(/III\. KHEN THƯỞNG[\s\S]*?\n\nIV\./u, 'III.');
      }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        name: fc.constantFrom('Lạc Hà', 'Yên Thọ', 'Vân Sơn', 'Hà Đông'),
        day: fc.constantFrom(...DAYS),
        number: fc.constantFrom(
          '45/KH-UBND ngày 12/01/2026',
          '54/KH-UBND ngày 12/01/2026',
          '45/KH-UBND ngày 13/01/2026',
        ),
        reward: fc.boolean(),
        waiver: fc.boolean(),
      })
      .map(({ name, day, number, reward, waiver }) => {
        const text = other(name, day, reward ? ward() : WITHOUT_REWARD).replace('45/KH-UBND ngày 12/01/2026', number);
        return waiver
          ? text.replace(
              'I. MỤC ĐÍCH',
              '<!-- planlint-disable-file section/* -- lý do; đến 2026-04-01 -->\n\nI. MỤC ĐÍCH',
            )
          : text;
      }),
  },
);

const step = fc.record({
  edits: fc.array(fc.record({ name: fc.constantFrom(...NAMES), content }), { minLength: 1, maxLength: 2 }),
  today: fc.constantFrom('2026-03-01', '2026-05-01'),
});

test('random changes of a small repository: a warm cache never changes what is found', async () => {
  let served = 0;
  let library = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      const [cwd, at] = [
        folder({
          'city.md': PARENT,
          'a.md': other('Lạc Hà', '05/01/2026'),
          'b.md': other('Yên Thọ', '05/01/2026'),
          'c.md': other('Vân Sơn', '06/01/2026'),
        }),
        folder(),
      ];
      for (const { edits, today } of steps) {
        for (const { name, content: text } of edits) {
          if (text === null) rmSync(join(cwd, name), { force: true });
          else writeFileSync(join(cwd, name), text);
        }
        const cold = await lint({ files: ['.'], rules, today, cwd });
        const warm = await run(cwd, at, { today });
        expect(JSON.stringify(warm.result)).toBe(JSON.stringify(cold));
        served += warm.result.documents.length - new Set(warm.read).size;
        library += cold.documents
          .flatMap(({ findings }) => findings)
          .filter(({ messageId }) => messageId === 'library').length;
      }
    }),
    { numRuns: 25 },
  );
  // else nothing was tried
  expect(served).toBeGreaterThan(20);
  expect(library).toBeGreaterThan(0);
});
