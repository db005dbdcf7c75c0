/**
 * The drawing operators of a page, followed as a renderer would, without drawing: where each character, ruling line and picture comes to stand.
 * The library's own text extraction is not used: it guesses spaces, loses the order of letters where fonts change inside a word, and
 * does not tell bold, hidden text, lines or pictures.
 */
import { apply, asMatrix, IDENTITY, isNumber, type Matrix, multiply } from './matrix.js';
import type { Box, PageContent } from './page.js';
import { pathsOf } from './paths.js';

/** Operators of a page as the library gives them: numbers of operators, and the arguments of each. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What is needed of a font. */
export interface Font {
  name: string;
  bold: boolean;
  vertical: boolean;
  /** Width of glyph space in text space: 0.001 but for Type 3 fonts. */
  scale: number;
}

export interface Surroundings {
  /** Numbers of the operators by name. */
  ops: Readonly<Record<string, number>>;
  fontOf(id: string): Font;
  /** From the page's own space to points from its top left corner, as one sees it. */
  view: Matrix;
  width: number;
  height: number;
}

interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 for none. */
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

const NO_FONT: Font = { name: '', bold: false, vertical: false, scale: 0.001 };
/** Rendering modes that draw nothing. */
const HIDDEN_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Fill and stroke: how some programs make letters bold. */
const FILL_AND_STROKE = 2;
/** What comes where a font does not say which letter it draws. */
const NO_LETTER = /[\u0000-\u001f\u007f-\u009f]/gu;
/** A picture of fewer points across is an ornament. */
const LEAST_PICTURE = 12;

/** Follows the operators. Text that does not stand upright is left out, unless most of the page does so: then the page is turned. */
export function readOperators(list: OperatorList, around: Surroundings): PageContent {
  const upright = new Reader(around);
  upright.follow(list);
  const turn = upright.turned();
  if (turn === null) return upright.content;
  const turned = new Reader({ ...around, ...turnedView(around, turn) });
  turned.follow(list);
  return turned.content;
}

function turnedView({ view, width, height }: Surroundings, turn: 'up' | 'down'): Partial<Surroundings> {
  const matrix: Matrix = turn === 'up' ? [0, 1, -1, 0, height, 0] : [0, -1, 1, 0, 0, width];
  return { view: multiply(matrix, view), width: height, height: width };
}

class Reader {
  readonly content: PageContent;
  private readonly around: Surroundings;
  private readonly names: Map<number, string>;
  private readonly directions = { upright: 0, up: 0, down: 0, other: 0 };
  private readonly initial: State;
  private state: State;
  /** What stood on the page before the annotation that is being drawn. */
  private annotation: PageContent | null = null;
  private stack: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private order = 0;
  /** The coordinate system was changed and nothing drawn in it so far: what a picture that was left out leaves behind. */
  private untouched = false;

