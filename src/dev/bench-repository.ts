/**
 * A repository of plans for measuring: the plan of every province and centrally run city, and plans of its communes that carry it out.
 * The text is that of the samples under other names; the same arguments give the same files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../data/root.js';
import { type Unit, unitsWithin } from '../data/units.js';
import { formatDay, isoDay } from '../plan/calendar.js';

const SAMPLES = resolve(packageRoot, 'samples');
const PARENT = 'tinh/ke-hoach-34-thi-dua-2026.md';
const CHILD = 'xa-phuong/hoa-lu-thi-dua.md';

export interface BenchRepository {
  /** Paths relative to the folder, with forward slashes. */
  parents: string[];
  /** Children of each parent, in the order of the parents. */
  children: string[][];
}

/** Number and day of a province's plan. */
interface Issue {
  number: number;
  /** ISO date. */
  day: string;
}

/** Writes `cities` plans (34 at most) with `children` plans each below a folder, and a configuration that names where the parents are. */
export function writeBenchRepository(folder: string, cities: number, children: number): BenchRepository {
  const provinces = unitsWithin(null).slice(0, cities);
  const repository: BenchRepository = { parents: [], children: [] };
  const write = (path: string, text: string): string => {
    const file = resolve(folder, path);
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return path;
  };
  write('planlint.yaml', 'library: [tinh]\n');
  for (const [i, province] of provinces.entries()) {
    const issue: Issue = { number: 30 + i, day: isoDay(2026, 1, 5 + (i % 20)) ?? '' };
    const name = `${String(i + 1).padStart(2, '0')}`;
    repository.parents.push(write(`tinh/${name}-ke-hoach.md`, parentText(province, issue)));
    const communes = unitsWithin(province);
    repository.children.push(
      Array.from({ length: children }, (_, j) => {
        const commune = communes[j % communes.length];
        if (commune === undefined) throw new Error(`no communes in ${province.name}`);
        return write(`xa-phuong/${name}/${String(j + 1).padStart(3, '0')}.md`, childText(commune, province, issue, j));
      }),
    );
  }
  return repository;
}

/** What is changed in a file to measure a run after a change: a sentence more, at the end of the first section. */
export function withSentence(text: string): string {
  return text
    .replace('\n### 2. Yêu cầu', '\nViệc thực hiện được lồng ghép với nhiệm vụ thường xuyên.\n\n### 2. Yêu cầu')
    .replace('\n**2. Yêu cầu**', '\nViệc thực hiện được lồng ghép với nhiệm vụ thường xuyên.\n\n**2. Yêu cầu**');
}

function parentText(province: Unit, issue: Issue): string {
  return ofProvince(sample(PARENT), province)
    .replace('34/KH-UBND', `${issue.number}/KH-UBND`)
    .replace('ngày 22 tháng 01 năm 2026', longDay(issue.day));
}

function childText(commune: Unit, province: Unit, issue: Issue, j: number): string {
  const parent = `Kế hoạch số ${issue.number}/KH-UBND ngày ${formatDay(issue.day)} của Ủy ban nhân dân ${province.kind} ${province.name}`;
  const text = sample(CHILD)
    .replace(/Kế hoạch số 34\/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Ninh Bình/u, '{parent}')
    .replace(
      'd) Phối hợp với phường Tây Hoa Lư, phường Đông Hoa Lư bảo đảm',
      'd) Phối hợp với các địa phương lân cận bảo đảm',
    )
    .replace('18/KH-UBND', `${18 + j}/KH-UBND`)
    .replace('ven sông Vân', 'khu trung tâm');
  const own = ofProvince(text, province)
    .replaceAll('PHƯỜNG HOA LƯ', `${commune.kind} ${commune.name}`.toUpperCase())
    .replaceAll('Hoa Lư', commune.name)
    .replaceAll('tổ dân phố', commune.kind === 'phường' ? 'tổ dân phố' : 'thôn')
    .replace(/(?<!\p{L})phường(?!\p{L})/gu, commune.kind)
    .replace('{parent}', parent);
  return planted(own, j);
}

/** Every tenth plan has a slip in the theme, every tenth lacks a section. */
function planted(text: string, j: number): string {
  if (j % 10 === 3) return text.replace('bứt phá tăng trưởng”', 'bút phá tăng trưởng”');
  if (j % 10 === 6) return text.replace(/### IV\. KHEN THƯỞNG.*?(?=### V)/su, '').replace('### V.', '### IV.');
  return text;
}

function ofProvince(text: string, { kind, name }: Unit): string {
  return text
    .replaceAll('NINH BÌNH', name.toUpperCase())
    .replaceAll('Ninh Bình', name)
    .replaceAll('TỈNH', kind.toUpperCase())
    .replace(/(?<!\p{L})tỉnh(?!\p{L})/gu, kind);
}

/** "ngày 22 tháng 01 năm 2026" of an ISO date. */
function longDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${month} năm ${year}`;
}

function sample(path: string): string {
  return readFileSync(resolve(SAMPLES, path), 'utf8').replace(/\r/gu, '');
}
