import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readNewChoices } from '#app/followup/read-new-choices.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { openByForm } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'New follow-up · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const search = new URL(request.url).searchParams;
  const said = (name: string) => search.get(name) ?? '';
  const personId = fromSlug('person', said('person'));
  const accountId = fromSlug('account', said('account'));
  const { programmes, waves, members, personas, themes, ...names } = await readNewChoices(db, workspace, {
    personId,
    accountId,
  });
  return {
    programmes: programmes.map(({ id, name }) => ({ label: name, value: toSlug('programme', id) })),
    waves: waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    personas,
    members: members.map(({ id, name }) => ({ value: toSlug('member', id), label: name })),
    themes: themes.map(({ id, name }) => ({ value: toSlug('theme', id), label: name })),
    about: {
      ...names,
      person: personId ? said('person') : '',
      account: accountId ? said('account') : '',
      response: fromSlug('response', said('response')) ? said('response') : '',
      wave: said('wave'),
      theme: said('theme'),
      programme: said('programme'),
      persona: said('persona'),
    },
  };
}

/** Opens a follow-up about one persona. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const opened = await openByForm(context.house, workspace, { form, memberId: member.id });
  if (opened.kind === 'faulty') return data(opened, { status: 422 });
  throw redirect(`/follow-ups/${toSlug('followUp', opened.id)}`, 303);
}

export { NewFollowUpPage as default } from './page.tsx';
