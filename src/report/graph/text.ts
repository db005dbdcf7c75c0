/** The citation graph for people at a terminal: a tree of who carries out whom, then what has to be seen to. */
import type { Bilingual, Language } from '../../errors.js';
import { Page, run } from '../layout.js';
import { fullPlace } from '../place.js';
import { shorten } from '../quote.js';
import { WORDS } from '../words.js';
import { printAnswers } from './answers-text.js';
import type { AbsentResult, GraphResult } from './result.js';
import { describe, heading, nameOf, pathOf, type Sheet } from './sheet.js';
import { printTree } from './tree-text.js';
import { day, EFFECT, fullName, HEADINGS, indexOf, OUTDATED, shortName, TITLE } from './words.js';

export interface GraphTextOptions {
  width: number;
  colour: boolean;
}

const SUBJECT_LIMIT = 160;
const MOST_BASES = 15;
const NAMED = 6;

export function graphText(result: GraphResult, { width, colour }: GraphTextOptions): string {
  const sheet: Sheet = { page: new Page(width, colour), result, nodes: indexOf(result), lang: result.language };
  printHead(sheet);
  printTree(sheet);
  printAnswers(sheet);
  printSuperseded(sheet);
  printCycles(sheet);
  printAbsentParents(sheet);
  printBases(sheet);
  printAmbiguous(sheet);
  printCopies(sheet);
  printAlone(sheet);
  printProblems(sheet);
  printSummary(sheet);
  return sheet.page.text();
}

function printHead({ page, result, lang }: Sheet): void {
  const { documents, carriedOut } = result.summary;
  page.write(0, [run(TITLE[lang].toUpperCase(), 'bold')]);
  const text = {
    vi: `${documents} văn bản, ${carriedOut} quan hệ “thực hiện”, tính đến ngày ${day(result.today)}.`,
    en: `${documents} documents, ${carriedOut} relations of carrying out, as of ${day(result.today)}.`,
  };
  page.write(0, [run(text[lang])]);
}

function printSuperseded(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  if (result.superseded.length === 0) return;
  heading(sheet, HEADINGS.superseded, result.superseded.length);
  for (const { effect, document, by, saidBy, location, children } of result.superseded) {
    const place = { path: pathOf(sheet, saidBy), location };
    page.write(
      4,
      [
        run(nameOf(sheet, document), 'bold'),
        run(` ${EFFECT[effect][lang]} `, effect === 'amends' ? 'yellow' : 'red'),
        run(nameOf(sheet, by)),
        run(` · ${fullPlace(place.path, place.location, WORDS[lang])}`, 'dim'),
      ],
      [run('  - ', 'dim')],
    );
    for (const child of children) {
      const style = effect !== 'amends' && child.issued === 'after' ? 'red' : 'yellow';
      page.write(
        8,
        [run(describe(sheet, child.document)), run(`: ${OUTDATED[child.issued][lang]}`, style)],
        [run('      ! ', style)],
      );
    }
  }
}

function printCycles(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  if (result.cycles.length === 0) return;
  heading(sheet, HEADINGS.cycles, result.cycles.length);
  for (const cycle of result.cycles) {
    const names = [...cycle, ...cycle.slice(0, 1)].map((id) => pathOf(sheet, id));
    page.write(4, [run(names.join(' → '))], [run('  ✗ ', 'red')]);
  }
  const advice = {
    vi: 'Các văn bản này thực hiện lẫn nhau: ít nhất một viện dẫn sai số, ngày hoặc sai văn bản.',
    en: 'These documents carry out one another: at least one citation has a wrong number or date, or means another document.',
  };
  page.write(4, [run(advice[lang], 'dim')]);
}

function printAbsentParents(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  const parents = result.absent.filter(({ kind }) => kind === 'parent');
  if (parents.length === 0) return;
  heading(sheet, HEADINGS.parents, parents.length);
  for (const absent of parents) {
    page.write(
      4,
      [run(fullName(absent, lang), 'bold'), run(` · ${citedTimes(absent, lang)}`, 'dim')],
      [run('  ✗ ', 'red')],
    );
    const carrying = absent.citedBy.filter(({ carriesOut }) => carriesOut);
    for (const { document, location } of carrying.slice(0, NAMED)) {
      page.write(
        8,
        [run(describe(sheet, document)), run(`, ${fullPlace(null, location, WORDS[lang])}`, 'dim')],
        [run('      ← ', 'dim')],
      );
    }
    printRest(page, carrying.length - NAMED, lang);
  }
}

