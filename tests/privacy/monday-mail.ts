import { mailDigests } from '#app/overview/digest/mail-digests.server.ts';
import { DAY, FixedClock } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Said } from './watcher.ts';
import { linesData, tableData } from './words-data.ts';

const FIRST = '2027-06-07T09:00:00Z';

/** The post of a workspace, on whose clock it is Monday morning whenever somebody looks. */
export class MondayMail {
  readonly #house: House;
  readonly #clock = new FixedClock(FIRST);
  readonly #read = new Set<string>();

  constructor(house: House) {
    this.#house = house;
  }

  /** The mails that came since, each as text and as the page that mail programs show. */
  async open(): Promise<Said[]> {
    await mailDigests({ ...this.#house, clock: this.#clock });
    this.#clock.advance(7 * DAY);
    const mails = await this.#house.db
      .selectFrom('notice')
      .select(['id', 'subject', 'body', 'html'])
      .where('kind', '=', 'digest')
      .execute();
    const fresh = mails.filter(({ id }) => !this.#read.has(id));
    for (const { id } of fresh) this.#read.add(id);
    return fresh.flatMap(({ subject, body, html }) => [
      said('Monday mail', `${subject}\n${body}`, linesData(body)),
      said('Monday mail as a page', html ?? '', tableData(html ?? '')),
    ]);
  }
}

function said(route: string, body: string, data: unknown): Said {
  return { route, path: route, byKey: false, body, data };
}
