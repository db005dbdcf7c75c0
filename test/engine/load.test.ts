/** Rule files: what is loaded, and what is said of a file that is wrong. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/engine/load.js';
import { PlanlintError } from '../../src/errors.js';
import { ruleContent, ruleFolder, testChecks } from './sample-rules.js';

/** The error of loading a folder; fails if there is none. */
function errorOf(files: Record<string, Record<string, unknown> | string>): PlanlintError {
  return errorOfFolders([ruleFolder(files)]);
}

function errorOfFolders(folders: string[]): PlanlintError {
  try {
    loadRules(folders, testChecks);
  } catch (error) {
    if (error instanceof PlanlintError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('what is loaded', () => {
  test('every rule of every folder, sorted, apart from data', () => {
    const first = ruleFolder({
      'test/word.yaml': ruleContent(),
      'data/words.yaml': 'words: [a]\n',
      'test/notes.txt': 'no rule',
    });
    const second = ruleFolder({ 'extra/deep.yml': ruleContent({ id: 'extra/deep' }) });
    const rules = loadRules([first, second], testChecks);
    expect(rules.map(({ id }) => id)).toEqual(['extra/deep', 'test/word']);
  });

  test('one severity stands for all messages; a map gives each its own', () => {
    const folder = ruleFolder({
      'test/one.yaml': ruleContent({ id: 'test/one', severity: 'error' }),
      'test/two.yaml': ruleContent({ id: 'test/two', severity: { seen: 'info', loud: 'off' } }),
    });
    const [one, two] = loadRules([folder], testChecks);
    expect(one?.severities).toEqual({ seen: 'error', loud: 'error' });
    expect(two?.severities).toEqual({ seen: 'info', loud: 'off' });
  });

  test('what may be left out has a default', () => {
    const [rule] = loadRules([ruleFolder({ 'test/word.yaml': ruleContent() })], testChecks);
    expect(rule).toMatchObject({ needs: [], ocr: 'run', basis: [], examples: [] });
  });
});

const example = { name: 'một', child: 'quy chế', expect: [{ message: 'seen', quote: 'quy chế' }] };

describe('what is wrong is said with file, line and key', () => {
  const cases: [name: string, changes: Record<string, unknown>, ...says: (string | RegExp)[]][] = [
    ['id other than the path', { id: 'test/other' }, 'id:', '"test/other"', '"test/word"'],
    ['id of a wrong form', { id: 'Word' }, 'id:', '"Word"'],
    ['unknown check, near a known one', { check: 'wordd' }, 'check:', '"wordd"', 'did you mean "word"?'],
    ['unknown check, far from all', { check: 'thesaurus' }, 'check:', 'the checks are word, broken'],
    ['unknown key', { needss: [] }, 'needss:', 'unknown key', 'did you mean "needs"?'],
    ['unknown key inside', { title: { vi: 'a', en: 'b', fr: 'c' } }, 'title.fr:', 'the keys are vi, en'],
    ['missing key', { why: undefined }, 'why:', 'missing; expected a map of keys'],
    ['wrong type', { title: 'Có chữ' }, 'title:', 'expected a map of keys, got "Có chữ"'],
    ['unknown severity', { severity: 'eror' }, 'severity:', 'one of error, warning, info, off', '"eror"'],
    ['unknown severity of a message', { severity: { seen: 'eror', loud: 'info' } }, 'severity.seen:', '"error"?'],
    [
      'severity of an unknown message',
      { severity: { seen: 'info', loud: 'info', low: 'info' } },
      'severity.low:',
      'low',
    ],
    ['severity of a message missing', { severity: { seen: 'info' } }, 'severity:', '"loud"'],
    ['unknown need', { needs: ['parents'] }, 'needs.0:', 'did you mean "parent"?'],
    ['option missing', { options: {} }, 'options.word:', 'missing; expected text'],
    ['option of a wrong type', { options: { word: 7 } }, 'options.word:', 'expected text, got 7'],
    ['option too short', { options: { word: 'a' } }, 'options.word:', '"a" is too short'],
    ['unknown option', { options: { word: 'quy', mosts: 1 } }, 'options.mosts:', 'did you mean "most"?'],
    [
      'message that the check does not have',
      { messages: { seen: both('x'), loud: both('x'), heard: both('x') } },
      'messages.heard:',
      'it has seen, loud',
    ],
    ['message of the check missing', { messages: { seen: both('x') } }, 'messages:', '"loud"'],
    [
      'placeholder that the check does not fill',
      { messages: { seen: { vi: '{word}', en: '{wrd}' }, loud: both('x') } },
      'messages.seen.en:',
      '{wrd}',
      '{word}',
    ],
    [
      'words missing in a language',
      { messages: { seen: { vi: 'x' }, loud: both('x') } },
      'messages.seen.en:',
      'missing',
    ],
    [
      'example that expects an unknown message',
      { examples: [{ ...example, expect: [{ message: 'heard', quote: 'x' }] }] },
      'examples.0.expect.0.message:',
      'heard',
    ],
    ['example without a child', { examples: [{ name: 'x', expect: [] }] }, 'examples.0.child:', 'missing'],
    [
      'basis with a date of another form',
      { basis: [{ text: 'x', source: 'y', checkedOn: '1/2/2026' }] },
      'basis.0.checkedOn:',
    ],
  ];
  function both(text: string): { vi: string; en: string } {
    return { vi: text, en: text };
  }

  test.each(cases)('%s', (_, changes, ...says) => {
    const error = errorOf({ 'test/word.yaml': ruleContent(changes) });
    expect(error.code).toBe('rule-invalid');
    expect(error.what.en).toMatch(/test\/word\.yaml:\d+: /u);
    for (const words of says) expect(error.what.en).toContain(words);
    expect(error.what.vi).toMatch(/test\/word\.yaml:\d+: /u);
    expect(error.what.vi).not.toBe(error.what.en);
  });

  test('the line is that of the key', () => {
    const text = ['id: test/word', 'check: word', '', 'severity: eror'].join('\n');
    expect(errorOf({ 'test/word.yaml': text }).what.en).toContain('test/word.yaml:4: severity');
  });

  test('empty file', () => {
    expect(errorOf({ 'test/word.yaml': '' }).what.en).toContain('expected a map of keys, got an empty value');
  });

  test('not YAML', () => {
    const error = errorOf({ 'test/word.yaml': 'id: test/word\ntitle: {vi: a\n' });
    expect(error.what.en).toMatch(/test\/word\.yaml:\d+: not valid YAML/u);
  });

  test('a key that stands twice', () => {
    const error = errorOf({ 'test/word.yaml': 'id: test/word\nid: test/word\n' });
    expect(error.what.en).toContain('test/word.yaml:2');
  });

  test('one id in two folders: both files are named', () => {
    const one = ruleFolder({ 'test/word.yaml': ruleContent() });
    const two = ruleFolder({ 'test/word.yaml': ruleContent() });
    const error = errorOfFolders([one, two]);
    expect(error.code).toBe('rule-duplicate');
    const [, firstName = ''] = one.split('planlint-rules-');
    const [, secondName = ''] = two.split('planlint-rules-');
    expect(error.what.en).toContain(firstName);
    expect(error.what.en).toContain(secondName);
  });

  test('a folder that is not there, and one without rules', () => {
    const folder = ruleFolder({ 'data/words.yaml': 'words: []\n' });
    expect(errorOfFolders([join(folder, 'nowhere')]).code).toBe('rules-unreadable');
    expect(errorOfFolders([folder]).code).toBe('rules-none');
  });
});
