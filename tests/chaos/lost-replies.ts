import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial } from 'node:net';
import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { type Asked, askPeople } from './asked-people.ts';
import { Caller, eachOf, openAgent } from './caller.ts';
import { brokenOf, type Proof } from './figures.ts';
import { fillIn } from './long-survey.ts';
import { serve } from './served.ts';

const RETRIES = 5;
const AT_ONCE = 16;

/** Lets every reply to a last press be lost on its way, and people press again, twice at once, and with another page. */
export async function loseReplies({ engine, people }: { engine: Engine; people: number }): Promise<Proof> {
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], people);
  const port = await freePort();
  const agent = openAgent();
  const server = await serve({ databaseUrl: asked.databaseUrl, port });
  const cut = await openCuttingProxy(port);
  try {
    const outcomes: Outcome[] = [];
    const callers = { straight: () => new Caller(port, agent), cut: () => new Caller(cut.port, openAgent()) };
    await eachOf(asked.people, AT_ONCE, async (one) => {
      outcomes.push(await pressAgainAndAgain(one, callers));
    });
    const { responses, changed } = await whatIsKept(asked.databaseUrl);
    const all = (holds: (one: Outcome) => boolean) => outcomes.every(holds);
    return {
      figures: { people, replies_lost: outcomes.filter(({ wasLost }) => wasLost).length, responses, changed },
      broken: brokenOf({
        'every reply was lost, or nothing was proven': all(({ wasLost }) => wasLost),
        'the same page sent again is received as before': all(({ again }) => again.every((s) => s === 303)),
        'another page is told that answers are there already': all(({ other }) => other === 409),
        'everybody gave one response': responses === people,
        'and it is the first one': changed === 0,
      }),
    };
  } finally {
    agent.destroy();
    cut.close();
    await server.stop();
    await asked.drop();
  }
}

interface Outcome {
  wasLost: boolean;
  again: number[];
  other: number;
}

async function pressAgainAndAgain(
  { answer }: Asked,
  callers: { straight(): Caller; cut(): Caller },
): Promise<Outcome> {
  const path = `/r/${answer}`;
  const [page, tab] = [await callers.straight().get(path), await callers.straight().get(path)];
  const form = fillIn(page.text, { q1: ['9'] });
  const wasLost = await callers
    .cut()
    .post(path, form)
    .then(
      () => false,
      () => true,
    );
  const twice = await Promise.all([callers.straight().post(path, form), callers.straight().post(path, form)]);
  const again = twice.map(({ status }) => status);
  for (let retry = 0; retry < RETRIES; retry += 1)
    again.push((await callers.straight().post(path, form)).status);
  const other = await callers.straight().post(path, fillIn(tab.text, { q1: ['0'] }));
  return { wasLost, again, other: other.status };
}

async function whatIsKept(databaseUrl: string) {
  const { db, close } = connect(databaseUrl);
  const responses = await db.selectFrom('response').select('id').execute();
  const answers = await db.selectFrom('answer').select('score').execute();
  await close();
  const wrong = answers.filter(({ score }) => score !== 9).length;
  return { responses: responses.length, changed: wrong + Math.abs(answers.length - responses.length) };
}

/** Passes everything on to the server, and cuts the connection at the first byte that comes back. */
async function openCuttingProxy(port: number) {
  const proxy = createServer((client) => {
    const server = dial(port, '127.0.0.1');
    const end = () => {
      client.destroy();
      server.destroy();
    };
    client.pipe(server);
    for (const event of ['data', 'error', 'close'] as const) server.once(event, end);
    client.once('error', end);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return { port: (proxy.address() as AddressInfo).port, close: () => void proxy.close() };
}
