/** graph, through the real process. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { GraphSchema } from '../../src/report/graph/result.js';
import { city, commune } from '../graph/plans.js';
import { folder } from './plans.js';
import { planlint } from './run.js';

const TODAY = ['--today', '2026-03-10'];
const FILES = {
  'tp/45.md': city(),
  'xp/an-bien.md': commune('phường An Biên'),
  'xp/le-chan.md': commune('phường Lê Chân', { number: '9', date: '05 tháng 3 năm 2026' }),
};

describe('what is drawn', () => {
  test('paths and a library', async () => {
    const { stdout, code } = await planlint(['graph', 'xp', '--library', 'tp', ...TODAY], { cwd: folder(FILES) });
    expect(code).toBe(0);
    expect(stdout).toContain('  ├─ Phường An Biên: Kế hoạch số 08/KH-UBND ngày 20/01/2026 · xp/an-bien.md\n');
    expect(stdout).toContain('Ban hành chậm (1): phường Lê Chân (05/3/2026)');
    expect(stdout).toMatch(/- 112 kế hoạch của xã, phường chưa có trong kho, trong đó 112 đã quá hạn\./u);
  });

  test('without a path the folder of the configuration, its library and what it ignores', async () => {
    const cwd = folder({ ...FILES, 'xp/planlint.yaml': 'library: [../tp]\nignore: ["le-chan.md"]\nlang: en\n' });
    const { stdout } = await planlint(['graph', ...TODAY], { cwd: join(cwd, 'xp') });
    expect(stdout).toMatch(/^CITATION GRAPH\n2 documents, 1 relations/u);
  });

  test('JSON answers to the published schema', async () => {
    const schema: unknown = JSON.parse(readFileSync(resolve('docs/schemas/graph.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema as object);
    const { stdout } = await planlint(['graph', '.', 'gone', '--format', 'json', ...TODAY], { cwd: folder(FILES) });
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    const result = GraphSchema.parse(JSON.parse(stdout));
    expect(result.answers[0]?.counts).toEqual({ units: 114, issued: 1, late: 1, draft: 0, missing: 0, overdue: 112 });
    expect(result.problems).toMatchObject([{ path: 'gone', code: 'file-not-found' }]);
  });

  test.each([
    ['mermaid', /^flowchart RL\n/u],
    ['dot', /^digraph planlint \{\n/u],
    ['html', /^<!DOCTYPE html>\n/u],
    ['csv', /^\ufeff"Văn bản yêu cầu",/u],
  ])('%s into a file', async (format, start) => {
    const cwd = folder(FILES);
    const { stdout, code } = await planlint(['graph', '.', '--format', format, '--output', 'out'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toMatch(start);
  });
});

describe('exit codes', () => {
  const gate = async (args: string[], files: Record<string, string> = FILES) =>
    (await planlint(['graph', '.', ...TODAY, ...args], { cwd: folder(files) })).code;

  test('1 only for what --fail-on names', async () => {
    expect(await gate([])).toBe(0);
    expect(await gate(['--fail-on', 'overdue'])).toBe(1);
    expect(await gate(['--fail-on', 'cycle'])).toBe(0);
    expect(await gate(['--fail-on', 'cycle', '--fail-on', 'unanswered'])).toBe(1);
  });

  test('a parent that is absent, and one that was replaced', async () => {
    const { 'tp/45.md': _, ...absent } = FILES;
    expect(await gate(['--fail-on', 'absent'], absent)).toBe(1);
    expect(await gate(['--fail-on', 'absent'])).toBe(0);
    const replacing = city({
      number: '61',
      date: '02 tháng 02 năm 2026',
      tasks: 'Kế hoạch này thay thế Kế hoạch số 45/KH-UBND ngày 12/01/2026.',
    });
    expect(await gate(['--fail-on', 'superseded'], { ...FILES, 'tp/61.md': replacing })).toBe(1);
    expect(await gate(['--fail-on', 'unanswered'], { ...FILES, 'tp/61.md': replacing })).toBe(0);
  });

  test('2 for what cannot be read, though the rest is drawn', async () => {
    const { stdout, code } = await planlint(['graph', 'tp', 'gone', ...TODAY], { cwd: folder(FILES) });
    expect(code).toBe(2);
    expect(stdout).toContain('tp/45.md');
    expect(stdout).toContain('KHÔNG ĐỌC ĐƯỢC (1)');
  });

  test.each([
    [['--fail-on', 'errors']],
    [['--formt', 'dot']],
    [['--format', 'svg']],
    [['--today', '2026-02-30']],
  ])('2 for %o', async (args) => {
    expect((await planlint(['graph', '.', ...args], { cwd: folder(FILES) })).code).toBe(2);
  });
});
