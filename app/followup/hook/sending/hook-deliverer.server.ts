import type { House } from '#app/platform/house.ts';
import type { PublicPost } from '#app/platform/public-fetch.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { type DueEndpoint, listDueEndpoints } from './claim.store.server.ts';
import { deliverHand } from './deliver-hand.server.ts';

/** Endpoints that are sent to at once. Each is one line that mostly waits. */
const HANDS = 32;
/** Those that fail may hang for five seconds each: they never take the hands of those that work. */
const FAILING_HANDS = 8;

type Delivering = Pick<House, 'db' | 'engine' | 'env' | 'clock' | 'ids' | 'log'>;

/**
 * Sends to every endpoint that is due, many at a time and to each one thing at a time, so that one that hangs or fails
 * holds up nobody else.
 */
export class HookDeliverer {
  readonly #house: Delivering;
  readonly #post: PublicPost;
  readonly #onFree: () => void;
  readonly #busy = new Map<string, { isFailing: boolean; done: Promise<void> }>();
  #isStopping = false;

  /** @param onFree is called when a hand is free and more may be due. */
  constructor(house: Delivering, post: PublicPost, onFree: () => void = () => undefined) {
    this.#house = house;
    this.#post = post;
    this.#onFree = onFree;
  }

  /** Begins with whoever is due, and waits for none of them. */
  async round(): Promise<void> {
    if (this.#isStopping) return;
    const now = this.#house.clock.now();
    const due = await listDueEndpoints(this.#house.db, { now, most: 4 * HANDS });
    for (const endpoint of due) {
      const key = `${endpoint.workspaceId} ${endpoint.id}`;
      if (this.#busy.has(key) || !this.#hasHandFor(endpoint)) continue;
      const done = this.#deliver(endpoint).finally(() => this.#busy.delete(key));
      this.#busy.set(key, { isFailing: endpoint.isFailing, done: done.then((more) => this.#free(more)) });
    }
  }

  /** Resolves when everything that was begun is over. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all([...this.#busy.values()].map(({ done }) => done));
  }

  /** How many endpoints are being sent to. */
  get busy(): number {
    return this.#busy.size;
  }

  /** Ends the post in hand and lays the others back. */
  stop(): Promise<void> {
    this.#isStopping = true;
    return this.idle();
  }

  #hasHandFor({ isFailing }: DueEndpoint): boolean {
    if (this.#busy.size >= HANDS) return false;
    const failing = [...this.#busy.values()].filter((one) => one.isFailing).length;
    return !isFailing || failing < FAILING_HANDS;
  }

  /** Whether more is due there. What goes wrong here comes back when its lease is over. */
  async #deliver({ workspaceId, id }: DueEndpoint): Promise<boolean> {
    try {
      return await deliverHand(this.#house, mintWorkspace(workspaceId), {
        ...{ endpointId: id, post: this.#post },
        mayGoOn: () => !this.#isStopping,
      });
    } catch (fault) {
      this.#house.log.error({ err: fault, endpoint: id }, 'delivering a webhook stumbled');
      return false;
    }
  }

  #free(more: boolean): void {
    if (more || this.#busy.size > HANDS / 2) this.#onFree();
  }
}
