import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { countHeld } from '#app/answering/held/count-held.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readCourse } from '#app/programme/asking/read-course.server.ts';
import { readWaveSaid } from '#app/programme/correction/read-said.server.ts';
import { pickRoles } from '#app/programme/pile/pick-roles.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { veiled } from '#app/programme/told/debt.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';
import { showBrakes } from '#app/programme/told/show-brakes.server.ts';
import { countAnswered } from '#app/results/count-answered.server.ts';
import { actOnSend } from './acts.server.ts';
import { readChoice } from './choice-query.ts';
import { readLinkQuery } from './link-query.ts';
import { readMailQuery } from './mail-query.ts';
import { showAttributes } from './show-attributes.server.ts';
import { showLinks } from './show-links.server.ts';
import { showMail } from './show-mail.server.ts';
import { showPiles } from './show-piles.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.wave.name ?? 'Send'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { house } = context;
  const waveId = fromSlug('wave', params.wave);
  const sorted = waveId ? await sortPiles(house, workspace, { waveId }) : { kind: 'unknown' as const };
  if (!waveId || sorted.kind === 'unknown') throw new Response('There is no such send.', { status: 404 });
  const { wave, piles, reviewDays, week } = sorted;
  const search = new URL(request.url).searchParams;
  const choice = readChoice(search, wave.lanes);
  const personas = await readPersonas(house.db, workspace);
  const lanes = personas.filter(({ id }) => wave.lanes.some(({ personaId }) => personaId === id));
  const mail = readMailQuery(search);
  const held = await countHeld(house.db, workspace, waveId);
  const answered = await countAnswered(house.db, workspace, waveId);
  const linkQuery = readLinkQuery(search);
  const said = await readWaveSaid(house.db, workspace, waveId);
  const picked = await pickRoles(house.db, workspace, choice.attributes);
  const shown = { choice, picked, week, now: house.clock.now(), whole: search.getAll('all') };
  return {
    slug: params.wave!,
    programmeSlug: toSlug('programme', wave.programmeId),
    wave,
    reviewDays,
    personas,
    choice,
    query: {
      account: search.get('account') ?? '',
      heard: search.get('heard') ?? '',
      hats: search.getAll('hat'),
    },
    attributes: await showAttributes(house.db, workspace, { choice, picked, search }),
    piles: showPiles(
      piles,
      lanes.map(({ id }) => id),
      shown,
    ),
    heldAnswers: [...held.byPersona].map(([personaId, answers]) => ({ personaId, answers })),
    said: {
      ...said,
      lines: said.lines.map((line) => ({ ...line, personSlug: toSlug('person', line.personId) })),
    },
    debts:
      wave.state === 'draft'
        ? []
        : (await readDebts(house.db, workspace, { waveId, now: house.clock.now() })).map(veiled),
    brakes: await showBrakes(house, workspace, wave),
    course: wave.state === 'closed' ? null : await readCourse(house.db, workspace, waveId),
    linkQuery,
    links: wave.state === 'draft' ? null : await showLinks(house, workspace, waveId, linkQuery),
    answered: answered && Object.fromEntries(answered),
    mailQuery: mail,
    mail: wave.state === 'draft' ? null : await showMail(house, workspace, { waveId, ...mail }),
  };
}

/** Sends, confirms a role, or closes; a refusal is answered on the same page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const waveId = fromSlug('wave', params.wave);
  if (!waveId) throw new Response('There is no such send.', { status: 404 });
  const form = await request.formData();
  const outcome = await actOnSend(context.house, workspace, { waveId, form, actor: member.id });
  if (outcome.kind === 'unknown') throw new Response('There is no such send.', { status: 404 });
  if (outcome.kind !== 'done') return data(outcome, { status: outcome.status });
  const { pathname, search } = new URL(request.url);
  throw redirect(`${pathname}${outcome.keepsQuery ? search : ''}${outcome.target}`, 303);
}

export { SendPage as default } from './page.tsx';
