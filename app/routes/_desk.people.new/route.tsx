import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { addPerson } from '#app/audience/people/add-person.server.ts';
import { readAccountName } from '#app/audience/people/read-account-name.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import { languagesWith } from '#app/survey/translation/language.ts';
import { NewPersonForm } from './new-person-form.ts';
import { NOT_KNOWN } from './not-known.ts';

export const meta: MetaFunction = () => [{ title: 'A new person · People · Rolecall' }];

/** `?account=` says where they work. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const accountId = fromSlug('account', new URL(request.url).searchParams.get('account') ?? '');
  const accountName = accountId ? await readAccountName(db, workspace, accountId) : null;
  const personas = (await readPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null);
  return { accountName: accountName ?? '', personas, languages: languagesWith(null) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readForm(form, NewPersonForm);
  if (read.kind === 'faulty') return data({ ...read, known: null }, { status: 422 });
  const { persona: personaId, evidence, language = null, ...person } = read.input;
  const role = personaId === NOT_KNOWN ? null : { personaId, evidence };
  const added = await addPerson(context.house, workspace, { ...person, language, role, actor: member.id });
  switch (added.kind) {
    case 'added':
      throw redirect(`/people/${toSlug('person', added.id)}`, 303);
    case 'known': {
      const faulty = faultyForm(form, { email: `This address is ${added.name}’s already.` });
      const known = { slug: toSlug('person', added.id), name: added.name };
      return data({ ...faulty, known }, { status: 422 });
    }
    case 'invalid': {
      const faulty = faultyForm(form, { [added.field]: added.message });
      return data({ ...faulty, known: null }, { status: 422 });
    }
    default:
      return added satisfies never;
  }
}

export { NewPersonPage as default } from './page.tsx';
