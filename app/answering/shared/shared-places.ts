import { floorTo, type Limit, stepOf, takePlace, waitUntil } from './shared-limit.ts';

/** Answers that ask for a place among those of their link. */
export interface Knock {
  linkId: string;
  /** Of the link's address: a new address begins with empty limits. */
  generation: number;
  /** A keyed hash of the line that they came from. */
  network: string;
  confidentiality: string;
  /** Whether they are to be counted, or wait for a member in any case. */
  isCounted: boolean;
  /** ms. */
  at: number;
}

export type Place =
  | { kind: 'taken' }
  /** More came than are counted unseen, so these wait for a member. */
  | { kind: 'held_back' }
  /** Not now: `wait` in ms. */
  | { kind: 'over'; what: Limit; wait: number };

/** What the limits of a link are kept under. */
export function flowsOf({ generation, network }: Pick<Knock, 'generation' | 'network'>) {
  const under = (what: string) => `${generation} ${what}`;
  return { network: under(network), kept: under('kept'), counted: under('counted') };
}

/** Limits as they stand, from which places are taken one after the other. `flow`: as `flowsOf` names them. */
export class Places {
  readonly #emptyAt: Map<string, number>;
  readonly #changed = new Map<string, { linkId: string; flow: string; emptyAt: number }>();

  /** By link and flow. */
  constructor(emptyAt: ReadonlyMap<string, number>) {
    this.#emptyAt = new Map(emptyAt);
  }

  take(knock: Knock): Place {
    const step = stepOf(knock.confidentiality);
    const flows = flowsOf(knock);
    const look = (limit: Limit) => {
      const emptyAt = this.#emptyAt.get(`${knock.linkId} ${flows[limit]}`) ?? 0;
      return takePlace(limit, emptyAt, floorTo(step, knock.at));
    };
    const found = { network: look('network'), kept: look('kept'), counted: look('counted') };
    for (const what of ['network', 'kept'] as const) {
      const taken = found[what];
      if (taken.kind === 'over') return { kind: 'over', what, wait: waitUntil(taken.freeAt, step, knock.at) };
    }
    for (const what of ['network', 'kept', ...(knock.isCounted ? (['counted'] as const) : [])] as const) {
      const taken = found[what];
      if (taken.kind === 'taken') this.#set(knock.linkId, flows[what], taken.emptyAt);
    }
    return knock.isCounted && found.counted.kind === 'over' ? { kind: 'held_back' } : { kind: 'taken' };
  }

  #set(linkId: string, flow: string, emptyAt: number): void {
    this.#emptyAt.set(`${linkId} ${flow}`, emptyAt);
    this.#changed.set(`${linkId} ${flow}`, { linkId, flow, emptyAt });
  }

  /** What is to be stored of them. */
  get changed(): { linkId: string; flow: string; emptyAt: number }[] {
    return [...this.#changed.values()];
  }
}
