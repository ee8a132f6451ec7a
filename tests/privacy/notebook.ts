import { toSlug } from '#app/platform/ids.ts';
import type { AskedInConfidence, Respondent, WaveKey } from './asked-in-confidence.ts';
import { LANES, WAVE } from './asked-in-confidence.ts';
import { Equations } from './equations.ts';
import { type Seen, saysSomething, seenIn } from './seen.ts';
import { REPEATING } from './speaking.ts';
import { tellingApart } from './twins.ts';
import type { Said, Surface, Watching } from './watcher.ts';

const TEXT = /Thistledown \d{4}\./g;
/** What says whose an answer is: a person, an account, or an id that tells its moment. */
const TRACE = /Quillfeather|Brackenridge|\bres_/;

export interface Report {
  as: Watching;
  surfaces: number;
  numbers: number;
  equations: number;
  texts: number;
  determined: string[];
  unexplained: string[];
  moved: string[];
  named: string[];
  /** Where a persona of whom a few answered is told from one of whom nobody did. */
  apart: string[];
  /** What was read that says something, and what of it would be enough by itself. */
  spoke: string[];
  enough: string[];
}

/** Every account stands there by its name, whoever answered: it may not move, which is looked at all the same. */
const LISTS_ACCOUNTS = new Set(['_desk.committees._index', '_desk.committees[.]csv']);

/** True of what says in other words what the page says: whatever number is new in it stands on the page too. */
function repeats(one: Said, pages: readonly Said[]): boolean {
  if (!REPEATING.has(one.route)) return false;
  const known = new Set(pages.flatMap(({ body }) => numbersIn(body)));
  // What is drawn is made of the facts of the page; a picture has no words to read here.
  return /pdf|png/.test(one.route) || numbersIn(one.body).every((number) => known.has(number));
}

function numbersIn(body: string): string[] {
  const words = body.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>|localhost:\d+/g, ' ');
  return words.match(/\d+(\.\d+)?/g) ?? [];
}

/** What one watcher wrote down, and what follows from it. */
export class Notebook {
  readonly #as: Watching;
  readonly #asked: AskedInConfidence;
  readonly #equations: Equations;
  /** The same numbers once more, each kind of thing that says any by itself. */
  readonly #alone = new Map<string, Equations>();
  readonly #texts = new Set<string>();
  readonly #paths = new Set<string>();
  readonly #moved = new Set<string>();
  readonly #named = new Set<string>();
  readonly #apart = new Set<string>();

  constructor(as: Watching, asked: AskedInConfidence) {
    this.#as = as;
    this.#asked = asked;
    this.#equations = new Equations(everybodyIn(asked));
  }

