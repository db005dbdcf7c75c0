/**
 * Whether a word can be a Vietnamese syllable at all, by onset, rime and tone, without a dictionary.
 * Used as the quality gate for text layers and OCR: real plans score above 0.99, scrambled ones below 0.8.
 */

const ONSETS = [
  'ngh',
  'ng',
  'nh',
  'gh',
  'gi',
  'kh',
  'ph',
  'th',
  'tr',
  'ch',
  'qu',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'q',
  'r',
  's',
  't',
  'v',
  'x',
  '',
] as const;

const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uê uêch uênh uc ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/u),
);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:c|ch|p|t)$/u;

/** Whether one word (letters only, any case, NFC or NFD) is a possible Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const verdict = canBeSyllable(word);
  if (syllables.size < MOST_KEPT) syllables.set(word, verdict);
  return verdict;
}

/** Words judged before: plans use some thousands over and over. */
const syllables = new Map<string, boolean>();
const MOST_KEPT = 20_000;

function canBeSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const base = decomposed.replace(TONE, '').normalize('NFC');
  return ONSETS.some((onset) => base.startsWith(onset) && fits(onset, base.slice(onset.length), tones[0]));
}

function fits(onset: string, rime: string, tone: string | undefined): boolean {
  // "gì", "giêng", "gìn": the i of gi is the vowel too
  const known = RIMES.has(rime) || (onset === 'gi' && RIMES.has(`i${rime}`));
  if (!known) return false;
  if (STOPPED.test(rime) && tone !== '\u0301' && tone !== '\u0323') return false;
  const front = /^[eêiy]/u.test(rime);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  return true;
}
