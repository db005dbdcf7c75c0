/** Why a rule matters, cut to what one reads beside a finding: whole sentences, always at least one. */

const LONGEST = 320;

export function shortWhy(text: string): string {
  const sentences = text
    .trim()
    .replace(/\s+/gu, ' ')
    .split(/(?<=[.!?…])\s+(?=\p{Lu})/u);
  let short = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (short.length + sentence.length > LONGEST) break;
    short += ` ${sentence}`;
  }
  return short;
}
