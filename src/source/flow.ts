/** Flow text that remembers where each of its characters stood in the file. */

/** A growing piece of flow text with the raw range of every UTF-16 unit. */
export class FlowString {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Adds characters that all come from the raw range `[start, end)`. */
  push(characters: string, start: number, end: number): void {
    this.text += characters;
    for (let i = 0; i < characters.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  append(other: FlowString): void {
    this.text += other.text;
    for (const start of other.starts) this.starts.push(start);
    for (const end of other.ends) this.ends.push(end);
  }

  /** The part `[from, to)` as a piece of its own. */
  slice(from: number, to: number): FlowString {
    const part = new FlowString();
    part.text = this.text.slice(from, to);
    for (let i = from; i < to; i++) {
      part.starts.push(this.starts[i] ?? 0);
      part.ends.push(this.ends[i] ?? 0);
    }
    return part;
  }

  /** Without spaces at both ends. */
  trim(): FlowString {
    const from = this.text.length - this.text.trimStart().length;
    const to = this.text.trimEnd().length;
    return from === 0 && to === this.text.length ? this : this.slice(from, Math.max(from, to));
  }
}
