/** The commands besides check, through the real process. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

describe('show', () => {
  test('prints what was understood, as a tree', async () => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT });
    const { stdout, code } = await planlint(['show', 'good.md', '--library', '.'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Số, ký hiệu\s+08\/KH-UBND \(dòng 4\)/u);
    expect(stdout).toMatch(/Ngày ban hành\s+20\/01\/2026/u);
    expect(stdout).toMatch(/Cấp trên\s+city\.md/u);
    expect(stdout).toMatch(/^\s+25\s+III\. KHEN THƯỞNG \[Khen thưởng\]$/mu);
    expect(stdout).toMatch(/→\s+tìm thấy: city\.md/u);
  });

  test('gives the plan as JSON, with the text that its spans count in', async () => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT });
    const { stdout } = await planlint(['show', 'good.md', '--library', '.', '--format', 'json'], { cwd });
    const plan: unknown = JSON.parse(stdout);
    expect(plan).toMatchObject({
      path: 'good.md',
      identity: { type: 'kế hoạch', code: '08/KH-UBND', date: '2026-01-20' },
      citations: [{ code: '45/KH-UBND', date: '2026-01-12' }],
      links: [{ status: 'resolved', paths: ['city.md'] }],
      text: expect.stringContaining('KẾ HOẠCH'),
    });
  });

  test('reads standard input', async () => {
    const { stdout, code } = await planlint(['show', '-', '--lang', 'en'], { input: ward() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Number, symbol\s+08\/KH-UBND/u);
  });
});

describe('rules and explain', () => {
  test('the table has every rule with its severity, in the chosen language', async () => {
    const vi = await planlint(['rules']);
    expect(vi).toMatchObject({ code: 0, stderr: '' });
    expect(vi.stdout).toMatch(/^section\/missing\s+lỗi\s+\S/mu);
    expect((await planlint(['rules', '--lang', 'en'])).stdout).toMatch(/^section\/numbering\s+warning\s+\S/mu);
  });

  test('the table shows what the configuration changed', async () => {
    const cwd = folder({ 'planlint.yaml': 'rules:\n  section/missing: off\n' });
    expect((await planlint(['rules'], { cwd })).stdout).toMatch(/^section\/missing\s+tắt/mu);
    const { stdout } = await planlint(['rules', '--format', 'json', '--rule', 'section/*=info'], { cwd });
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ id: 'section/missing', needs: ['parent', 'outline'] }),
    );
  });

  test('explains a rule: why, what it needs, on what basis, with examples', async () => {
    const { stdout, stderr, code } = await planlint(['explain', 'section/missing', '--lang', 'en']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    for (const heading of ['Why', 'Runs only if there is', 'Messages', 'Basis', 'Options', 'Examples']) {
      expect(stdout).toMatch(new RegExp(`^${heading}`, 'mu'));
    }
    const page = /^Page of the rule\n\s+(\S.*)$/mu.exec(stdout)?.[1] ?? '';
    expect(readFileSync(page, 'utf8')).toContain('# section/missing');
  });

  test('a rule of the user’s own has no page', async () => {
    const rule = readFileSync(resolve(import.meta.dirname, '../../rules/form/ending.yaml'), 'utf8');
    const own = rule.replace('id: form/ending', 'id: own/ending');
    const cwd = folder({ 'planlint.yaml': 'ruleDirs: [rules]\n', 'rules/own/ending.yaml': own });
    const { stdout, code } = await planlint(['explain', 'own/ending', '--lang', 'en'], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toContain('Page of the rule');
  });
});

describe('init', () => {
  test.each(['vi', 'en'])('writes a configuration that is valid and changes nothing: %s', async (lang) => {
    const cwd = folder({ 'bad.md': WITHOUT_REWARD, 'city.md': PARENT });
    expect(await planlint(['init', '--lang', lang], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'planlint.yaml'), 'utf8')).toContain(`lang: ${lang}`);
    const args = ['bad.md', '--parent', 'city.md', '--lang', 'vi'];
    const [changed, plain] = await Promise.all([planlint(args, { cwd }), planlint([...args, '--no-config'], { cwd })]);
    expect(changed).toEqual(plain);
  });
});

describe('completion', () => {
  test('prints a script that the shell can read, and suggests commands, options and rules', async () => {
    const script = await planlint(['completion']);
    expect(script).toMatchObject({ code: 0, stderr: '' });
    expect(script.stdout).toContain('planlint');
    const suggest = async (...words: string[]): Promise<string[]> =>
      (await planlint(['--get-yargs-completions', 'planlint', ...words])).stdout.trim().split('\n');
    expect(await suggest('e')).toContain('explain');
    expect(await suggest('check', '--fail')).toContain('--fail-on');
    expect(await suggest('explain', 'section/')).toContain('section/missing');
  });
});

describe('help', () => {
  test.each(['check', 'show', 'rules', 'explain', 'init'])('of %s is there in both languages', async (command) => {
    for (const [lang, options] of [
      ['vi', 'Tùy chọn:'],
      ['en', 'Options:'],
    ] as const) {
      const { stdout, stderr, code } = await planlint([command, '--help', '--lang', lang]);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      expect(stdout).toContain(options);
    }
  });

  test('--help does not run the command', async () => {
    const cwd = folder();
    await planlint(['init', '--help'], { cwd });
    expect(existsSync(join(cwd, 'planlint.yaml'))).toBe(false);
  });
});