  constructor(around: Surroundings) {
    this.around = around;
    this.names = new Map(Object.entries(around.ops).map(([name, number]) => [number, name]));
    this.content = {
      width: around.width,
      height: around.height,
      glyphs: [],
      hidden: [],
      rulings: [],
      images: [],
      shapes: 0,
      cut: false,
    };
    this.initial = {
      matrix: around.view,
      font: NO_FONT,
      size: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
    this.state = { ...this.initial };
  }

  follow({ fnArray, argsArray }: OperatorList): void {
    for (const [i, fn] of fnArray.entries()) {
      const args = argsArray[i];
      this.step(this.names.get(fn) ?? '', Array.isArray(args) ? args : []);
    }
  }

  /** Which way most of the text is turned; null if it stands upright. */
  turned(): 'up' | 'down' | null {
    const { upright, up, down } = this.directions;
    if (up > upright && up >= down) return 'up';
    return down > upright ? 'down' : null;
  }

  private step(name: string, args: readonly unknown[]): void {
    const { state } = this;
    const [first, second] = args;
    const number = isNumber(first) ? first : 0;
    switch (name) {
      case 'save':
        this.stack.push({ ...state });
        break;
      case 'restore':
        this.restore();
        break;
      case 'transform':
        this.transform(asMatrix(args));
        break;
      case 'paintFormXObjectBegin':
        this.stack.push({ ...state });
        this.transform(asMatrix(first));
        this.untouched = false;
        break;
      case 'paintFormXObjectEnd':
        this.untouched = false;
        this.restore();
        break;
      case 'beginAnnotation':
        this.beginAnnotation(args);
        break;
      case 'endAnnotation':
        this.endAnnotation();
        break;
      case 'beginText':
        this.text = this.line = IDENTITY;
        this.content.cut = true;
        break;
      case 'endText':
        this.content.cut = false;
        break;
      case 'setFont':
        state.font = typeof first === 'string' ? this.around.fontOf(first) : NO_FONT;
        state.size = isNumber(second) ? second : 0;
        break;
      case 'setCharSpacing':
        state.characterSpacing = number;
        break;
      case 'setWordSpacing':
        state.wordSpacing = number;
        break;
      case 'setHScale':
        state.stretch = number / 100;
        break;
      case 'setLeading':
        state.leading = -number;
        break;
      case 'setTextRise':
        state.rise = number;
        break;
      case 'setTextRenderingMode':
        state.mode = number;
        break;
      case 'setTextMatrix':
        this.text = this.line = asMatrix(first) ?? asMatrix(args) ?? IDENTITY;
        break;
      case 'moveText':
        this.moveText(number, isNumber(second) ? second : 0);
        break;
      case 'setLeadingMoveText':
        state.leading = isNumber(second) ? second : 0;
        this.moveText(number, state.leading);
        break;
      case 'nextLine':
        this.moveText(0, state.leading);
        break;
      case 'showText':
        if (Array.isArray(first)) this.show(first);
        break;
      case 'constructPath':
        this.path(number, args);
        break;
      default:
        if (/^paint.*Image/u.test(name)) this.picture();
    }
  }

  /** Annotations are drawn over the page, from its own coordinate system. */
  private beginAnnotation([, , place, matrix]: readonly unknown[]): void {
    this.stack.push({ ...this.state });
    this.state = { ...this.initial };
    this.transform(asMatrix(place));
    this.transform(asMatrix(matrix));
    this.untouched = false;
    const { glyphs, hidden, rulings, images, shapes } = this.content;
    this.annotation = {
      ...this.content,
      glyphs: [...glyphs],
      hidden: [...hidden],
      rulings: [...rulings],
      images: [...images],
      shapes,
    };
  }

  /**
   * Stamps of signatures ("Ký bởi: …"), comments and form fields are no text of the document; but clerks put number and date
   * on a signed document as signatures that show figures only.
   */
  private endAnnotation(): void {
    this.untouched = false;
    const before = this.annotation;
    this.annotation = null;
    this.restore();
    if (before === null) return;
    const added = this.content.glyphs.slice(before.glyphs.length);
    const figures = /^[\d\s./-]{1,20}$/u.test(added.map(({ text }) => text).join(''));
    Object.assign(this.content, before, figures && { glyphs: this.content.glyphs });
  }

  private restore(): void {
    // pictures are not decoded (see open.ts), and of one that was left out only its coordinate system is there
    if (this.untouched) this.picture();
    this.state = this.stack.pop() ?? this.state;
    this.untouched = false;
  }

  private transform(matrix: Matrix | null): void {
    if (matrix === null) return;
    this.state.matrix = multiply(this.state.matrix, matrix);
    this.untouched = true;
  }

  private moveText(x: number, y: number): void {
    this.text = this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  /** A picture fills the unit square of its coordinate system. */
  private picture(): void {
    this.untouched = false;
    const box = boxOf([
      apply(this.state.matrix, 0, 0),
      apply(this.state.matrix, 1, 0),
      apply(this.state.matrix, 0, 1),
      apply(this.state.matrix, 1, 1),
    ]);
    if (box.right - box.left >= LEAST_PICTURE && box.bottom - box.top >= LEAST_PICTURE) this.content.images.push(box);
  }

  private path(paint: number, args: readonly unknown[]): void {
    this.untouched = false;
    const { ops } = this.around;
    if (paint === ops.endPath) return;
    const stroked = paint !== ops.fill && paint !== ops.eoFill;
    const { rulings, shapes } = pathsOf(args[1], this.state.matrix, stroked);
    this.content.rulings.push(...rulings);
    this.content.shapes += shapes;
  }

  private show(glyphs: readonly unknown[]): void {
    this.untouched = false;
    const { state } = this;
    const { size, stretch, font } = state;
    for (const glyph of glyphs) {
      if (isNumber(glyph)) {
        this.advance((-glyph / 1000) * size * stretch);
        continue;
      }
      const { unicode, width, isSpace } = readGlyph(glyph);
      const advance = width * font.scale * size + state.characterSpacing + (isSpace ? state.wordSpacing : 0);
      this.place(unicode, width * font.scale);
      this.advance(advance * stretch);
    }
  }

  private advance(distance: number): void {
    this.text = multiply(this.text, this.state.font.vertical ? [1, 0, 0, 1, 0, -distance] : [1, 0, 0, 1, distance, 0]);
  }

  /** One character at the current place; `width` in units of the font size. */
  private place(text: string, width: number): void {
    if (text === '') return;
    const { state, content } = this;
    const { size, stretch, rise } = state;
    const [a, b, c, d, x, y] = multiply(multiply(state.matrix, this.text), [size * stretch, 0, 0, size, 0, rise]);
    const space = /^\s+$/u.test(text);
    if (!space) {
      this.order++;
      this.directions[directionOf(a, b)]++;
    }
    if (directionOf(a, b) !== 'upright' || state.font.vertical) {
      if (!space) content.shapes++;
      return;
    }
    const across = a * width;
    if (x > content.width || x + across < 0 || y < 0 || y > content.height + size) return;
    const hidden = HIDDEN_MODES.has(state.mode);
    (hidden ? content.hidden : content.glyphs).push({
      text: space ? ' ' : text.replace(NO_LETTER, '\ufffd'),
      x,
      y,
      width: across,
      size: Math.hypot(c, d),
      bold: state.font.bold || state.mode === FILL_AND_STROKE,
      font: state.font.name,
      order: this.order,
    });
  }
}

/** The way in which a line of text runs. */
function directionOf(a: number, b: number): 'upright' | 'up' | 'down' | 'other' {
  if (Math.abs(b) <= 0.05 * a) return 'upright';
  if (Math.abs(a) <= 0.05 * Math.abs(b)) return b < 0 ? 'up' : 'down';
  return 'other';
}

function readGlyph(glyph: unknown): { unicode: string; width: number; isSpace: boolean } {
  if (typeof glyph !== 'object' || glyph === null) return { unicode: '', width: 0, isSpace: false };
  const unicode = 'unicode' in glyph && typeof glyph.unicode === 'string' ? glyph.unicode : '';
  const width = 'width' in glyph && isNumber(glyph.width) ? glyph.width : 0;
  return { unicode, width, isSpace: 'isSpace' in glyph && glyph.isSpace === true };
}

function boxOf(points: readonly { x: number; y: number }[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
