import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';
import { changeInDoubt } from '#app/programme/change-in-doubt.server.ts';
import { IN_DOUBT_RULES } from '#app/programme/in-doubt.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';
import { veiled } from '#app/programme/told/debt.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.programme.name ?? 'Programme'} · Rolecall` },
];

const GONE = 'There is no such programme.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const id = fromSlug('programme', params.programme);
  const found = id ? await readProgramme(context.house.db, workspace, id) : null;
  if (!found) throw new Response(GONE, { status: 404 });
  const { house } = context;
  const which = { programmeId: found.programme.id, now: house.clock.now() };
  const debts = (await readDebts(house.db, workspace, which)).map(veiled);
  return {
    owing: debts
      .filter(({ owed }) => owed > 0)
      .map((debt) => ({ ...debt, waveSlug: toSlug('wave', debt.waveId) })),
    programme: { ...found.programme, slug: toSlug('programme', found.programme.id) },
    lanes: found.lanes.map((lane) => ({
      ...lane,
      surveys: lane.surveys.map((survey) => ({ ...survey, slug: toSlug('survey', survey.id) })),
    })),
    waves: found.waves.map((wave) => ({ ...wave, slug: toSlug('wave', wave.id) })),
  };
}

const Rule = z.object({
  inDoubt: z.enum(IN_DOUBT_RULES, { error: 'Choose what becomes of a mail in doubt.' }),
});

/** Says anew what becomes of mails in doubt. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { house } = context;
  const programmeId = fromSlug('programme', params.programme);
  // Whose programme it is comes first: a form tells nobody of a programme that is another's.
  const found = programmeId ? await readProgramme(house.db, workspace, programmeId) : null;
  if (!programmeId || !found) throw new Response(GONE, { status: 404 });
  const read = readForm(await request.formData(), Rule);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const changed = await changeInDoubt(house, workspace, { programmeId, ...read.input, actor: member.id });
  if (changed.kind === 'unknown') throw new Response(GONE, { status: 404 });
  throw redirect(`${new URL(request.url).pathname}#in-doubt`, 303);
}

export { ProgrammePage as default } from './page.tsx';
