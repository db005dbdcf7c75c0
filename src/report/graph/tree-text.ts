/** The tree of who carries out whom, in the text of `planlint graph`. */
import { type Run, run } from '../layout.js';
import { shorten } from '../quote.js';
import type { GraphDocumentResult } from './result.js';
import { heading, type Sheet } from './sheet.js';
import { capital, DRAFT, fullName, HEADINGS, shortName } from './words.js';

const SUBJECT_LIMIT = 160;

/** Documents that others carry out, each with those that do. */
export function printTree(sheet: Sheet): void {
  const { result } = sheet;
  const children = new Map<string, GraphDocumentResult[]>();
  for (const document of result.documents) {
    for (const parent of document.parents) children.set(parent, [...(children.get(parent) ?? []), document]);
  }
  const inCircle = new Set(result.cycles.flatMap(([first]) => first ?? []));
  const roots = result.documents.filter(
    ({ id, parents }) => children.has(id) && (parents.length === 0 || inCircle.has(id)),
  );
  if (roots.length === 0) return;
  heading(sheet, HEADINGS.tree);
  for (const own of children.values()) own.sort((a, b) => sortName(a).localeCompare(sortName(b), 'vi'));
  const printed = new Set<string>();
  for (const [i, root] of roots.entries()) {
    if (i > 0) sheet.page.blank();
    printBranch(sheet, root, children, printed, null);
  }
}

/** Higher levels first, then the units in the order of the Vietnamese alphabet. */
function sortName({ level, unit, path }: GraphDocumentResult): string {
  return `${level === 'commune' ? 1 : level === 'unit' ? 2 : 0} ${unit ?? ''} ${path}`;
}

/** Where a document stands in the tree: what is drawn before it and before what belongs to it; null for a root. */
interface Position {
  lead: string;
  below: string;
}

/** A document with those that carry it out; one with several parents stands under each, but is opened only once. */
function printBranch(
  sheet: Sheet,
  document: GraphDocumentResult,
  children: ReadonlyMap<string, GraphDocumentResult[]>,
  printed: Set<string>,
  at: Position | null,
): void {
  const { page, lang } = sheet;
  const again = printed.has(document.id);
  printed.add(document.id);
  const own = children.get(document.id) ?? [];
  if (at === null) {
    page.write(2, [run(fullName(document, lang), 'bold'), ...marks(sheet, document)]);
    if (document.identity.subject !== null) page.write(2, [run(shorten(document.identity.subject, SUBJECT_LIMIT))]);
    page.write(2, [run(document.path, 'dim')]);
    printAnswered(sheet, document);
  } else {
    const seen = { vi: ' (đã liệt kê ở trên)', en: ' (listed above)' }[lang];
    const ofUnit = document.level === 'commune' && document.unit !== null;
    const runs = [
      run(ofUnit ? `${capital(document.unit ?? '')}: ` : '', 'bold'),
      run(ofUnit ? shortName(document, lang) : fullName(document, lang)),
      ...marks(sheet, document),
      run(` · ${document.path}`, 'dim'),
      run(again && own.length > 0 ? seen : '', 'dim'),
    ];
    page.write(at.lead.length, runs, [run(at.lead, 'dim')]);
  }
  if (again) return;
  const below = at?.below ?? '  ';
  own.forEach((child, i) => {
    const last = i === own.length - 1;
    printBranch(sheet, child, children, printed, {
      lead: `${below}${last ? '└─ ' : '├─ '}`,
      below: `${below}${last ? '   ' : '│  '}`,
    });
  });
}

/** For a plan that asks communes for theirs: how many have answered. */
function printAnswered({ page, result, lang }: Sheet, { id }: GraphDocumentResult): void {
  const answers = result.answers.find(({ parent }) => parent === id);
  if (answers === undefined || answers.units.length === 0) return;
  const { units, issued, late } = answers.counts;
  const text = {
    vi: `Yêu cầu xã, phường ban hành kế hoạch: ${issued + late}/${units} đã ban hành`,
    en: `Asks communes for plans: ${issued + late} of ${units} issued`,
  };
  page.write(2, [run(text[lang], 'cyan')]);
}

function marks({ result, lang }: Sheet, document: GraphDocumentResult): Run[] {
  const gone = result.superseded.find(({ document: id, effect }) => id === document.id && effect !== 'amends');
  return [
    run(document.draft ? ` [${DRAFT[lang]}]` : '', 'yellow'),
    run(gone === undefined ? '' : { vi: ' [không còn hiệu lực]', en: ' [no longer in force]' }[lang], 'red'),
  ];
}
