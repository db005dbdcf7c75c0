/** Flow text that remembers where each of its characters stood in the file. */

/** A growing piece of flow text with the raw range of every UTF-16 unit. */
export class FlowString {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** The last characters added; empty at the start. */
  last = '';
  /** Joined only when asked for: a line may be megabytes long, and joining at every letter would be quadratic. */
  private parts: string[] = [];

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  set text(text: string) {
    this.parts = [text];
    this.last = text.slice(-1);
  }

  /** Adds characters that all come from the raw range `[start, end)`. */
  push(characters: string, start: number, end: number): void {
    this.parts.push(characters);
    this.last = characters;
    for (let i = 0; i < characters.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  append(other: FlowString): void {
    if (other.starts.length === 0) return;
    this.parts.push(other.text);
    this.last = other.last;
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
    const { text } = this;
    const from = text.length - text.trimStart().length;
    const to = text.trimEnd().length;
    return from === 0 && to === text.length ? this : this.slice(from, Math.max(from, to));
  }
}
