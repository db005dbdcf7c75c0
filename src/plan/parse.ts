/** From source document to plan: one extractor per fact, each in its own file, called once and in the order in which they need each other. */
import type { SourceDocument } from '../source/document.js';
import type { Plan } from './plan.js';

/** Understands a document. Never throws: what is not there is null or empty. */
export function parsePlan(document: SourceDocument): Plan {
  const header = { start: 0, end: 0 };
  return {
    path: document.path,
    identity: {
      type: null,
      number: null,
      symbol: null,
      code: null,
      issuer: null,
      place: null,
      date: null,
      dateParts: { day: null, month: null, year: null },
      subject: null,
      blanks: [],
      spans: { type: null, number: null, issuer: null, place: null, date: null, subject: null },
    },
    ownUnit: null,
    zones: { header, body: { start: 0, end: document.text.length }, recipients: null, signature: null, annexes: [] },
    outline: [],
    dates: [],
    citations: [],
    themes: [],
    deadlines: [],
    period: null,
    recipients: [],
    signature: null,
    places: [],
  };
}
