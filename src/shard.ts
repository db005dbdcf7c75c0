/** Part of a run (`--shard 2/5`), so that several machines share the documents. */

/** The part that is meant, counted from 1, and how many there are. */
export interface ShardOf {
  index: number;
  count: number;
}

/**
 * Indices of the documents of a part, in their order. Dealt out by the order of the paths, so that it is the same on every machine,
 * and the large plans of one folder are spread.
 */
export function partOf(documents: readonly { path: string }[], { index, count }: ShardOf): number[] {
  return documents
    .map(({ path }, i) => ({ key: path.normalize('NFC'), i }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .filter((_, rank) => rank % count === index - 1)
    .map(({ i }) => i)
    .sort((a, b) => a - b);
}