function printBases(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  const bases = result.absent.filter(({ kind }) => kind === 'basis');
  const mentions = result.absent.length - bases.length - result.summary.absentParents;
  if (bases.length + mentions === 0) return;
  heading(sheet, HEADINGS.bases, bases.length);
  for (const absent of bases.slice(0, MOST_BASES)) {
    page.write(
      4,
      [run(shorten(fullName(absent, lang), SUBJECT_LIMIT)), run(` · ${citedTimes(absent, lang)}`, 'dim')],
      [run('  - ', 'dim')],
    );
  }
  printRest(page, bases.length - MOST_BASES, lang);
  const others = {
    vi: `Ngoài ra có ${mentions} văn bản khác được nhắc tới mà không có trong kho (xem --format json).`,
    en: `Besides, ${mentions} other documents are mentioned and absent (see --format json).`,
  };
  if (mentions > 0) page.write(4, [run(others[lang], 'dim')]);
}

function printAmbiguous(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  if (result.ambiguous.length === 0) return;
  heading(sheet, HEADINGS.ambiguous, result.ambiguous.length);
  for (const { by, quote, location, candidates } of result.ambiguous) {
    page.write(
      4,
      [
        run(`“${shorten(quote, SUBJECT_LIMIT)}”`),
        run(` · ${fullPlace(pathOf(sheet, by), location, WORDS[lang])}`, 'dim'),
      ],
      [run('  ? ', 'yellow')],
    );
    page.write(8, [run(candidates.map((id) => pathOf(sheet, id)).join(', '))], [run('      = ', 'dim')]);
  }
}

function printCopies(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  const several = result.documents.filter(({ copies }) => copies.length > 0);
  if (several.length === 0) return;
  heading(sheet, HEADINGS.copies, several.length);
  for (const document of several) {
    page.write(
      4,
      [run(shortName(document, lang)), run(`: ${[document.path, ...document.copies].join(', ')}`)],
      [run('  - ', 'dim')],
    );
  }
}

/** Neither carries out anything, present or absent, nor is it named by anybody. */
function printAlone(sheet: Sheet): void {
  const { page, result } = sheet;
  const tied = new Set([
    ...result.relations.flatMap(({ from, to }) => [from, to]),
    ...result.absent.flatMap(({ kind, citedBy }) => (kind === 'parent' ? citedBy.map(({ document }) => document) : [])),
    ...result.ambiguous.map(({ by }) => by),
  ]);
  const alone = result.documents.filter(({ id }) => !tied.has(id));
  if (alone.length === 0) return;
  heading(sheet, HEADINGS.alone, alone.length);
  for (const { id } of alone) page.write(4, [run(describe(sheet, id))], [run('  - ', 'dim')]);
}

function printProblems(sheet: Sheet): void {
  const { page, result } = sheet;
  if (result.problems.length === 0) return;
  heading(sheet, HEADINGS.problems, result.problems.length);
  for (const { message, next } of result.problems)
    page.write(4, [run(`${message}.`.replace(/\.\.$/u, '.'), 'red'), run(` ${next}`)], [run('  ✗ ', 'red')]);
}

function printSummary(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  const { absentParents, cycles, outdated, unanswered, overdue, failed } = result.summary;
  heading(sheet, HEADINGS.summary);
  const lines: [number, Bilingual][] = [
    [
      unanswered,
      {
        vi: `${unanswered} kế hoạch của xã, phường chưa có trong kho${overdue > 0 ? `, trong đó ${overdue} đã quá hạn` : ''}`,
        en: `${unanswered} plans of communes are not there${overdue > 0 ? `, ${overdue} of them overdue` : ''}`,
      },
    ],
    [
      outdated,
      {
        vi: `${outdated} văn bản thực hiện văn bản đã bị thay thế hoặc bãi bỏ`,
        en: `${outdated} documents carry out one that was replaced or revoked`,
      },
    ],
    [cycles, { vi: `${cycles} vòng viện dẫn`, en: `${cycles} circles of citations` }],
    [
      absentParents,
      {
        vi: `${absentParents} văn bản cấp trên được viện dẫn không có trong kho`,
        en: `${absentParents} parents that are cited are absent`,
      },
    ],
    [failed, { vi: `${failed} tệp không đọc được`, en: `${failed} files could not be read` }],
  ];
  const open = lines.filter(([count]) => count > 0);
  for (const [, words] of open) page.write(4, [run(`${words[lang]}.`)], [run('  - ', 'dim')]);
  const nothing = { vi: 'Không có gì cần xử lý.', en: 'Nothing to see to.' };
  if (open.length === 0) page.write(2, [run(nothing[lang], 'green')]);
}

function citedTimes({ documents, times }: AbsentResult, lang: Language): string {
  const inTimes = times === documents ? '' : { vi: `, ${times} lần`, en: `, ${times} times` }[lang];
  return { vi: `${documents} văn bản viện dẫn${inTimes}`, en: `cited by ${documents}${inTimes}` }[lang];
}

function printRest(page: Page, count: number, lang: Language): void {
  if (count <= 0) return;
  page.write(8, [run({ vi: `… và ${count} văn bản khác`, en: `… and ${count} more` }[lang], 'dim')]);
}
