import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffPart, wordDiff } from '../../src/text/worddiff.js';

const sideOf = (parts: DiffPart[], without: DiffPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('one word in another', () => {
  expect(wordDiff('tăng trưởng bứt phá', 'tăng trưởng bút phá')).toEqual([
    { kind: 'same', text: 'tăng trưởng ' },
    { kind: 'other', text: 'bút' },
    { kind: 'own', text: 'bứt' },
    { kind: 'same', text: ' phá' },
  ]);
});

test('words replaced one after the other are one run', () => {
  expect(wordDiff('giao cho tổ dân phố làm', 'giao cho các thôn bản làm')).toEqual([
    { kind: 'same', text: 'giao cho ' },
    { kind: 'other', text: 'các thôn bản' },
    { kind: 'own', text: 'tổ dân phố' },
    { kind: 'same', text: ' làm' },
  ]);
});

test('both wordings can be read off the parts', () => {
  const words = fc.string({
    unit: fc.constantFrom('xã ', 'phường ', 'tổ ', 'dân', ' ', ', ', 'phố\n', 'bứt phá', '2026'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, words, (own, other) => {
      const parts = wordDiff(own, other);
      expect(sideOf(parts, 'other')).toBe(own);
      expect(sideOf(parts, 'own')).toBe(other);
    }),
  );
});
