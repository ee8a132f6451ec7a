import { readSigns } from '#app/answering/held/held.ts';
import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { Caller, eachOf, openAgent } from './caller.ts';
import { brokenOf, type Figures, type Proof } from './figures.ts';
import { countRows, rowsBetween } from './row-counts.ts';
import {
  answerByHand,
  letterLinks,
  PRESSERS,
  READERS,
  type ScannedLink,
  stayInBrowser,
} from './scanner-zoo.ts';
import { serve } from './served.ts';

export interface Scanning {
  engine: Engine;
  links: number;
  /** How many of them are also opened in a real browser, and for how long, ms. */
  inBrowser: number;
  stay: number;
}

const AT_ONCE = 64;
/** So few that none waits for another between its page and its press. */
const PRESS_AT_ONCE = 8;
/** Who waits a second between page and press keeps no processor busy. */
const HANDS_AT_ONCE = 256;

/** Lets every kind of scanner loose on the links of as many letters, and then the people they were written to. */
export async function scanLinks({ engine, links, inBrowser, stay }: Scanning): Promise<Proof> {
  const { databaseUrl, people, drop } = await askPeople(
    engine,
    [questionOf('q1', 'recommend')],
    links,
    'handed_over',
  );
  const port = await freePort();
  const agent = openAgent(HANDS_AT_ONCE);
  const scanned = people.map(
    (one): ScannedLink => ({ ...letterLinks(one), open: () => new Caller(port, agent) }),
  );
  const server = await serve({ databaseUrl, port });
  try {
    const before = await countRows(databaseUrl);
    for (const read of READERS) await eachOf(scanned, AT_ONCE, read);
    if (inBrowser > 0) await stayInBrowser(scanned.slice(0, inBrowser), port, stay);
    const written = rowsBetween(before, await countRows(databaseUrl));
    for (const press of PRESSERS) await eachOf(scanned, PRESS_AT_ONCE, press);
    const machines = await whatIsKept(databaseUrl);
    const hands = { counted: 0, pressedTwice: 0 };
    await eachOf(scanned, HANDS_AT_ONCE, async (link) => {
      const presses = await answerByHand(link, scanned.indexOf(link));
      hands.counted += presses === null ? 0 : 1;
      hands.pressedTwice += presses === 2 ? 1 : 0;
    });
    return prove({ links, inBrowser, written, machines, hands, people: await whatIsKept(databaseUrl) });
  } finally {
    agent.destroy();
    await server.stop();
    await drop();
  }
}

type Kept = Awaited<ReturnType<typeof whatIsKept>>;

async function whatIsKept(databaseUrl: string) {
  const { db, close } = connect(databaseUrl);
  const held = await db.selectFrom('held_response').select(['evidence', 'decision', 'reason']).execute();
  const responses = await db.selectFrom('response').select('id').execute();
  const stopped = await db.selectFrom('suppression').select('workspace_id').execute();
  await close();
  const signs: Record<string, number> = {};
  for (const { evidence } of held)
    for (const { kind } of readSigns(evidence)) signs[kind] = (signs[kind] ?? 0) + 1;
  const settled = held.filter(({ decision }) => decision === 'answered').length;
  return { responses: responses.length, held: held.length, settled, stopped: stopped.length, signs };
}

interface Found {
  links: number;
  inBrowser: number;
  written: number;
  machines: Kept;
  hands: { counted: number; pressedTwice: number };
  people: Kept;
}

function prove({ links, inBrowser, written, machines, hands, people }: Found): Proof {
  const presses = PRESSERS.length * links;
  const signs: Figures = machines.signs;
  return {
    figures: {
      ...{
        links,
        in_browser: inBrowser,
        written_by_reading: written,
        counted_of_machines: machines.responses,
      },
      ...{ held: machines.held, unsubscribes: machines.stopped, signs },
      ...{
        people_counted: people.responses,
        people_pressed_twice: hands.pressedTwice,
        settled: people.settled,
      },
    },
    broken: brokenOf({
      'reading writes nothing': written === 0,
      'no machine counts': machines.responses === 0,
      'no machine unsubscribes anybody': machines.stopped === 0 && people.stopped === 0,
      'every press of a machine is held': machines.held === presses,
      'each with what gave it away': ['many_numbers', 'unseen_link', 'too_fast', 'no_page', 'honeypot'].every(
        (sign) => (machines.signs[sign] ?? 0) >= links,
      ),
      'every person counts': hands.counted === links && people.responses === links,
      'nothing of theirs waits for a member': people.settled === people.held,
    }),
  };
}
