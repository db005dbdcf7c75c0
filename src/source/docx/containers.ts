/** What stands in bodies, cells and tables: paragraphs, tables, rows, also inside content controls and marks of tracked changes. */
import { alternative, isTrackedIn, type ParagraphContext } from './paragraph.js';
import { attribute, child, elements, nameOf, number, type XmlElement } from './xml.js';

/** More columns or rows are a mistake of the program that wrote the file. */
const WIDEST_SPAN = 64;

export interface Cell {
  element: XmlElement;
  /** In the grid of the table, from 0. */
  column: number;
  /** Covered by the cell above. */
  merged: boolean;
}

/** The rows of a table with their cells; rows that tracked changes take away are left out. */
export function tableRows(table: XmlElement, context: ParagraphContext): Cell[][] {
  return [...through(table, 'tr', context)].flatMap((row) => {
    const properties = child(row, 'trPr');
    const marks = properties === null ? [] : [...elements(properties)];
    if (marks.some((mark) => isTrackedIn(nameOf(mark), context) === false)) return [];
    const cells: Cell[] = [];
    let column = Math.min(number(properties, 'gridBefore') ?? 0, WIDEST_SPAN);
    for (const cell of through(row, 'tc', context)) {
      const own = child(cell, 'tcPr');
      const merge = child(own, 'vMerge');
      cells.push({
        element: cell,
        column,
        merged: merge !== null && (attribute(merge, 'val') ?? 'continue') !== 'restart',
      });
      column += Math.min(Math.max(1, number(own, 'gridSpan') ?? 1), WIDEST_SPAN);
    }
    return [cells];
  });
}

/** Paragraphs and tables in a container, also those inside content controls and marks of tracked changes. */
export function* blockElements(parent: XmlElement, context: ParagraphContext): Generator<XmlElement> {
  for (const element of elements(parent)) {
    const name = nameOf(element);
    if (name === 'p' || name === 'tbl') yield element;
    else if (name === 'mc:AlternateContent') {
      const shown = alternative(element);
      if (shown !== null) yield* blockElements(shown, context);
    } else if (!name.endsWith('Pr') && isTrackedIn(name, context) !== false) yield* blockElements(element, context);
  }
}

/** Rows of a table or cells of a row, also those inside content controls and marks of tracked changes. */
function* through(parent: XmlElement, wanted: 'tr' | 'tc', context: ParagraphContext): Generator<XmlElement> {
  for (const element of elements(parent)) {
    const name = nameOf(element);
    if (name === wanted) yield element;
    else if (!name.endsWith('Pr') && name !== 'tblGrid' && name !== 'p' && isTrackedIn(name, context) !== false)
      yield* through(element, wanted, context);
  }
}
