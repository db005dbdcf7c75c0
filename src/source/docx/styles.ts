/** Styles of a .docx file: what a paragraph or run inherits, as far as it changes how its text is read. */
import { halfPoints } from './measures.js';
import { attribute, child, children, toggle, value, wholeNumber, type XmlElement } from './xml.js';

/** Properties of characters. Null: not set here. */
export interface RunStyle {
  bold: boolean | null;
  hidden: boolean | null;
  capitals: boolean | null;
  font: string | null;
  /** In half-points, as Word keeps it. */
  size: number | null;
}

/** Properties of paragraphs. Null: not set here. */
export interface ParagraphStyle {
  /** Level of a heading, from 0; 9 is body text. */
  outlineLevel: number | null;
  numbering: { id: string | null; level: number | null } | null;
}

/** Fonts that the theme of the file gives to headings and to the rest. */
export type ThemeFonts = Partial<Record<'+major' | '+minor', string>>;

interface Style {
  alignment: string | null;
  basedOn: string | null;
  run: RunStyle;
  paragraph: ParagraphStyle;
}

/** Styles based on styles: Word itself stops at some ten. */
const LONGEST_CHAIN = 64;

const NO_RUN: RunStyle = { bold: null, hidden: null, capitals: null, font: null, size: null };
const NO_PARAGRAPH: ParagraphStyle = { outlineLevel: null, numbering: null };

/** The styles of a document; lookups follow `basedOn`. */
export class Styles {
  private readonly byId = new Map<string, Style>();
  private readonly runs = new Map<string, RunStyle>();
  private readonly defaults: RunStyle;
  /** The style of paragraphs that name none. */
  private readonly normal: string | null;

  /** Reads the root of styles.xml; null where there is none. */
  constructor(
    root: XmlElement | null,
    private readonly theme: ThemeFonts = {},
  ) {
    this.defaults = runStyle(child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr'));
    let normal: string | null = null;
    for (const element of children(root, 'style')) {
      const id = attribute(element, 'styleId');
      if (id === null) continue;
      this.byId.set(id, {
        alignment: value(child(element, 'pPr'), 'jc'),
        basedOn: value(element, 'basedOn'),
        run: runStyle(child(element, 'rPr')),
        paragraph: paragraphStyle(child(element, 'pPr')),
      });
      const isDefault = ['1', 'true', 'on'].includes(attribute(element, 'default') ?? '');
      if (isDefault && attribute(element, 'type') === 'paragraph') normal = id;
    }
    this.normal = normal;
  }

  /** What a run is like whose paragraph has style `paragraphId`, that has style `runId`, and that sets `own` itself. */
  run(paragraphId: string | null, runId: string | null, own: RunStyle): RunStyle {
    const key = `${paragraphId ?? ''}\n${runId ?? ''}`;
    let inherited = this.runs.get(key);
    if (inherited === undefined) {
      const styles = [...this.chain(runId), ...this.chain(paragraphId ?? this.normal)];
      inherited = [...styles.map(({ run }) => run), this.defaults].reduce(filled, NO_RUN);
      this.runs.set(key, inherited);
    }
    const style = filled(own, inherited);
    return style.font === '+major' || style.font === '+minor'
      ? { ...style, font: this.theme[style.font] ?? null }
      : style;
  }

  /** How paragraphs of this style are aligned: "center"; null if it does not say. */
  alignment(id: string | null): string | null {
    return this.chain(id ?? this.normal).find(({ alignment }) => alignment !== null)?.alignment ?? null;
  }

  /** What a paragraph of this style is like that sets `own` itself. */
  paragraph(id: string | null, own: ParagraphStyle): ParagraphStyle {
    const chain = this.chain(id ?? this.normal);
    const numbered = [own, ...chain.map(({ paragraph }) => paragraph)].flatMap(({ numbering }) => numbering ?? []);
    return {
      outlineLevel:
        own.outlineLevel ??
        chain.find(({ paragraph }) => paragraph.outlineLevel !== null)?.paragraph.outlineLevel ??
        null,
      numbering:
        numbered.length === 0
          ? null
          : {
              id: numbered.find((each) => each.id !== null)?.id ?? null,
              level: numbered.find((each) => each.level !== null)?.level ?? null,
            },
    };
  }

  private chain(id: string | null): Style[] {
    const chain: Style[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== null && !seen.has(at) && seen.size < LONGEST_CHAIN; ) {
      seen.add(at);
      const style: Style | undefined = this.byId.get(at);
      if (style === undefined) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }
}

function filled(own: RunStyle, inherited: RunStyle): RunStyle {
  return {
    bold: own.bold ?? inherited.bold,
    hidden: own.hidden ?? inherited.hidden,
    capitals: own.capitals ?? inherited.capitals,
    font: own.font ?? inherited.font,
    size: own.size ?? inherited.size,
  };
}

/** A font of the theme goes before one that is named beside it: "+major", "+minor". */
function themed(name: string | null): string | null {
  return name === null ? null : name.startsWith('major') ? '+major' : '+minor';
}

/** Reads `w:rPr`. */
export function runStyle(properties: XmlElement | null): RunStyle {
  if (properties === null) return NO_RUN;
  const fonts = child(properties, 'rFonts');
  return {
    bold: toggle(properties, 'b'),
    hidden: toggle(properties, 'vanish'),
    capitals: toggle(properties, 'caps'),
    font: themed(attribute(fonts, 'asciiTheme')) ?? attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'),
    size: halfPoints(value(properties, 'sz')),
  };
}

/** Reads `w:pPr`. */
export function paragraphStyle(properties: XmlElement | null): ParagraphStyle {
  if (properties === null) return NO_PARAGRAPH;
  const numbering = child(properties, 'numPr');
  return {
    outlineLevel: wholeNumber(value(properties, 'outlineLvl')),
    numbering:
      numbering === null ? null : { id: value(numbering, 'numId'), level: wholeNumber(value(numbering, 'ilvl')) },
  };
}
