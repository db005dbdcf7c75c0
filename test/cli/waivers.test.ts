/** Waivers as users write them: comments in the plan, entries of the configuration. */
import { describe, expect, test } from 'vitest';
import { ReportSchema } from '../../src/report/result.js';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

const NUMBERING = 'planlint-disable-next-line section/numbering -- mục III đang chờ thẩm định';
/** The gap of WITH_GAP, waived right above. */
const WAIVED = WITH_GAP.replace('IV. KHEN THƯỞNG', `<!-- ${NUMBERING} -->\nIV. KHEN THƯỞNG`);

async function json(args: string[], cwd: string) {
  const { stdout, code } = await planlint([...args, '--format', 'json'], { cwd });
  return { code, result: ReportSchema.parse(JSON.parse(stdout)) };
}

describe('a comment in the plan', () => {
  test('takes the finding out of the report and of the exit code; the summary says so', async () => {
    const cwd = folder({ 'gap.md': WITH_GAP, 'waived.md': WAIVED, 'city.md': PARENT });
    const strict = ['--parent', 'city.md', '--fail-on', 'warning'];
    expect((await planlint(['gap.md', ...strict], { cwd })).code).toBe(1);
    const { code, stdout } = await planlint(['waived.md', ...strict], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toContain('section/numbering');
    expect(stdout).toContain('Được miễn trừ, có ghi lý do: 1 phát hiện.');
    expect(stdout).toContain('ĐẠT: không có phát hiện nào ngoài những phát hiện đã biết hoặc được miễn trừ.');

    const english = await planlint(['waived.md', ...strict, '--show-waived', '--lang', 'en'], { cwd });
    expect(english.stdout).toContain('Waived, with a reason: 1 finding.');
    expect(english.stdout).toMatch(
      /waived: .*section\/numbering\n\s+Reason: mục III đang chờ thẩm định \(waived\.md:25\)/u,
    );
  });

  test('is data: the finding, the reason, where it is written', async () => {
    const cwd = folder({ 'waived.md': WAIVED, 'city.md': PARENT });
    const { result } = await json(['waived.md', '--parent', 'city.md'], cwd);
    expect(result.summary).toMatchObject({ warnings: 0, waived: 1, baselined: 0 });
    const [document] = result.documents;
    expect(document?.findings).toEqual([]);
    expect(document?.waived).toMatchObject([
      {
        rule: 'section/numbering',
        location: { start: { line: 26 } },
        waiver: {
          rule: 'section/numbering',
          reason: 'mục III đang chờ thẩm định',
          until: null,
          path: 'waived.md',
          line: 25,
        },
      },
    ]);
    expect(result.rules.map(({ id }) => id)).toContain('section/numbering');
  });

  test('works in .txt files, and --fix leaves what is waived', async () => {
    const theme = 'Ra sức phân đấu hoàn thành nhiệm vụ được giao trong năm.';
    const text = ward().replace(
      'II. NỘI DUNG',
      `II. NỘI DUNG\n\n<!-- planlint-disable-next-line spelling/* -- tên riêng -->\n${theme}`,
    );
    const cwd = folder({ 'a.txt': text, 'city.md': PARENT });
    const { stdout, code } = await planlint(['a.txt', '--parent', 'city.md', '--fix', '--fail-on', 'warning'], { cwd });
    expect(stdout).toContain('Được miễn trừ, có ghi lý do: 1 phát hiện.');
    expect(stdout).not.toContain('Đã tự sửa');
    expect(code).toBe(0);
  });

  test('without a reason, expired, mistyped or unused it is reported on its line', async () => {
    const comment = (text: string): string => WAIVED.replace(NUMBERING, text);
    const cwd = folder({
      'no-reason.md': comment('planlint-disable-next-line section/numbering'),
      'expired.md': comment(`${NUMBERING}; đến 28/2/2026`),
      'unknown.md': comment(NUMBERING.replace('numbering', 'numberin')),
      'unused.md': comment(NUMBERING.replace('section/numbering', 'text/placeholder')),
      'city.md': PARENT,
    });
    const { result } = await json(['.', '--today', '2026-03-01', '--lang', 'en'], cwd);
    const said = result.documents.flatMap(({ path, findings }) =>
      findings
        .filter(({ rule }) => rule.startsWith('waiver/'))
        .map(({ rule, message, location, severity }) => {
          return [path, rule, severity, location.start?.line, message];
        }),
    );
    expect(said).toEqual([
      [
        'expired.md',
        'waiver/expired',
        'warning',
        25,
        'The waiver of section/numbering held until 28/02/2026 and is no longer honoured',
      ],
      [
        'no-reason.md',
        'waiver/invalid',
        'warning',
        25,
        'The waiver of section/numbering gives no reason and is not honoured',
      ],
      [
        'unknown.md',
        'waiver/invalid',
        'warning',
        25,
        'There is no rule “section/numberin” to waive; did you mean “section/numbering”?',
      ],
      [
        'unused.md',
        'waiver/unused',
        'warning',
        25,
        'The waiver of text/placeholder is of no use: there is no finding of it in that place',
      ],
    ]);
    for (const { path, findings } of result.documents) {
      if (path !== 'city.md')
        expect(
          findings.map(({ rule }) => rule),
          path,
        ).toContain('section/numbering');
    }
  });

  test('of a rule that could not run is not called unused; rules on waivers can be switched off', async () => {
    const cwd = folder({
      'a.md': `<!-- planlint-disable-file section/missing -- không có nội dung này -->\n\n${ward()}`,
      'b.md': `<!-- planlint-disable-file text/placeholder -- để thử -->\n\n${ward()}`,
      'city.md': PARENT,
    });
    const unused = async (...args: string[]): Promise<boolean> =>
      (await planlint(args, { cwd })).stdout.includes('waiver/unused');
    expect(await unused('a.md')).toBe(false);
    expect(await unused('a.md', '--parent', 'city.md')).toBe(true);
    expect(await unused('b.md', '--rule', 'text/placeholder=off')).toBe(false);
    expect(await unused('b.md')).toBe(true);
    expect(await unused('b.md', '--rule', 'waiver/*=off')).toBe(false);
  });
});

describe('an entry of the configuration', () => {
  const files = { 'p/bad.md': WITHOUT_REWARD, 'p/gap.md': WITH_GAP, 'cha/city.md': PARENT };
  const config = (waivers: string): string => `library: [cha]\nlang: en\nwaivers:\n${waivers}`;

  test('waives by file and by quote', async () => {
    const cwd = folder({
      ...files,
      'planlint.yaml': config(`  - rule: [section/missing]
    file: p/b*.md
    reason: phường không xét khen thưởng
    until: 30/6/2026
  - rule: section/*
    quote: iv.
    section: IV
    reason: mục III ghi ở phụ lục
`),
    });
    const { result, code } = await json(['p', '--today', '2026-03-01', '--fail-on', 'info'], cwd);
    expect(code).toBe(0);
    expect(result.summary).toMatchObject({ errors: 0, warnings: 0, waived: 2 });
    expect(result.configuration).toBeUndefined();
    expect(result.documents.map(({ waived }) => waived?.map(({ rule, waiver }) => [rule, waiver]))).toEqual([
      [
        [
          'section/missing',
          {
            rule: 'section/missing',
            reason: 'phường không xét khen thưởng',
            until: '2026-06-30',
            path: 'planlint.yaml',
            line: 4,
          },
        ],
      ],
      [
        [
          'section/numbering',
          { rule: 'section/*', reason: 'mục III ghi ở phụ lục', until: null, path: 'planlint.yaml', line: 8 },
        ],
      ],
    ]);
  });

  test('expired or unused it is reported at its line of the configuration, and counts', async () => {
    const cwd = folder({
      ...files,
      'planlint.yaml': config(`  - rule: section/missing
    file: p/bad.md
    reason: đã hẹn xem lại
    until: 2026-02-28
  - rule: text/placeholder
    section: II
    reason: không còn nữa
`),
    });
    const { stdout, code } = await planlint(['p', '--today', '2026-03-01', '--quiet', '--max-warnings', '2'], { cwd });
    expect(code).toBe(1);
    expect(stdout).not.toContain('waiver/');
    const shown = await planlint(['p', '--today', '2026-03-01'], { cwd });
    expect(shown.stdout).toMatch(/planlint\.yaml\n\n\s+4:5 .*held until 28\/02\/2026/u);
    expect(shown.stdout).toMatch(/8:5 .*text\/placeholder is of no use/u);
    const { result } = await json(['p', '--today', '2026-03-01'], cwd);
    expect(result.summary.warnings).toBe(3);
    expect(result.configuration).toMatchObject({
      path: 'planlint.yaml',
      findings: [
        { rule: 'waiver/expired', location: { start: { line: 4 } } },
        { rule: 'waiver/unused', location: { start: { line: 8 } } },
      ],
    });
  });

  test('is not called unused while a document that it may be about is not checked', async () => {
    const cwd = folder({
      ...files,
      'planlint.yaml': config(`  - rule: text/placeholder
    section: II
    reason: để thử
  - rule: text/placeholder
    file: p/bad.md
    reason: để thử
`),
    });
    const lines = async (...args: string[]): Promise<unknown> =>
      (await json(args, cwd)).result.configuration?.findings.map(({ location }) => location.start?.line);
    expect(await lines('p/gap.md')).toBeUndefined();
    expect(await lines('p/bad.md')).toEqual([7]);
    expect(await lines('p')).toEqual([4, 7]);
  });

  test('that is wrong is an error of the configuration', async () => {
    const cwd = folder({
      ...files,
      'planlint.yaml': config('  - rule: section/missin\n    file: a.md\n    reason: x\n'),
    });
    const { code, stderr } = await planlint(['p'], { cwd });
    expect(stderr).toContain(
      'planlint.yaml:4: waivers[0].rule: không có quy tắc "section/missin"; có phải "section/missing"?',
    );
    expect(code).toBe(2);
  });
});
