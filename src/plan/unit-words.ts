/** How the words around it speak of an administrative unit: as acting today, as a place, as history. Words: rules/data/unit-words.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { once } from '../data/once.js';
import { wordsKey } from '../text/normal.js';
import { clauseStories } from './own-phrases.js';

const words = z.array(z.string());
const schema = z.strictObject({
  actors: words,
  places: words,
  between: words,
  history: words,
  ordinary: words,
  firstHalf: words,
  things: words,
  namedThings: words,
  addresses: words,
  namedAddresses: words,
  notNamed: words,
  notNames: words,
  surnames: words,
});

interface UnitWords {
  actors: string[];
  places: string[];
  between: string[];
  history: string[];
  ordinary: string[];
  firstHalf: string[];
  things: string[];
  addresses: string[];
  /** A word before a name or a number: "cầu Rào", "số 12". */
  namedThing: RegExp;
  namedAddress: RegExp;
  notNames: ReadonlySet<string>;
  surnames: ReadonlySet<string>;
}

/** "thôn Đông, ", "bản Hua Mức 2, ", "tổ dân phố số 3 - ": a smaller place right before a unit. */
const SMALLER_PLACE =
  /(?<!\p{L})(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Bb]uôn|[Ll]àng|[Xx]óm|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Tt]ổ|[Đđ]ảo)\s(?:số\s)?[\p{Lu}\d][^,;.:]{0,40}[,-]\s?$/u;
/** Years that lie before the reform wholly. */
const PAST_YEAR = /(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!\d)/u;

/** What the words right before a unit make of it: a body that acts, a place; null if neither is said. */
export function presenceBefore(before: string): 'actor' | 'place' | null {
  const { actors, places, between } = unitWords();
  let key = ` ${wordsKey(before)} `;
  for (const word of between) if (key.endsWith(word)) key = key.slice(0, 1 - word.length);
  if (actors.some((word) => key.endsWith(word))) return 'actor';
  return places.some((word) => key.endsWith(word)) || SMALLER_PLACE.test(before) ? 'place' : null;
}

/** Whether a text tells of how units were before: "sáp nhập", "cũ", "trước sắp xếp"; not "thu nhập". */
export function tellsHistory(text: string): boolean {
  const { history, ordinary } = unitWords();
  let key = ` ${wordsKey(text)} `;
  for (const word of ordinary) key = key.replaceAll(word, ' ');
  return has(key, history) || clauseStories(key).history;
}

/** Whether a clause names a time before 1 July 2025. */
export function tellsPastTime(clause: string): boolean {
  return PAST_YEAR.test(clause) || has(` ${wordsKey(clause)} `, unitWords().firstHalf);
}

/** Whether the clause before a unit names a thing that may bear the unit's name: a project, a school, a bridge. */
export function namesThing(before: string): boolean {
  return has(` ${wordsKey(before)} `, unitWords().things) || unitWords().namedThing.test(before);
}

/** Whether the clause before a unit is an address, or tells where a person comes from. */
export function isAddress(before: string): boolean {
  return has(` ${wordsKey(before)} `, unitWords().addresses) || unitWords().namedAddress.test(before);
}

/** Whether a name that is in no table may be of a body, a person or a notion: "Ủy viên", "Nguyễn Thị Hoa". */
export function mayBeNoUnit(name: string): boolean {
  const [first = '', ...rest] = wordsKey(name).split(' ');
  const { notNames, surnames } = unitWords();
  return notNames.has(first) || (rest.length >= 2 && surnames.has(first));
}

function has(key: string, list: readonly string[]): boolean {
  return list.some((word) => key.includes(word));
}

/** Words as alternatives of a pattern, with a capital at the beginning of a sentence too. */
function anyCase(list: readonly string[]): string {
  return list.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`).join('|');
}

const unitWords = once((): UnitWords => {
  const data = loadData('unit-words.yaml', schema);
  const keys = (list: readonly string[]) => list.map((word) => ` ${wordsKey(word)} `);
  const notAfter = `(?<!\\p{L}|(?<!\\p{L})(?:${anyCase(data.notNamed)})\\s)`;
  const named = (list: readonly string[]) => new RegExp(`${notAfter}(?:${anyCase(list)})\\s[\\p{Lu}\\d]`, 'u');
  return {
    actors: keys(data.actors),
    places: keys(data.places),
    between: keys(data.between),
    history: keys(data.history),
    ordinary: keys(data.ordinary),
    firstHalf: keys(data.firstHalf),
    things: keys(data.things),
    addresses: keys(data.addresses),
    namedThing: named(data.namedThings),
    namedAddress: named(data.namedAddresses),
    notNames: new Set(data.notNames.map(wordsKey)),
    surnames: new Set(data.surnames.map(wordsKey)),
  };
});
