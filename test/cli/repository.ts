/** A temporary git repository of plans, and planlint run in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReportSchema } from '../../src/report/result.js';
import { folder, PARENT, ward } from './plans.js';
import { planlint, type Ran, type RunOptions, run } from './run.js';

export class TestRepository {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Runs git and gives what it prints. Rejects where it fails. */
  async git(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run('git', args, { cwd: this.path });
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  }

  write(files: Record<string, string | Uint8Array>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
  }

  /** Writes files and stages everything that changed. */
  async stage(files: Record<string, string | Uint8Array> = {}): Promise<void> {
    this.write(files);
    await this.git('add', '--all');
  }

  async commit(files: Record<string, string | Uint8Array> = {}): Promise<void> {
    await this.stage(files);
    await this.git('commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'Kế hoạch');
  }

  planlint(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    return planlint(args, { cwd: this.path, ...options });
  }
}

/** A repository with these files committed, removed when the test is over. */
export async function repository(files: Record<string, string | Uint8Array> = {}): Promise<TestRepository> {
  const made = new TestRepository(folder());
  await made.git('init', '--quiet', '--initial-branch=main');
  await made.commit(files);
  return made;
}

interface Checked {
  code: number | null;
  /** Paths of the documents checked, each with its findings of rules, or "!" and the code of what went wrong. */
  documents: Record<string, string[]>;
  problems: string[];
  stderr: string;
}

/** What was checked and found, from the JSON report. */
export function checked({ code, stdout, stderr }: Ran): Checked {
  const report = ReportSchema.parse(JSON.parse(stdout));
  const documents: Checked['documents'] = {};
  for (const { path, error, findings } of report.documents) {
    documents[path] = error === null ? findings.map(({ rule }) => rule) : [`!${error.code}`];
  }
  return { code, documents, problems: report.problems.map((problem) => problem.code), stderr };
}

/** The city's plan, and the plans of two wards of which only the first carries it out. */
export const CITY = 'thanh-pho/kh-45.md';
export const WARD = 'phuong/lac-ha.md';
export const OTHER = 'phuong/khac.md';
export const OTHER_PLAN = ward()
  .replaceAll('Lạc Hà', 'Yên Thọ')
  .replaceAll('LẠC HÀ', 'YÊN THỌ')
  .replace('Số: 08', 'Số: 11')
  .replace('Kế hoạch số 45/KH-UBND ngày 12/01/2026', 'Kế hoạch số 77/KH-UBND ngày 13/01/2026');

export const ANOTHER_OF_THE_CITY = PARENT.replace('Số: 45', 'Số: 99').replace('ngày 12 tháng 01', 'ngày 19 tháng 01');
export const WITHOUT_REWARDS_ABOVE = PARENT.replace('III. KHEN THƯỞNG\n\nKhen thưởng theo thẩm quyền.\n\nIV.', 'III.');

/** A repository of these three plans. */
export function plans(): Promise<TestRepository> {
  return repository({ [CITY]: PARENT, [WARD]: ward(), [OTHER]: OTHER_PLAN, 'planlint.yaml': 'library: [thanh-pho]\n' });
}

/** Runs `planlint --staged --format json` with further arguments. */
export async function staged(at: TestRepository, args: readonly string[] = [], options: RunOptions = {}) {
  return checked(await at.planlint([...args, '--staged', '--format', 'json'], options));
}

export async function since(at: TestRepository, revision: string) {
  return checked(await at.planlint(['--changed-since', revision, '--format', 'json']));
}
