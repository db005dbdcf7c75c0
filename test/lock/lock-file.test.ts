import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanlintError } from '../../src/errors.js';
import { formatLock, type LockedPlans, parseLock } from '../../src/lock/lock-file.js';

const hash = fc.stringMatching(/^[0-9a-f]{12}$/u);
const clause = fc.record(
  { hash, whole: hash, at: fc.option(fc.string(), { nil: null }), words: fc.string() },
  { requiredKeys: ['hash', 'at', 'words'] },
);
/** Clauses told apart by their hashes alone, as real ones are: equal hashes are equal words. */
const parents = fc.uniqueArray(clause, { selector: (one) => one.hash, maxLength: 5 }).map((clauses) => ({
  name: 'Kế hoạch số 45/KH-UBND',
  path: 'tinh/kh-45.md',
  clauses,
}));
const plans = fc
  .uniqueArray(fc.tuple(fc.string(), parents), { selector: ([path]) => path, maxLength: 4 })
  .map((entries): LockedPlans => new Map(entries.map(([path, parent]) => [path, [parent]])));

describe('planlint.lock.json', () => {
  test('is read as it was written, and written the same however it came about', () => {
    fc.assert(
      fc.property(plans, (lock) => {
        const text = formatLock(lock);
        expect(parseLock(text, 'x')).toEqual(new Map([...lock].sort(([a], [b]) => (a < b ? -1 : 1))));
        expect(formatLock(new Map([...lock].reverse()))).toBe(text);
        expect(formatLock(parseLock(text, 'x'))).toBe(text);
      }),
    );
  });

  test('one entry a line, a text once for all plans', () => {
    const clauses = [
      { hash: 'a'.repeat(12), at: 'I.1', words: 'Dọn kênh' },
      { hash: 'b'.repeat(12), whole: 'c'.repeat(12), at: null, words: 'Đặt biển' },
    ];
    const parent = { name: 'Kế hoạch số 45/KH-UBND', path: 'tinh/kh-45.md', clauses };
    const text = formatLock(
      new Map([
        ['b.md', [parent]],
        ['a.md', [parent, { ...parent, name: null }]],
      ]),
    );
    expect(text).toBe(`{
  "version": 1,
  "plans": {
    "a.md": [
      {"parent":"Kế hoạch số 45/KH-UBND","path":"tinh/kh-45.md","text":"${/"text":"(\w+)"/u.exec(text)?.[1]}"},
      {"parent":null,"path":"tinh/kh-45.md","text":"${/"text":"(\w+)"/u.exec(text)?.[1]}"}
    ],
    "b.md": [
      {"parent":"Kế hoạch số 45/KH-UBND","path":"tinh/kh-45.md","text":"${/"text":"(\w+)"/u.exec(text)?.[1]}"}
    ]
  },
  "texts": {
    "${/"text":"(\w+)"/u.exec(text)?.[1]}": [
      {"hash":"aaaaaaaaaaaa","at":"I.1","words":"Dọn kênh"},
      {"hash":"bbbbbbbbbbbb","whole":"cccccccccccc","at":null,"words":"Đặt biển"}
    ]
  }
}
`);
    expect(formatLock(new Map())).toBe('{\n  "version": 1,\n  "plans": {},\n  "texts": {}\n}\n');
  });

  const wrong: [name: string, text: string, says: string][] = [
    ['conflict marks', '<<<<<<< HEAD\n{}', 'không phải JSON hợp lệ'],
    ['another version', '{"version": 2, "plans": {}, "texts": {}}', 'version'],
    ['a mistyped key', '{"version": 1, "plan": {}, "texts": {}}', 'plan'],
    [
      'a text that is not there',
      '{"version": 1, "plans": {"a.md": [{"parent": null, "path": "b.md", "text": "x"}]}, "texts": {}}',
      'texts: thiếu "x"',
    ],
  ];
  test.each(wrong)('%s', (_, text, says) => {
    try {
      parseLock(text, 'planlint.lock.json');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof PlanlintError)) throw error;
      expect(error.code).toBe('lock-invalid');
      expect(error.what.vi).toContain('planlint.lock.json');
      expect(error.what.vi).toContain(says);
      expect(error.next.vi).toContain('planlint lock');
    }
  });
});
