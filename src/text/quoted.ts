/** Which parts of a text stand within quotation marks: “…”, «…», "…". One pass over the text. */
export function quotedParts(text: string): (at: number) => boolean {
  const parts: { start: number; end: number }[] = [];
  let curly: number | null = null;
  let straight: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/[“”«»"]/gu)) {
    if (mark === '"') {
      if (straight !== null) parts.push({ start: straight, end: index });
      straight = straight === null ? index : null;
    } else if (mark === '“' || mark === '«') curly ??= index;
    else if (curly !== null) {
      parts.push({ start: curly, end: index });
      curly = null;
    }
  }
  // words after the last opening mark may go on in the next line
  if (curly !== null) parts.push({ start: curly, end: text.length });
  parts.sort((a, b) => a.start - b.start);
  return (at) => holds(parts, at);
}

/** Binary search for the last part that begins before an offset; of parts that overlap the one before may hold it too. */
function holds(parts: readonly { start: number; end: number }[], at: number): boolean {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return [parts[low - 1], parts[low - 2]].some((part) => part !== undefined && part.start <= at && at < part.end);
}
