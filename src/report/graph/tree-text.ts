/** The tree of who carries out whom, in the text of `planlint graph`. */
import { type Run, run } from '../layout.js';
import { shorten } from '../quote.js';
import type { GraphDocumentResult } from './result.js';
import { heading, type Sheet } from './sheet.js';
import { type Branch, branches } from './tree.js';
import { capital, DRAFT, fullName, HEADINGS, shortName } from './words.js';

const SUBJECT_LIMIT = 160;

/** Documents that others carry out, each with those that do. */
export function printTree(sheet: Sheet): void {
  const roots = branches(sheet.result);
  if (roots.length === 0) return;
  heading(sheet, HEADINGS.tree);
  for (const [i, root] of roots.entries()) {
    if (i > 0) sheet.page.blank();
    printBranch(sheet, root, null);
  }
}

/** Where a document stands in the tree: what is drawn before it and before what belongs to it; null for a root. */
interface Position {
  lead: string;
  below: string;
}

function printBranch(sheet: Sheet, { document, children, again }: Branch, at: Position | null): void {
  const { page, lang } = sheet;
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
      run(again ? seen : '', 'dim'),
    ];
    page.write(at.lead.length, runs, [run(at.lead, 'dim')]);
  }
  const below = at?.below ?? '  ';
  children.forEach((child, i) => {
    const last = i === children.length - 1;
    printBranch(sheet, child, {
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