  /**
   * @param answered everybody who counts so far, in that order
   * @param isAfter the closed waves are shown whole, and what comes now was held
   */
  async write(said: readonly Said[], answered: readonly Respondent[], isAfter: boolean): Promise<void> {
    const shown = await this.#shown();
    for (const one of said) {
      this.#paths.add(one.path);
      for (const seen of seenIn(one.data, this.#around(one)))
        this.#learn(one, seen, { answered, shown, isAfter });
      for (const lane of LANES) this.#writeTexts(one, lane, answered, shown.get(`asked ${lane} opened`) ?? 0);
      if (one.route === 'api.v1.responses' && Array.isArray(one.data)) this.#writeRows(one.data, answered);
      if (TRACE.test(one.body) && this.#isBare(one)) this.#named.add(one.path);
    }
    for (const path of tellingApart(said)) this.#apart.add(path);
  }

  /** Compares two looks with nothing but one answer between them. */
  compare(before: readonly Said[], after: readonly Said[], mayMove: (surface: Surface) => boolean): void {
    const pages = after.filter(({ route }) => route === '_desk.overview');
    for (const [at, one] of after.entries()) {
      this.#paths.add(one.path);
      const hasMoved = before[at]!.body !== one.body;
      if (hasMoved && !mayMove(one) && !repeats(one, [...pages, before[at]!])) this.#moved.add(one.path);
      if (this.#as === 'executive' && TRACE.test(one.body) && !LISTS_ACCOUNTS.has(one.route))
        this.#named.add(one.path);
    }
  }

  report(k: number): Report {
    const alone = [...this.#alone];
    return {
      as: this.#as,
      surfaces: this.#paths.size,
      numbers: this.#equations.seen,
      equations: this.#equations.equations,
      texts: this.#texts.size,
      determined: this.#equations.determined(k),
      unexplained: [...this.#equations.unexplained],
      moved: [...this.#moved],
      named: [...this.#named],
      apart: [...this.#apart],
      spoke: alone.filter(([, { equations }]) => equations > 0).map(([kind]) => kind),
      enough: alone.filter(([, equations]) => equations.determined(k).length > 0).map(([kind]) => kind),
    };
  }

  #around({ path }: Said) {
    const { waveId, link } = this.#asked;
    const calledBy = (id: string, name: string) => (called: string) =>
      called === id || called === toSlug('wave', id) || called.startsWith(name);
    const [isAsked, isLink] = [calledBy(waveId, WAVE), calledBy(link.waveId, link.name)];
    const wave: WaveKey = path.includes(toSlug('wave', link.waveId)) ? 'link' : 'asked';
    const waveCalled = (called: string) => (isAsked(called) ? 'asked' : isLink(called) ? 'link' : undefined);
    return { wave, region: null, waveCalled } as const;
  }

  #learn(
    { route, path }: Said,
    seen: Seen,
    {
      answered,
      shown,
      isAfter,
    }: { answered: readonly Respondent[]; shown: Map<string, number>; isAfter: boolean },
  ): void {
    if (!saysSomething(seen)) return;
    const own = answered.filter(({ wave, lane }) => wave === seen.wave && lane === seen.lane);
    const released = shown.get(`${seen.wave} ${seen.lane} ${seen.question}`) ?? 0;
    const kinds = [
      route,
      ...(seen.region === null ? [] : [`groups in ${route}`]),
      ...(seen.wave === 'link' ? [`the wave of a link in ${route}`] : []),
      ...(isAfter && seen.wave === 'asked' ? [`what was held, in ${route}`] : []),
    ];
    for (const equations of [this.#equations, ...kinds.map((kind) => this.#aloneIn(kind))])
      equations.learn(path, seen, own, released);
  }

  #aloneIn(kind: string): Equations {
    const known = this.#alone.get(kind) ?? new Equations(everybodyIn(this.#asked));
    this.#alone.set(kind, known);
    return known;
  }

  /**
   * A text is one of those who answered since fewer texts could be read: what was opened by then if its writer is among them,
   * and everybody up to its writer where not.
   */
  #writeTexts({ body }: Said, lane: string, answered: readonly Respondent[], opened: number): void {
    const own = answered.filter((one) => one.wave === 'asked' && one.lane === lane);
    const texts = new Set(body.match(TEXT));
    const last = own.findLastIndex(({ words }) => texts.has(words)) + 1;
    if (last === 0) return;
    for (const text of texts) this.#texts.add(text);
    this.#equations.know(`${lane} texts`, own.slice(0, Math.max(last, opened)));
  }

  #writeRows(rows: readonly unknown[], answered: readonly Respondent[]): void {
    for (const lane of LANES) {
      const count = rows.filter((row) => (row as { persona?: string }).persona === lane).length;
      const own = answered.filter((one) => one.wave === 'asked' && one.lane === lane).slice(0, count);
      if (count > 0)
        for (const question of ['q1', 'q2']) this.#equations.know(`asked ${lane} ${question}`, own);
    }
  }

  /** Desk pages name people for other reasons, and who asks for one account is told its name; other answers may not. */
  #isBare({ route, path }: Surface): boolean {
    return !path.includes('account=') && (this.#as === 'executive' || !route.includes('told'));
  }

  /** How far the product says that it shows each series. */
  async #shown(): Promise<Map<string, number>> {
    const { desk, waveId, link } = this.#asked;
    const { db } = desk.house;
    const keyOf = new Map<string, WaveKey>([
      [waveId, 'asked'],
      [link.waveId, 'link'],
    ]);
    const series = await db
      .selectFrom('series_release')
      .select(['wave_id', 'persona_id', 'question_key', 'shown'])
      .execute();
    const lanes = await db.selectFrom('lane_release').select(['wave_id', 'persona_id', 'opened']).execute();
    return new Map([
      ...series.map(
        (one) => [`${keyOf.get(one.wave_id)} ${one.persona_id} ${one.question_key}`, one.shown] as const,
      ),
      ...lanes.map((one) => [`${keyOf.get(one.wave_id)} ${one.persona_id} opened`, one.opened] as const),
    ]);
  }
}

function everybodyIn({ respondents, few, link }: AskedInConfidence): Respondent[] {
  return [...respondents, ...few, ...link.respondents];
}
