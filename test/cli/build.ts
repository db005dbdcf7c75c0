/** Builds dist before the process tests, unless it is newer than every source file. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export default function build(): void {
  const bin = join(root, 'dist/bin.js');
  const sources = Math.max(newest(join(root, 'src')), newest(join(root, 'rules')));
  if (existsSync(bin) && newest(join(root, 'dist')) >= sources) return;
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  execFileSync(process.execPath, [join(root, 'dist/data/compile.js')]);
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(folder, file)));
  return Math.max(...files.filter((file) => file.isFile()).map((file) => file.mtimeMs));
}
