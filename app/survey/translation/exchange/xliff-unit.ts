import { SEALS } from '../kept-text.ts';
import type { TextEntry } from './text-entry.ts';
import type { Attribute } from './xliff-reader.ts';

interface Segment {
  source: string;
  target: string | null;
  /** From 1; where a translator moved the segments around. */
  order: number;
  state: string;
  isText: boolean;
}

/** What stands for a code in plain text. */
interface Code {
  start: string;
  end: string;
}

const STATES = ['initial', 'translated', ...SEALS] as const;

/** One unit while it is read: its segments joined in order, its codes turned back into placeholders. */
export class XliffUnit {
  readonly #place: string;
  readonly #segments: Segment[] = [];
  /** The codes of the source by id: a program may give back a target's code without its words. */
  readonly #codes = new Map<string, Code>();
  readonly #data = new Map<string, string>();
  #writes: 'source' | 'target' | 'data' | null = null;
  #dataId = '';
  /** The codes that are open, for what closes them. */
  readonly #open: string[] = [];
  /** Above 0 inside something of another namespace, whose text is not ours. */
  #foreign = 0;

  constructor(place: string) {
    this.#place = place;
  }

  open(name: string, around: string, attribute: Attribute): void {
    const isInSegment = around === 'segment' || around === 'ignorable';
    if (this.#writes) this.#openInline(name, attribute);
    else if (name === 'segment' || name === 'ignorable') this.#openSegment(name, attribute);
    else if ((name === 'source' || name === 'target') && isInSegment) this.#openSide(name, attribute);
    else if (name === 'data' && around === 'originalData') this.#openData(attribute('id') ?? '');
  }

  text(piece: string): void {
    if (!this.#writes || this.#foreign > 0) return;
    if (this.#writes === 'data') this.#data.set(this.#dataId, this.#data.get(this.#dataId)! + piece);
    else {
      const segment = this.#segments.at(-1)!;
      segment[this.#writes] = (segment[this.#writes] ?? '') + piece;
    }
  }

  close(name: string): void {
    if (!this.#writes) return;
    if (this.#foreign > 0) this.#foreign -= 1;
    else if (name === this.#writes) this.#writes = null;
    else if (name === 'pc') this.text(this.#open.pop() ?? '');
  }

  entry(): TextEntry {
    const texts = this.#segments.filter(({ isText }) => isText);
    const isWhole = texts.length > 0 && texts.every(({ target }) => target !== null);
    const state = texts.reduce<number>(
      (least, segment) => Math.min(least, stepOf(segment.state)),
      STATES.length,
    );
    const inOrder = this.#segments.toSorted((one, other) => one.order - other.order);
    return {
      place: this.#place,
      original: this.#segments.map(({ source }) => source).join(''),
      text: isWhole ? inOrder.map(({ source, target }) => target ?? source).join('') : null,
      isDone: state > 0,
      seal: SEALS[state - 2] ?? null,
    };
  }

  #openSegment(name: string, attribute: Attribute): void {
    const [source, target] = ['', null];
    const order = this.#segments.length + 1;
    const state = attribute('state') ?? 'initial';
    this.#segments.push({ source, target, order, state, isText: name === 'segment' });
  }

  #openSide(name: 'source' | 'target', attribute: Attribute): void {
    const segment = this.#segments.at(-1)!;
    this.#writes = name;
    segment[name] = '';
    if (name === 'target') segment.order = Number(attribute('order') ?? segment.order) || segment.order;
  }

  #openData(id: string): void {
    this.#writes = 'data';
    this.#dataId = id;
    this.#data.set(id, '');
  }

  #openInline(name: string, attribute: Attribute): void {
    if (this.#foreign > 0 || name === '') {
      this.#foreign += 1;
      return;
    }
    const id = attribute('id') ?? '';
    if (name === 'cp') this.text(readCodePoint(attribute('hex') ?? ''));
    if (name === 'ph' || name === 'sc') this.text(this.#code(id, attribute, 'equiv', 'dataRef').start);
    if (name === 'pc') {
      const { start, end } = this.#code(id, attribute, 'equivStart', 'dataRefStart');
      this.text(start);
      this.#open.push(end);
    }
    if (name === 'ec') this.text(this.#endOf(attribute));
  }

  /** What a code stands for: as it says itself, else as the source's code of that id does. */
  #code(id: string, attribute: Attribute, equiv: string, dataRef: string): Code {
    const known = this.#codes.get(attribute('copyOf') ?? '') ?? this.#codes.get(id);
    const start = attribute(equiv) ?? known?.start ?? this.#data.get(attribute(dataRef) ?? '') ?? '';
    const said = attribute('equivEnd') ?? this.#data.get(attribute('dataRefEnd') ?? '');
    const code = { start, end: said ?? known?.end ?? '' };
    if (this.#writes === 'source') this.#codes.set(id, code);
    return code;
  }

  #endOf(attribute: Attribute): string {
    const known = this.#codes.get(attribute('startRef') ?? attribute('id') ?? '');
    const end = attribute('equiv') ?? (known?.end || undefined) ?? this.#data.get(attribute('dataRef') ?? '');
    if (known && this.#writes === 'source') known.end = end ?? '';
    return end ?? '';
  }
}

function stepOf(state: string): number {
  return (STATES as readonly string[]).indexOf(state);
}

function readCodePoint(hex: string): string {
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
