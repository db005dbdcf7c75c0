/**
 * Measures whole runs on a generated repository and writes docs/performance.md: `npm run bench`, or `npm run bench -- CITIES CHILDREN` for a
 * smaller one, which is only printed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packageRoot } from '../data/root.js';
import { withSentence, writeBenchRepository } from './bench-repository.js';

const PROBE = new URL('./bench-probe.js', import.meta.url).href;
const BIN = resolve(packageRoot, 'dist', 'bin.js');
const WHOLE = { cities: 34, children: 100 };
const TODAY = '2026-06-01';

interface Measured {
  what: string;
  seconds: number;
  megabytes: number;
  read: number;
  checked: number;
}

const [cities = WHOLE.cities, children = WHOLE.children] = process.argv.slice(2).map(Number);
const work = mkdtempSync(join(tmpdir(), 'planlint-bench-'));
const folder = join(work, 'plans');

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.vn'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

function measure(what: string, args: readonly string[]): Measured {
  const probe = join(work, 'probe.json');
  const report = join(work, 'report.json');
  const fixed = ['--today', TODAY, '--cache-location', join(work, 'cache'), '-f', 'json', '--output', report];
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, ['--import', PROBE, BIN, ...args, ...fixed], {
    cwd: folder,
    env: { ...process.env, BENCH_PROBE: probe },
    stdio: 'inherit',
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // 1: the plans have planted errors
  if (status !== 0 && status !== 1) throw new Error(`${what}: exit code ${status}`);
  const { read, megabytes } = JSON.parse(readFileSync(probe, 'utf8'));
  const { summary } = JSON.parse(readFileSync(report, 'utf8'));
  return { what, seconds, megabytes, read, checked: summary.documents };
}

/** Stages a changed sentence of a plan. */
function change(path: string): void {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  const after = withSentence(before);
  if (after === before) throw new Error(`${path}: nothing changed`);
  writeFileSync(file, after);
  git('add', path);
}

function page(runs: readonly Measured[], plans: number): string {
  const [cold] = runs;
  const ratio = ({ seconds }: Measured): string => {
    const part = (100 * seconds) / (cold?.seconds ?? 1);
    return `${part < 10 ? part.toFixed(1) : part.toFixed(0)} %`;
  };
  const rows = runs.map(
    (run) =>
      `| ${run.what} | ${ratio(run)} | ${run.checked} | ${run.read} | ${run.megabytes} MB | ${run.seconds.toFixed(1)} s |`,
  );
  return `# Performance

Written by \`npm run bench\`; not to be changed by hand. A repository of ${plans} plans (${cities} of cities and provinces, each with ${children} of communes) is made and
committed, then checked as whole processes, one after the other. What counts is the share of the first run, which is about the same on every machine; the seconds
are those of one machine (${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}), each measured once.

| run | of the first run | documents checked | plans read | most memory | seconds |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

"Plans read" counts contents taken from the disk or from git, twice where a plan was read for its facts and again for its text. The run without changes reads every file
of the working copy, as only its content says that it did not change; with \`--staged\` git has named the contents already.
`;
}

try {
  mkdirSync(folder);
  const repository = writeBenchRepository(folder, cities, children);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'plans');
  const runs = [measure('everything, nothing known yet', ['.']), measure('everything, nothing changed', ['.'])];
  change(repository.children[0]?.[0] ?? '');
  runs.push(measure('`--staged`, one changed child', ['--staged']));
  git('commit', '--quiet', '-m', 'child');
  change(repository.parents[0] ?? '');
  runs.push(measure('`--staged`, one changed parent', ['--staged']));
  const text = page(runs, repository.parents.length + repository.children.flat().length);
  if (cities === WHOLE.cities && children === WHOLE.children)
    writeFileSync(resolve(packageRoot, 'docs', 'performance.md'), text);
  process.stdout.write(text);
} finally {
  rmSync(work, { recursive: true, force: true });
}
