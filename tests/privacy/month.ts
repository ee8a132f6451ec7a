import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { insertCut } from '#app/results/breakdown/cut.store.server.ts';
import { decideCut } from '#app/results/breakdown/decide-cut.server.ts';
import type { policyFor } from '#app/results/confidence/policy.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { answer } from '#tests/support/answering.ts';
import { hold, release } from '#tests/support/held.ts';
import type { TestHouse } from '#tests/support/house.ts';
import { type Event, planOf } from './answer-events.ts';
import { type AskedInConfidence, LANES, type Respondent, SILENT_LANE } from './asked-in-confidence.ts';
import { seeded } from './dice.ts';
import { MondayMail } from './monday-mail.ts';
import type { Notebook } from './notebook.ts';
import { orderFigures } from './ordered-files.ts';
import { SPEAKING } from './speaking.ts';
import { answerThrough } from './through-a-link.ts';
import type { Said, Watcher } from './watcher.ts';

export interface Weeks {
  days: number;
  seed: number;
  /** After how many answers everything is read, fewer than make a group; 1 where it is not said. */
  step?: number;
  /** Whether addresses that say nothing of answers are held against themselves; they are where it is not said. */
  compares?: boolean;
  /** What the product is to hold, for seeing the attack succeed where it holds less. */
  policyOf?: typeof policyFor;
}

/** Everything that happens to the two waves, and everything that is written down meanwhile. */
export class Month {
  readonly #open: TestHouse;
  readonly #asked: AskedInConfidence;
  readonly #notebooks: ReadonlyMap<Notebook, Watcher>;
  readonly #weeks: Weeks;
  readonly #mail: MondayMail;
  readonly #answered: Respondent[] = [];
  readonly #heldIds = new Map<Respondent, string>();
  #isAfter = false;
  #unread = 0;
  /** What stood everywhere after the last event, as long as nothing has happened since. */
  #stands: Map<Notebook, Said[]> | null = null;

  constructor(
    open: TestHouse,
    asked: AskedInConfidence,
    notebooks: ReadonlyMap<Notebook, Watcher>,
    weeks: Weeks,
  ) {
    this.#open = open;
    this.#asked = asked;
    this.#notebooks = notebooks;
    this.#weeks = weeks;
    this.#mail = new MondayMail(open.house);
  }

