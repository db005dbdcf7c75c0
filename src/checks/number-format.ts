/**
 * Decimal point and decimal comma mixed in one document. Only numbers with a unit count, so that labels ("4.1."), versions, dates and the
 * numbers of documents are left alone; a dot before three digits stands between thousands.
 */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { findFigures } from '../plan/figures.js';
import type { Plan } from '../plan/plan.js';
import type { Span } from '../source/document.js';
import { type PrintedNumber, readNumber } from '../text/numbers.js';

export const numberFormat = defineCheck({
  name: 'number-format',
  options: z.strictObject({}),
  messages: {
    point: ['found', 'right', 'points', 'commas'],
    mostly: ['found', 'right', 'points', 'commas'],
  },
  *run({ document, plan }) {
    const { text } = document;
    const numbers = printedNumbers(text, plan);
    const points = numbers.filter(isPoint);
    const commas = numbers.filter(({ number }) => number.mark === ',');
    if (points.length === 0 || commas.length === 0) return;
    // where the point is the rule, one finding says it all
    const message = points.length <= commas.length ? 'point' : 'mostly';
    for (const { span, printed, number, rest } of message === 'point' ? points : points.slice(0, 1)) {
      const right = vietnamese(printed, number) + rest;
      const data = { found: printed + rest, right, points: points.length, commas: commas.length };
      yield { message, span, data, fix: { text: right, safe: false } };
    }
  },
});

/** A number with what follows it up to the end of its unit. */
interface Printed {
  span: Span;
  printed: string;
  number: PrintedNumber;
  rest: string;
}

/** Numbers with a unit: in the text, and in tables whose header tells the unit. */
function printedNumbers(text: string, { targets }: Plan): Printed[] {
  const figures = findFigures(text, { start: 0, end: text.length }).map(({ span }) => span);
  const known = new Set(figures.map(({ start }) => start));
  const inTables = targets.filter(
    ({ inTable, unit, valueSpan }) => inTable && unit !== null && !known.has(valueSpan.start),
  );
  return [...figures, ...inTables.map(({ valueSpan }) => valueSpan)]
    .sort((a, b) => a.start - b.start)
    .flatMap((span) => printedIn(text, span));
}

const NUMBER = /\d[\d.,]*(?<![.,])/gu;

/** The numbers of a figure: two of a range. */
function printedIn(text: string, figure: Span): Printed[] {
  const matches = [...text.slice(figure.start, figure.end).matchAll(NUMBER)];
  return matches.flatMap(({ 0: printed, index }, i) => {
    const number = readNumber(printed);
    const start = figure.start + index;
    const end = i === matches.length - 1 ? figure.end : start + printed.length;
    return number === null
      ? []
      : [{ span: { start, end }, printed, number, rest: text.slice(start + printed.length, end) }];
  });
}

/** A decimal point for certain: three digits after it could be thousands, unless a zero goes before. */
function isPoint({ printed, number }: Printed): boolean {
  return number.mark === '.' && (number.decimals !== 3 || number.grouping === ',' || printed.startsWith('0'));
}

/** The same number with the marks changed; no digit is touched. */
function vietnamese(printed: string, { grouping }: PrintedNumber): string {
  const point = printed.lastIndexOf('.');
  const whole = grouping === ',' ? printed.slice(0, point).replaceAll(',', '.') : printed.slice(0, point);
  return `${whole},${printed.slice(point + 1)}`;
}
