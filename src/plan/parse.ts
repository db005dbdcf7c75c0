/** From source document to plan: one extractor per fact, each in its own file, called once and in the order in which they need each other. */
import type { SourceDocument } from '../source/document.js';
import { extractCitations } from './citations.js';
import { extractRecipients, extractSignature } from './closing.js';
import { extractDates } from './dates.js';
import { extractDeadlines } from './deadlines.js';
import { extractDuties } from './duties.js';
import { extractIdentity } from './identity.js';
import { extractOutline } from './outline.js';
import { findOwnUnit } from './own-unit.js';
import { extractPeriod } from './period.js';
import { extractPlaces } from './places.js';
import type { Plan } from './plan.js';
import { extractSupersessions } from './supersessions.js';
import { extractTargets } from './targets.js';
import { extractThemes } from './themes.js';
import { findHeading, findZones } from './zones.js';

/** Understands a document. Never throws: what is not there is null or empty. */
export function parsePlan(document: SourceDocument): Plan {
  const heading = findHeading(document);
  const zones = findZones(document, heading);
  const identity = extractIdentity(document, heading, zones.body);
  const ownUnit = findOwnUnit(document, { identity, zones });
  const outline = extractOutline(document, zones);
  const dates = extractDates(document);
  const period = extractPeriod(document, { identity, outline });
  const citations = extractCitations(document, { identity, zones, dates, ownUnit });
  const deadlines = extractDeadlines(document, { identity, ownUnit, zones, outline, dates, period });
  return {
    path: document.path,
    identity,
    ownUnit,
    zones,
    outline,
    dates,
    citations,
    supersessions: extractSupersessions(document, { identity, zones, citations }),
    themes: extractThemes(document, { ownUnit }),
    deadlines,
    targets: extractTargets(document, { zones, outline }),
    duties: extractDuties(document, { identity, ownUnit, zones, outline, deadlines }),
    period,
    recipients: extractRecipients(document, zones),
    signature: extractSignature(document, zones),
    places: extractPlaces(document, { ownUnit, zones }),
  };
}