  async pass(): Promise<void> {
    const { days, seed } = this.#weeks;
    const plan = planOf(this.#asked, days, seeded(seed + 1));
    for (const events of plan.days) {
      this.#stands = null;
      this.#open.clock.advance(DAY);
      for (const event of events) await this.#see(event);
    }
    await this.#close();
    for (const event of plan.late) await this.#see(event);
    for (const minutes of [16, 1, 1]) await this.#wait(minutes);
    await this.#readAll();
    await this.#decideGroups();
    await this.#readAll();
    this.#isAfter = true;
    for (const event of plan.after) await this.#see(event);
    await this.#wait(1);
    await this.#readAll();
  }

  async #see(event: Event): Promise<void> {
    const { compares = true, step = 1 } = this.#weeks;
    const before = event.compares && compares ? (this.#stands ?? (await this.#lookAtAll(event))) : null;
    this.#stands = null;
    const stood = await this.#standing();
    await this.#do(event);
    await this.#wait(0);
    await this.#wait(0);
    if (before) {
      const isReleased = (await this.#standing()) !== stood;
      const after = await this.#lookAtAll(event);
      for (const [notebook, said] of after)
        notebook.compare(before.get(notebook)!, said, ({ route }) => isReleased && route in SPEAKING);
      if (event.does === 'answer') this.#stands = after;
    }
    this.#unread += 1;
    if (this.#unread >= step) await this.#readAll();
  }

  async #do({ one, does }: Event): Promise<void> {
    const { desk, waveId, accountIds } = this.#asked;
    const { house } = desk;
    const { score, choice, words, lane, token, invitationId } = one;
    if (does === 'be_held') {
      const given = new Map([
        ...[['q1', [String(score)]] as const, ['q2', [choice]] as const, ['q3', [words]] as const],
      ]);
      const who = { personaId: lane, invitationId, accountId: accountIds.get(one.account)! };
      const held = { ...who, given, reason: 'machine', evidence: ['honeypot'] } as const;
      this.#heldIds.set(one, await hold(desk, waveId, { ...held, given: new Map(given) }));
      return;
    }
    if (does === 'be_released') {
      const released = await release(desk, this.#heldIds.get(one)!);
      if (released.kind !== 'released') throw new Error(released.kind);
    } else if (one.wave === 'link') await answerThrough(desk, one);
    else {
      const kept = await answer(house, token, { q1: String(score), q2: choice, q3: words });
      if (kept.kind !== 'kept') throw new Error(`not kept: ${JSON.stringify(kept)}`);
    }
    this.#answered.push(one);
  }

  /** What the jobs do within some seconds, after so many minutes. */
  async #wait(minutes: number): Promise<void> {
    this.#stands = null;
    this.#open.clock.advance(minutes * MINUTE);
    await countWaiting(this.#open.house);
    await releaseAnswers(this.#open.house, this.#weeks.policyOf);
    if (this.#weeks.policyOf) await this.#leak();
  }

  /** What a careless product does besides: a persona of whom nobody answered is never looked at. */
  async #leak(): Promise<void> {
    await this.#open.house.db.deleteFrom('lane_release').where('persona_id', '=', SILENT_LANE).execute();
  }

  async #close(): Promise<void> {
    this.#stands = null;
    const { desk, waveId, link } = this.#asked;
    const { house, workspace, memberId: actor } = desk;
    for (const id of [waveId, link.waveId])
      await closeWave(house, workspace, { waveId: id, actor }, endWithWave);
  }

  /** By region; carelessly, without writing down how many are in it. */
  async #decideGroups(): Promise<void> {
    const { desk, waveId, regionId: attributeId, accountIds, respondents } = this.#asked;
    const { house, workspace, memberId: actor } = desk;
    for (const personaId of LANES) {
      const lane = { waveId, personaId };
      if (this.#weeks.policyOf) {
        const groups = new Map(
          respondents.map(({ account, region }) => [
            accountIds.get(account)!,
            { key: region, label: region },
          ]),
        );
        const cut = { attributeId, name: 'Region', groups, people: null };
        await insertCut(house.db, workspace, lane, cut, { by: actor, at: house.clock.now() });
        continue;
      }
      const decided = await decideCut(house, workspace, { ...lane, attributeId, actor });
      if (decided.kind !== 'decided') throw new Error(decided.kind);
    }
  }

  /** What is held stands on a page of the desk, by design: those who decide on it are not compared. */
  async #lookAtAll({ does }: Event): Promise<Map<Notebook, Said[]>> {
    const said = new Map<Notebook, Said[]>();
    for (const [notebook, watcher] of this.#notebooks)
      said.set(notebook, does === 'answer' || watcher.as === 'executive' ? await watcher.lookAtAll() : []);
    return said;
  }

  async #readAll(): Promise<void> {
    [this.#unread, this.#stands] = [0, null];
    const mails = await this.#mail.open();
    for (const [notebook, watcher] of this.#notebooks) {
      const isMember = watcher.as !== 'key';
      const files = isMember ? await orderFigures(watcher, this.#asked, this.#open.clock) : [];
      const said = [...(await watcher.read()), ...files, ...(isMember ? mails : [])];
      await notebook.write(said, this.#answered, this.#isAfter);
    }
  }

  async #standing(): Promise<string> {
    const { db } = this.#open.house;
    const lanes = await db.selectFrom('lane_release').select(['shown_batch', 'opened_batch']).execute();
    const series = await db
      .selectFrom('series_release')
      .select(['persona_id', 'question_key', 'shown'])
      .execute();
    return JSON.stringify([lanes, series]);
  }
}
