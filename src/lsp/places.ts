/** Places of a document as the editor counts them: lines and characters from 0 on, in UTF-16 units, as the file has them. */
import { pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver/node';
import type { Location, Point, SourceDocument, Span } from '../source/document.js';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of a place; the beginning of the file for formats without lines. `mark`: the text has a byte order mark, which is a character there. */
export function rangeOf({ start, end }: Pick<Location, 'start' | 'end'>, mark = false): Range {
  if (start === null || end === null) return START;
  return { start: positionOf(start, mark), end: positionOf(end, mark) };
}

function positionOf({ line, column }: Point, mark: boolean): Position {
  return { line: line - 1, character: column - 1 + (mark && line === 1 ? 1 : 0) };
}

/** Whether the text that an editor sent has a byte order mark. */
export function hasMark(text: string): boolean {
  return text.startsWith('\ufeff');
}

/** Whether two ranges share a place; a range of no length touches what it stands at. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The range of a span of the flow text, in the text that was checked. */
export function rangeOfSpan({ locate }: SourceDocument, span: Span, mark: boolean): Range {
  return rangeOf(locate(span), mark);
}

/** The address of a file. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
