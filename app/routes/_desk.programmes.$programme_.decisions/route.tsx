import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { NewDecision } from '#app/followup/decision/decision.ts';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { faultyForm } from '#app/platform/read-form.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';
import { saveSize } from './save-size.server.ts';
import { readThemeParts } from './theme-parts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decisions of ${data?.programme.name ?? 'a programme'} · Rolecall` },
];

const GONE = 'There is no such programme, or it asks nobody.';
/** As many follow-ups as are offered; whoever has more settles some first. */
const OFFERED = 100;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const programmeId = fromSlug('programme', params.programme) ?? '';
  const found = await readProgramme(db, workspace, programmeId);
  if (found?.programme.origin !== 'asked') throw new Response(GONE, { status: 404 });
  const filter = { programmeId, state: 'unsettled' as const };
  const followUps = await pageFollowUps(db, workspace, { limit: OFFERED, filter });
  const decisions = await listDecisions(db, workspace, { programmeId });
  const search = new URL(request.url).searchParams;
  return {
    programme: { name: found.programme.name, slug: params.programme! },
    personas: await readPersonas(db, workspace),
    asked: found.lanes.map(({ persona }) => persona.id),
    ...(await readThemeParts(context.house.reading, workspace, { programmeId, decisions })),
    begun: { personas: search.getAll('persona'), themes: search.getAll('theme') },
    decisions: decisions.map((decision) => ({
      ...decision,
      themes: decision.themes.map(({ id, name }) => ({ slug: toSlug('theme', id), name })),
      followUps: decision.followUps.map(({ id, what }) => ({ slug: toSlug('followUp', id), what })),
    })),
    followUps: followUps.slice(0, OFFERED).map(({ id, what, personaId, accountName }) => ({
      slug: toSlug('followUp', id),
      ...{ what, personaId, accountName },
    })),
    made: search.has('made'),
  };
}

/** Writes a decision down. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { house } = context;
  const programmeId = fromSlug('programme', params.programme) ?? '';
  if (!(await readProgramme(house.db, workspace, programmeId))) throw new Response(GONE, { status: 404 });
  const form = await request.formData();
  if (form.get('intent') === 'size')
    return saveSize(house, workspace, { programmeId, form, actor: member.id, back: params.programme! });
  const chosen = form.getAll('followUps').map(String);
  const themes = form.getAll('themes').map(String);
  const ticked = { personas: form.getAll('personas').map(String), followUps: chosen, themes };
  const read = NewDecision.safeParse({
    verdict: form.get('verdict'),
    what: String(form.get('what') ?? ''),
    because: String(form.get('because') ?? ''),
    personaIds: ticked.personas,
    followUpIds: chosen.flatMap((slug) => fromSlug('followUp', slug) ?? []),
    themeIds: themes.flatMap((slug) => fromSlug('theme', slug) ?? []),
  });
  const refuse = (errors: Record<string, string>) =>
    data({ ...faultyForm(form, errors), ticked }, { status: 422 });
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => [FIELDS[String(path[0])]!, message]);
    return refuse(Object.fromEntries(faults));
  }
  const made = await makeDecision(house, workspace, { ...read.data, programmeId, actor: member.id });
  if (made.kind === 'not_theirs')
    return refuse({
      followUps: 'Some of these are about a persona that you did not name. Name it, or leave them.',
    });
  if (made.kind === 'unknown') throw new Response(GONE, { status: 404 });
  throw redirect(`/programmes/${params.programme}/decisions?made`, 303);
}

/** The form's field for each part of a decision. */
const FIELDS: Record<string, string> = {
  ...{ verdict: 'verdict', what: 'what', because: 'because' },
  ...{ personaIds: 'personas', followUpIds: 'followUps', themeIds: 'themes' },
};

export { DecisionsPage as default } from './page.tsx';
