/** Mentions of administrative units (địa danh hành chính) in a plan, and the phrases that can only mean its own unit. */
import type { SourceDocument, Span } from '../source/document.js';
import { isClosing, ownPhraseAround, type PhrasePlace, wordsAfterName } from './own-phrases.js';
import type { OwnUnit, PlaceMention, Zones } from './plan.js';
import { unitMentions } from './unit-mentions.js';

/** Units named in the text with their kind ("phường An Hải"), in order. A name that no gazetteer holds counts from two syllables on. */
export function extractPlaces(
  document: SourceDocument,
  facts: { ownUnit: OwnUnit | null; zones: Zones },
): PlaceMention[] {
  const { text } = document;
  const closing = closingSpan(document, facts.zones.body);
  const hints = { ownName: facts.ownUnit?.name ?? null, afterName: wordsAfterName() };
  const places: PlaceMention[] = [];
  for (const block of document.blocks) {
    for (const { kind, name, span } of unitMentions(text, block, hints)) {
      const zone = zoneAt(facts.zones, span.start);
      const titled: PhrasePlace = zone === 'header' || inside(span, closing) ? 'title' : 'text';
      const ownPhrase = ownPhraseAround(text, span, titled);
      places.push({ span, unit: { kind, name }, ownPhrase, zone });
    }
  }
  return places;
}

/** The closing sentence ("Trên đây là Kế hoạch …"): the last paragraph of the body that begins so. */
export function closingSpan(document: SourceDocument, body: Span): Span | null {
  const closing = document.blocks.findLast(
    (block) =>
      block.start >= body.start && block.end <= body.end && isClosing(document.text.slice(block.start, block.end)),
  );
  return closing === undefined ? null : { start: closing.start, end: closing.end };
}

/** The zone in which a place of the text lies. */
function zoneAt(zones: Zones, offset: number): PlaceMention['zone'] {
  if (zones.annexes.some((annex) => offset >= annex.start && offset < annex.end)) return 'annex';
  if (offset < zones.header.end) return 'header';
  const recipients = zones.recipients?.start ?? Number.POSITIVE_INFINITY;
  const signature = zones.signature?.start ?? Number.POSITIVE_INFINITY;
  if (offset < Math.min(recipients, signature)) return 'body';
  // the two stand side by side on paper: whichever began last before the offset
  if (offset >= recipients && offset >= signature) return recipients > signature ? 'recipients' : 'signature';
  return offset >= recipients ? 'recipients' : 'signature';
}

function inside(span: Span, outer: Span | null): boolean {
  return outer !== null && span.start >= outer.start && span.end <= outer.end;
}
