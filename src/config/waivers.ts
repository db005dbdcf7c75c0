/** The waivers of the configuration: for files of every format, and for what no comment can stand beside. */
import { relative } from 'node:path';
import picomatch from 'picomatch';
import type { Rule } from '../engine/load.js';
import { sectionsAt } from '../engine/section-at.js';
import { readDay } from '../engine/waiver-comment.js';
import { type ConfiguredWaiver, faultOfName, type Waiver } from '../engine/waivers.js';
import { type Bilingual, PlanlintError } from '../errors.js';
import { sectionKindName, sectionKindNames } from '../plan/section-kinds.js';
import { compareKey } from '../text/normal.js';
import { nearest } from '../text/similarity.js';
import type { LoadedConfig } from './load.js';
import type { Config } from './schema.js';

type Entry = Config['waivers'][number];

/** The waivers of a configuration, one for each rule named. Throws `PlanlintError` for an unknown rule, naming the nearest, and for what cannot be. */
export function waiversOf(config: LoadedConfig, rules: readonly Rule[]): ConfiguredWaiver[] {
  const ids = rules.map(({ id }) => id);
  return config.waivers.flatMap((entry, i) => {
    const keys = ['waivers', i];
    const fail = (key: string, text: Bilingual): PlanlintError => wrong(config.at([...keys, key]), text);
    const names = [entry.rule].flat();
    for (const name of names) requireRule(name, ids, fail);
    if (entry.file === undefined && entry.quote === undefined && entry.section === undefined)
      throw tooWide(config.at(keys));
    const until = entry.until === undefined ? null : requireDay(entry.until, fail);
    const covers = coverage(entry, fail);
    const concerns = filter(entry.file, config.folder);
    const at = config.place(keys);
    const where = { path: config.file ?? '', line: at.line };
    return names.map((rule) => ({
      rule,
      reason: entry.reason.trim(),
      until,
      where,
      at,
      file: entry.file ?? null,
      concerns,
      covers,
    }));
  });
}

function requireRule(
  name: string,
  ids: readonly string[],
  fail: (key: string, text: Bilingual) => PlanlintError,
): void {
  const fault = faultOfName(name, ids);
  if (fault === null) return;
  if (fault.fault === 'own-rule') {
    throw fail('rule', {
      vi: `"${name}" là quy tắc về chính các miễn trừ nên không miễn trừ được; muốn tắt thì ghi ở mục rules`,
      en: `"${name}" is a rule on waivers and cannot be waived; switch it off under rules`,
    });
  }
  throw fail('rule', {
    vi: `không có quy tắc "${name}"${fault.near === null ? '' : `; có phải "${fault.near}"?`}`,
    en: `there is no rule "${name}"${fault.near === null ? '' : `; did you mean "${fault.near}"?`}`,
  });
}

function requireDay(text: string, fail: (key: string, text: Bilingual) => PlanlintError): string {
  const day = readDay(text);
  if (day !== null) return day;
  throw fail('until', {
    vi: `"${text}" không phải là ngày có thật; ghi như 2026-06-30 hoặc 30/6/2026`,
    en: `"${text}" is no real date; write it as 2026-06-30 or 30/6/2026`,
  });
}

/** Whether a finding stands in the section and has the words that the entry names. */
function coverage({ quote, section }: Entry, fail: (key: string, text: Bilingual) => PlanlintError): Waiver['covers'] {
  const words = quote === undefined ? null : compareKey(quote);
  const isIn = section === undefined ? null : inSection(section, fail);
  return (finding, plan) =>
    (words === null || compareKey(finding.quote).includes(words)) &&
    (isIn === null ||
      isIn(
        finding.section,
        sectionsAt(plan.outline, finding.span.start).flatMap(({ kinds }) => kinds),
      ));
}

/** A section by its kind ("reward", "Khen thưởng"), or by its path with all that is below it ("IV.1"). */
function inSection(
  section: string,
  fail: (key: string, text: Bilingual) => PlanlintError,
): (path: string | null, kinds: readonly string[]) => boolean {
  const kinds = sectionKindNames();
  const meant = kinds.find((kind) => section === kind || compareKey(section) === compareKey(sectionKindName(kind).vi));
  if (meant !== undefined) return (_, around) => around.includes(meant);
  if (/^\p{Ll}{3,}/u.test(section)) {
    const near = nearest(section, kinds) ?? kinds.join(', ');
    throw fail('section', {
      vi: `không có loại mục "${section}"; có phải "${near}"? Số mục thì ghi như "IV.1"`,
      en: `there is no kind of section "${section}"; did you mean "${near}"? A number is written as "IV.1"`,
    });
  }
  const path = section.replace(/[.)\s]+$/u, '');
  return (own) => own === path || own?.startsWith(`${path}.`) === true;
}

/** Whether a file, given by its absolute path, is meant. */
function filter(glob: string | undefined, folder: string): ConfiguredWaiver['concerns'] {
  if (glob === undefined) return () => true;
  const wanted = glob.normalize('NFC').replace(/^\.\//u, '');
  // brackets and signs are letters of a name as well
  const fits = picomatch(wanted, { nocase: true, noextglob: true });
  return (file) => {
    const path = relative(folder, file).replaceAll('\\', '/').normalize('NFC');
    return path === wanted || fits(path);
  };
}

function tooWide(place: string): PlanlintError {
  return wrong(place, {
    vi: 'miễn trừ phải ghi ít nhất một trong file, quote, section; muốn tắt hẳn quy tắc thì dùng mục rules',
    en: 'a waiver needs at least one of file, quote and section; to switch a rule off altogether use rules',
  });
}

function wrong(place: string, text: Bilingual): PlanlintError {
  return new PlanlintError(
    'config-invalid',
    { vi: `${place}: ${text.vi}`, en: `${place}: ${text.en}` },
    { vi: 'Sửa tệp cấu hình rồi chạy lại.', en: 'Correct the configuration and run again.' },
  );
}
