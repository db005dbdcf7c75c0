/** One test for every row of the table of exit codes, through the real process. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { bin, planlint, type Ran } from './run.js';

const STACK = /^\s+at .+:\d+:\d+\)?$/mu;

function plans(): string {
  return folder({ 'city.md': PARENT, 'good.md': ward(), 'bad.md': WITHOUT_REWARD, 'gap.md': WITH_GAP });
}

/** Runs in a folder of plans; no run may ever show a stack. */
async function run(args: string[], options: Parameters<typeof planlint>[1] = {}): Promise<Ran> {
  const ran = await planlint(args, { cwd: plans(), ...options });
  expect(ran.stdout + ran.stderr).not.toMatch(STACK);
  return ran;
}

/** What a shell script prints, run in a folder of plans. */
function shell(script: string): Promise<string> {
  return new Promise((done) => {
    execFile('bash', ['-c', script], { cwd: plans() }, (_, stdout, stderr) => done(stdout + stderr));
  });
}

describe('0: the job was done, nothing at the level chosen', () => {
  test('a clean plan', async () => {
    const ran = await run(['good.md', '--parent', 'city.md']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('good.md ↔ city.md');
    expect(ran.stdout).toContain('ĐẠT');
  });

  test('a warning, when only errors count', async () => {
    const ran = await run(['gap.md', '--parent', 'city.md']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('section/numbering');
    expect(ran.stdout).toContain('còn 1 cảnh báo để người rà soát xem xét');
  });

  test('as many warnings as allowed', async () => {
    expect(await run(['gap.md', '--parent', 'city.md', '--max-warnings', '1'])).toMatchObject({ code: 0 });
  });

  test('a rule switched off, alone or with its group', async () => {
    expect(await run(['bad.md', '--rule', 'section/missing=off', '--parent', 'city.md'])).toMatchObject({ code: 0 });
    expect(await run(['bad.md', '--rule', 'section/*=off', '--parent', 'city.md'])).toMatchObject({ code: 0 });
  });

  test('a text without any header is checked by itself and says so', async () => {
    const cwd = folder({ 'note.md': 'Đây chỉ là một ghi chép ngắn.\n' });
    const ran = await run(['note.md'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Không nhận ra phần đầu văn bản');
    expect(ran.stdout).toContain('CHƯA ĐỐI CHIẾU VỚI CẤP TRÊN');
    expect(ran.stdout.replace(/\s+/gu, ' ')).toContain(
      '1 văn bản không nhận ra phần đầu, có thể không phải là kế hoạch',
    );
  });

  test('a parent that was not found is said loudly', async () => {
    const cwd = folder({ 'good.md': ward() });
    const ran = await run(['good.md'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('CHƯA ĐỐI CHIẾU VỚI CẤP TRÊN');
    expect(ran.stdout).toContain('45/KH-UBND');
  });

  test('--help, -h, --version and -v', async () => {
    for (const flag of ['--help', '-h']) {
      const ran = await run([flag]);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toContain('planlint phuong.md --parent thanh-pho.md');
    }
    for (const flag of ['--version', '-v']) {
      const ran = await run([flag]);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    }
  });

  test('a reader that stops early is no error', async () => {
    const script = `"${process.execPath}" "${bin}" good.md --parent city.md --format json | true; echo "\${PIPESTATUS[0]}"`;
    expect(await shell(script)).toBe('0\n');
  });
});

describe('1: findings at or above the level chosen', () => {
  test('an error', async () => {
    const ran = await run(['bad.md', '--parent', 'city.md']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('section/missing');
    expect(ran.stdout).toContain('CHƯA ĐẠT');
  });

  test('a warning with --fail-on warning', async () => {
    expect(await run(['gap.md', '--parent', 'city.md', '--fail-on', 'warning'])).toMatchObject({ code: 1 });
  });

  test('a note with --fail-on info', async () => {
    const args = ['gap.md', '--parent', 'city.md', '--rule', 'section/numbering=info'];
    expect(await run([...args, '--fail-on', 'warning'])).toMatchObject({ code: 0 });
    expect(await run([...args, '--fail-on', 'info'])).toMatchObject({ code: 1 });
  });

  test('more warnings than --max-warnings', async () => {
    const ran = await run(['gap.md', '--parent', 'city.md', '--max-warnings', '0']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('nhiều hơn mức cho phép (0)');
  });

  test('limits from the configuration', async () => {
    const cwd = folder({ 'gap.md': WITH_GAP, 'city.md': PARENT, 'planlint.yaml': 'failOn: warning\n' });
    expect(await run(['gap.md', '--parent', 'city.md'], { cwd })).toMatchObject({ code: 1 });
    expect(await run(['gap.md', '--parent', 'city.md', '--no-config'], { cwd })).toMatchObject({ code: 0 });
    expect(await run(['gap.md', '--parent', 'city.md', '--fail-on', 'error'], { cwd })).toMatchObject({ code: 0 });
  });
});

describe('2: the command line is wrong', () => {
  const cases: [name: string, args: string[], says: string][] = [
    [
      'an unknown flag names the nearest',
      ['good.md', '--formt', 'json'],
      'không có tùy chọn --formt; có phải --format?',
    ],
    ['an unknown flag that is like none', ['good.md', '--xyzzy'], 'không có tùy chọn --xyzzy'],
    ['an unknown short flag', ['good.md', '-x'], 'không có tùy chọn -x'],
    ['an unknown negated flag', ['good.md', '--no-colr'], 'có phải --color?'],
    ['a value that is none of the choices', ['good.md', '--fail-on', 'eror'], '--fail-on: đang là "eror"'],
    ['a language that is not there', ['good.md', '--lang', 'fr'], '--lang: đang là "fr"'],
    ['a flag without its value', ['good.md', '--config'], 'thiếu giá trị sau --config'],
    ['a number that is none', ['good.md', '--max-warnings', 'ba'], '--max-warnings cần một số nguyên'],
    ['a negative number', ['good.md', '--max-warnings', '-1'], '--max-warnings cần một số nguyên'],
    ['a day that the calendar has not', ['good.md', '--today', '2026-02-30'], '--today cần một ngày có thật'],
    ['a flag given twice', ['good.md', '--fail-on', 'info', '--fail-on', 'error'], '--fail-on được ghi nhiều lần'],
    ['a format of rules given twice', ['rules', '-f', 'json', '-f', 'text'], '--format được ghi nhiều lần'],
    ['an unknown format names the nearest', ['good.md', '-f', 'jsn'], 'không có dạng kết quả "jsn"; có phải json?'],
    ['two formats to standard output', ['good.md', '-f', 'json', '-f', 'text'], 'json và text cùng ra một chỗ'],
    ['two formats to one file', ['good.md', '-f', 'json=a', '--format=text=./a'], 'json và text cùng ghi vào một tệp'],
    ['a format without its file', ['good.md', '-f', 'json='], '-f json=: thiếu tên tệp'],
    ['--output for no format', ['good.md', '-f', 'json=a', '--output', 'b'], '--output b không dùng cho dạng nào'],
    ['a dry run of fixes in another format', ['good.md', '--fix-dry-run', '-f', 'json=a'], 'không dùng cùng --format'],
    ['an unknown rule', ['good.md', '--rule', 'section/mising=off'], 'có phải "section/missing"?'],
    ['an unknown group of rules', ['good.md', '--rule', 'sections/*=off'], 'có phải section/*?'],
    ['a rule without severity', ['good.md', '--rule', 'section/missing'], 'không đúng dạng MÃ=MỨC'],
    ['a severity that is not there', ['good.md', '--rule', 'section/missing=fatal'], 'không đúng dạng MÃ=MỨC'],
    ['no file at all', [], 'chưa có tệp nào để kiểm tra'],
    ['files swallowed by --parent', ['--parent', 'city.md', 'good.md'], 'Ghi tệp cần kiểm tra trước --parent'],
    ['a superfluous argument', ['show', 'good.md', 'bad.md'], 'thừa đối số "bad.md"'],
    ['a report that would replace a plan', ['good.md', '--output', './good.md'], 'sẽ ghi đè văn bản vừa đọc'],
    ['a report that would replace a plan of a folder', ['.', '-f', 'json=gap.md'], 'sẽ ghi đè văn bản vừa đọc'],
    ['a report that would replace a parent', ['bad.md', '--parent', 'city.md', '-f', 'json=city.md'], 'sẽ ghi đè'],
    ['explain without a rule', ['explain'], 'chưa ghi mã quy tắc'],
    ['explain with an unknown rule', ['explain', 'section/mising'], 'có phải "section/missing"?'],
    ['show without a file', ['show'], 'chưa ghi tệp cần xem'],
    ['show of a missing file', ['show', 'none.md'], 'Không tìm thấy tệp hay thư mục "none.md"'],
    ['show of a folder', ['show', '.'], 'không phải là một tệp'],
  ];
  test.each(cases)('%s', async (_, args, says) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  test('in English when asked', async () => {
    expect((await run(['--formt', 'x', '--lang', 'en'])).stderr).toContain(
      'unknown option --formt; did you mean --format?',
    );
    expect((await run(['-x'], { env: { PLANLINT_LANG: 'en' } })).stderr).toContain('unknown option -x');
  });
});

describe('2: the configuration is wrong', () => {
  const cases: [name: string, yaml: string, says: string][] = [
    [
      'a mistyped key names the nearest',
      'lang: vi\nlibary:\n  - a\n',
      'planlint.yaml:2: libary: không có khóa "libary"; có phải "library"?',
    ],
    [
      'a wrong value',
      'failOn: fatal\n',
      'planlint.yaml:1: failOn: cần một trong error, warning, info, đang là "fatal"',
    ],
    ['a wrong type', '\nlibrary: cap-tren\n', 'planlint.yaml:2: library: cần danh sách, đang là "cap-tren"'],
    ['an unknown rule', 'rules:\n  section/mising: off\n', 'planlint.yaml:2: rules.section/mising: không có quy tắc'],
    ['a severity that is not there', 'rules:\n  section/missing: fatal\n', 'planlint.yaml:2: rules.section/missing'],
    ['an option that the check has not', 'rules:\n  section/missing:\n    options: { lits: [] }\n', 'có phải "lists"?'],
    ['not YAML', 'library: [a\n', 'không phải YAML hợp lệ'],
    ['tabs', 'rules:\n\tsection/missing: off\n', 'planlint.yaml:2: không phải YAML hợp lệ'],
    ['a key twice', 'lang: vi\nlang: en\n', 'một khóa được ghi hai lần'],
    ['not a map', '- a\n- b\n', 'cần bảng các khóa'],
    ['a folder of rules that is not there', 'ruleDirs: [quy-tac]\n', 'không đọc được thư mục quy tắc'],
  ];
  test.each(cases)('%s', async (_, yaml, says) => {
    const cwd = folder({ 'good.md': ward(), 'planlint.yaml': yaml });
    const ran = await run(['good.md'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
  });

  test('the file named is missing, or a folder', async () => {
    for (const config of ['none.yaml', '.', '']) {
      const ran = await run(['good.md', `--config=${config}`]);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('Không đọc được tệp cấu hình');
    }
  });

  test('an empty configuration is none', async () => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT, 'planlint.yaml': '# chưa có gì\n' });
    expect(await run(['good.md', '--parent', 'city.md'], { cwd })).toMatchObject({ code: 0 });
  });
});

describe('2: something could not be checked; the rest is checked all the same', () => {
  test('a missing path', async () => {
    const ran = await run(['none.md']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Không tìm thấy tệp hay thư mục "none.md"');
    expect(ran.stdout).toContain('CHƯA HOÀN THÀNH');
  });

  test('a missing path names a neighbour', async () => {
    expect((await run(['god.md'])).stdout).toContain('có phải "good.md"?');
  });

  test('an unknown command is a missing path', async () => {
    const ran = await run(['verify', 'good.md', '--library', '.']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Không tìm thấy tệp hay thư mục "verify"');
    expect(ran.stdout).toContain('good.md ↔ city.md');
  });

  test('one good and one missing path', async () => {
    const ran = await run(['bad.md', 'none.md', '--library', '.']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('section/missing');
    expect(ran.stdout).toContain('none.md');
  });

  test('a glob that matches nothing', async () => {
    const ran = await run(['plans/*.md', 'good.md', '--library', '.']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Mẫu tên "plans/*.md" không khớp với tệp nào');
    expect(ran.stdout).toContain('good.md ↔ city.md');
  });

  test('a folder without plans', async () => {
    const cwd = folder({
      'a/README.md': '# Đọc trước',
      'a/.hidden.md': ward(),
      'a/node_modules/x.md': ward(),
      'a/b.png': 'x',
    });
    const ran = await run(['a'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Thư mục "a" không có tệp kế hoạch nào');
  });

  test('an empty file, and one of blanks', async () => {
    const cwd = folder({ 'empty.md': '', 'blank.txt': ' \n\t\n', 'good.md': ward(), 'city.md': PARENT });
    for (const file of ['empty.md', 'blank.txt']) {
      const ran = await run([file, 'good.md', '--parent', 'city.md'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stdout).toContain(`${file}: tệp rỗng`);
      expect(ran.stdout).toContain('good.md ↔ city.md');
    }
  });

  test('binary garbage', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256);
    const ran = await run(['scan.md'], { cwd: folder({ 'scan.md': bytes }) });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('không phải tệp văn bản');
  });

  test('a text of broken letters, of which no rule can say anything; the others are checked', async () => {
    const scrambled = 'hoạcK htực nệih của nhâ nâd bna ỷu ờưphgn trểi nkhai gnhiệm vục '.repeat(12);
    const cwd = folder({ 'scan.md': scrambled, 'good.md': ward(), 'city.md': PARENT });
    const ran = await run(['scan.md', 'good.md', '--parent', 'city.md'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('scan.md: chữ trong tệp bị hỏng');
    expect(ran.stdout).toContain('good.md ↔ city.md');
  });

  test('a file that may not be read', async ({ skip }) => {
    const cwd = folder({ 'secret.md': ward(), 'good.md': ward() });
    if (process.getuid?.() === 0) {
      // Root may read everything: a loop of links cannot be read by anyone.
      symlinkSync('loop.md', join(cwd, 'loop.md'));
      const ran = await run(['loop.md'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stdout).toContain('loop.md');
      return;
    }
    if (process.platform === 'win32') skip('no file modes on Windows');
    chmodSync(join(cwd, 'secret.md'), 0);
    const ran = await run(['secret.md'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Không đọc được "secret.md"');
  });

  test('--parent that is missing', async () => {
    const ran = await run(['bad.md', '--parent', 'none.md', 'city.md']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Không tìm thấy tệp hay thư mục "none.md"');
    expect(ran.stdout).toContain('section/missing');
  });

  test('--library that is missing', async () => {
    expect(await run(['good.md', '--library', 'none'])).toMatchObject({ code: 2 });
  });

  test('--require-parent and no parent', async () => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT });
    const ran = await run(['good.md', '--require-parent'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('chưa đối chiếu được với văn bản cấp trên nào');
    expect(await run(['good.md', '--require-parent', '--parent', 'city.md'], { cwd })).toMatchObject({ code: 0 });
  });

  test('--output that cannot be written', async () => {
    const ran = await run(['good.md', '--parent', 'city.md', '--output', 'good.md/result.txt']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('không ghi được kết quả vào good.md/result.txt');
  });

  test('standard output on a full disk', async ({ skip }) => {
    if (!existsSync('/dev/full')) skip('no /dev/full on this system');
    const script = `"${process.execPath}" "${bin}" bad.md --parent city.md > /dev/full; echo "code $?"`;
    const output = await shell(script);
    expect(output).toContain('không ghi được kết quả (ENOSPC)');
    expect(output).toMatch(/^code 2$/mu);
    expect(output).not.toMatch(STACK);
  });

  test('init does not overwrite', async () => {
    const cwd = folder();
    expect(await run(['init'], { cwd })).toMatchObject({ code: 0 });
    const again = await run(['init'], { cwd });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('planlint.yaml đã có');
    expect(await run(['init', '--force'], { cwd })).toMatchObject({ code: 0 });
  });

  test('a folder where a file is expected', async () => {
    const cwd = plans();
    mkdirSync(join(cwd, 'result.json'));
    expect(await run(['good.md', '--parent', 'city.md', '--output', 'result.json'], { cwd })).toMatchObject({
      code: 2,
    });
  });
});

describe('50 MB of text', () => {
  test('gives a clear result or refusal', async () => {
    const line = 'Các tổ dân phố thực hiện trước ngày 15/12/2026 theo Kế hoạch số 45/KH-UBND ngày 12/01/2026.\n\n';
    const cwd = folder({ 'long.md': line.repeat(Math.ceil(50_000_000 / Buffer.byteLength(line))) });
    const ran = await run(['long.md'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('tệp quá lớn (48 MB)');
  });
});
