import type { AskedInConfidence, Respondent } from './asked-in-confidence.ts';
import { LANES } from './asked-in-confidence.ts';
import { Equations } from './equations.ts';
import { seenIn } from './seen.ts';
import { REPEATING, type Said, type Surface, type Watching } from './watcher.ts';

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
}

/** Every account stands there by its name, whoever answered: it may not move, which is looked at all the same. */
const LISTS_ACCOUNTS = new Set(['_desk.committees._index', '_desk.committees[.]csv']);

/** True of what says in other words what the page says: whatever number is new in it stands on the page too. */
function repeats(one: Said, pages: readonly Said[]): boolean {
  if (!REPEATING.has(one.route)) return false;
  const known = new Set(pages.flatMap(({ body }) => numbersIn(body)));
  // What is drawn is made of the facts of the page, and has no words to read here.
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
  readonly #texts = new Set<string>();
  readonly #paths = new Set<string>();
  readonly #moved = new Set<string>();
  readonly #named = new Set<string>();

  constructor(as: Watching, asked: AskedInConfidence) {
    this.#as = as;
    this.#asked = asked;
    this.#equations = new Equations(asked.respondents);
  }

  /** @param answered everybody so far, in the order in which they answered */
  async write(said: readonly Said[], answered: readonly Respondent[]): Promise<void> {
    const shown = await this.#shown();
    for (const one of said) {
      this.#paths.add(one.path);
      for (const seen of seenIn(one.data)) {
        const own = answered.filter(({ lane }) => lane === seen.lane);
        this.#equations.learn(one.path, seen, own, shown.get(`${seen.lane} ${seen.question}`) ?? 0);
      }
      for (const lane of LANES) this.#writeTexts(one, lane, answered, shown.get(`${lane} opened`) ?? 0);
      if (one.route === 'api.v1.responses' && Array.isArray(one.data)) this.#writeRows(one.data, answered);
      if (TRACE.test(one.body) && this.#isBare(one)) this.#named.add(one.path);
    }
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
    };
  }

  /**
   * A text is one of those who answered since fewer texts could be read: what was opened by then if its writer is among them,
   * and everybody up to its writer where not.
   */
  #writeTexts({ body }: Said, lane: string, answered: readonly Respondent[], opened: number): void {
    const own = answered.filter((one) => one.lane === lane);
    const texts = new Set(body.match(TEXT));
    const last = own.findLastIndex(({ words }) => texts.has(words)) + 1;
    if (last === 0) return;
    for (const text of texts) this.#texts.add(text);
    this.#equations.know(`${lane} texts`, own.slice(0, Math.max(last, opened)));
  }

  #writeRows(rows: readonly unknown[], answered: readonly Respondent[]): void {
    for (const lane of LANES) {
      const count = rows.filter((row) => (row as { persona?: string }).persona === lane).length;
      const own = answered.filter((one) => one.lane === lane).slice(0, count);
      if (count > 0) for (const question of ['q1', 'q2']) this.#equations.know(`${lane} ${question}`, own);
    }
  }

  /** Desk pages name people for other reasons, and who asks for one account is told its name; other answers may not. */
  #isBare({ route, path }: Surface): boolean {
    return !path.includes('account=') && (this.#as === 'executive' || !route.includes('told'));
  }

  async #shown(): Promise<Map<string, number>> {
    const { db } = this.#asked.desk.house;
    const series = await db
      .selectFrom('series_release')
      .select(['persona_id', 'question_key', 'shown'])
      .where('wave_id', '=', this.#asked.waveId)
      .execute();
    const lanes = await db
      .selectFrom('lane_release')
      .select(['persona_id', 'opened'])
      .where('wave_id', '=', this.#asked.waveId)
      .execute();
    return new Map([
      ...series.map((one) => [`${one.persona_id} ${one.question_key}`, one.shown] as const),
      ...lanes.map((one) => [`${one.persona_id} opened`, one.opened] as const),
    ]);
  }
}
