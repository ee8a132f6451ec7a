import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { HookDeliverer } from '#app/followup/hook/sending/hook-deliverer.server.ts';
import { pageLog } from '#app/followup/hook/sending/page-log.server.ts';
import { createPublicPost } from '#app/platform/public-fetch.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { anotherDesk, type Desk } from './asking.ts';
import { type HookReceiver, openReceiver } from './hook-receiver.ts';
import { changed, type HookDesk, makeEndpoint, openHookDesk, tell } from './hooks.ts';

/** A workspace with one endpoint. */
export interface Listening extends Desk {
  id: string;
  secret: string;
}

/** A house with two receivers that take everything, until a test says otherwise. */
export class HookStage {
  readonly open: HookDesk;
  readonly receiver: HookReceiver;
  readonly other: HookReceiver;

  static async open(engine: Engine): Promise<HookStage> {
    const [receiver, other] = [await openReceiver(), await openReceiver()];
    return new HookStage(await openHookDesk(engine, [receiver, other]), receiver, other);
  }

  private constructor(open: HookDesk, receiver: HookReceiver, other: HookReceiver) {
    this.open = open;
    this.receiver = receiver;
    this.other = other;
  }

  async close(): Promise<void> {
    await Promise.all([this.receiver.close(), this.other.close()]);
    await this.open.close();
  }

  /** A workspace of its own whose endpoint leads to the first receiver; what was heard before is forgotten. */
  async fresh(more: Parameters<typeof makeEndpoint>[2] = {}): Promise<Listening> {
    for (const one of [this.receiver, this.other]) {
      one.heard.length = 0;
      one.answer = () => 200;
    }
    // Whoever failed in a test before is not tried in this one.
    await this.open.house.db.updateTable('hook_endpoint').set({ state: 'off', disabled_why: null }).execute();
    const desk = await anotherDesk(this.open.house, 'Northwind Metrics');
    return { ...desk, ...(await makeEndpoint(desk, this.receiver.url, more)) };
  }

  /** Everything that is due now, to its end. */
  async deliver(): Promise<void> {
    const { house } = this.open;
    const deliverer = new HookDeliverer(house, createPublicPost(house.env.reach));
    for (let before = -1; before !== this.#heard(); ) {
      before = this.#heard();
      await deliverer.round();
      await deliverer.idle();
    }
  }

  #heard(): number {
    return this.receiver.heard.length + this.other.heard.length;
  }

  /** Follow-ups that were changed now. Answers how many of them nobody had told of. */
  say({ workspace }: Desk, ...subjects: string[]): Promise<number> {
    const { house } = this.open;
    return tell(
      house,
      workspace,
      subjects.map((one) => changed(house, one)),
    );
  }

  /** The newest first. */
  log({ workspace, id }: Listening) {
    return pageLog(this.open.house.db, workspace, { endpointId: id, limit: 100 });
  }

  /** The oldest first. */
  async states(desk: Listening): Promise<string[]> {
    return (await this.log(desk)).map(({ state }) => state).reverse();
  }

  endpoint({ workspace, id }: Listening) {
    return readEndpoint(this.open.house, workspace, id);
  }

  async acts({ workspace }: Desk): Promise<string[]> {
    const rows = await this.open.house.db
      .selectFrom('audit_entry')
      .select(['act', 'detail'])
      .where('workspace_id', '=', workspace.id)
      .where('act', 'like', '%webhook%')
      .orderBy('id')
      .execute();
    return rows.map(({ act, detail }) => `${act} ${detail}`);
  }
}

/** What a receiver heard of, by the subjects that were told. */
export function subjectsOf({ heard }: HookReceiver): string[] {
  return heard.map(({ body }) => JSON.parse(body).data.follow_up.replace('fol_', ''));
}
