import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readOwnValues } from '#app/audience/attribute/read-values.server.ts';
import { chooseAccount } from '#app/audience/people/choose-account.server.ts';
import { readPerson } from '#app/audience/people/read-person.server.ts';
import { readPersonReturns } from '#app/delivery/came-back/read-person-returns.server.ts';
import { readWishes } from '#app/delivery/read-wishes.server.ts';
import { toOpenLine } from '#app/followup/open-line.ts';
import { listOpenAbout } from '#app/followup/queue/list-queue.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readSettings } from '#app/membership/read-settings.server.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readPersonSaid } from '#app/programme/correction/read-said.server.ts';
import { listToldOf } from '#app/programme/told/list-told-of.server.ts';
import { languagesWith } from '#app/survey/translation/language.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'A person'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const personId = fromSlug('person', params.person);
  const { roleReviewDays: reviewDays } = await readSettings(db, workspace);
  const now = clock.now();
  const read = personId ? await readPerson(db, workspace, { personId, now, reviewDays }) : null;
  if (!read) throw notFound();
  const withSlug = <T extends { accountId: string }>(one: T) => ({
    ...one,
    accountSlug: toSlug('account', one.accountId),
  });
  const accounts = await chooseAccount(db, workspace);
  return {
    ...read,
    employments: read.employments.map(withSlug),
    roles: read.roles.map((role) => ({ ...withSlug(role), slug: toSlug('role', role.id) })),
    accounts: accounts.map(({ id, name }) => ({ slug: toSlug('account', id), name })),
    languages: languagesWith(read.person.language),
    attributes: await readOwnValues(db, workspace, 'person', read.person.id),
    personas: await readPersonas(db, workspace),
    said: await readPersonSaid(db, workspace, read.person.id),
    returns: await readPersonReturns(db, workspace, read.person.id),
    wishes: await readWishes(
      context.house,
      workspace,
      read.addresses.map(({ email }) => email),
    ),
    followUps: (await listOpenAbout(db, workspace, { personId: read.person.id })).map(toOpenLine),
    told: (await listToldOf(db, workspace, read.person.id)).map((one) => ({
      ...one,
      waveSlug: toSlug('wave', one.waveId),
    })),
    slug: toSlug('person', read.person.id),
    now,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const personId = fromSlug('person', params.person);
  if (!personId) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { personId, actor: member.id, form });
  if (acted?.kind === 'not_found') throw notFound();
  if (acted) return data(acted, { status: 422 });
  throw redirect(`/people/${toSlug('person', personId)}`, 303);
}

function notFound(): Response {
  return new Response('There is no such person here.', { status: 404 });
}

export { PersonPage as default } from './page.tsx';
