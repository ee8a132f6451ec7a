import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { type AlertList, listAlerts } from '#app/followup/alert/list-alerts.server.ts';
import { markSeen } from '#app/followup/alert/mark-seen.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { followUpAddress } from './follow-up-address.ts';

export const meta: MetaFunction = () => [{ title: 'Alerts · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const search = new URL(request.url).searchParams;
  const after = fromSlug('alert', search.get('after') ?? '') ?? undefined;
  const { unseen, seen, next, programmes, ...rest } = await listAlerts(db, workspace, { after });
  return {
    ...rest,
    unseen: unseen.map(toShown),
    seen: seen.map(toShown),
    isPaged: after !== undefined,
    next: next && toSlug('alert', next),
    ruled: programmes[0] ? { slug: toSlug('programme', programmes[0].id), name: programmes[0].name } : null,
    zone: (await readAskingRules(db, workspace)).timeZone,
    done: search.get('done'),
  };
}

function toShown(row: AlertList['seen'][number]) {
  const { what, personaId, ruleName, programmeName, raisedAt, seenAt, seenByName } = row;
  const shown = { what, personaId, ruleName, programmeName, raisedAt, seenAt, seenByName };
  return {
    ...shown,
    slug: toSlug('alert', row.id),
    programme: toSlug('programme', row.programmeId),
    personName: row.personName,
    person: row.personId && toSlug('person', row.personId),
    accountName: row.accountName,
    account: row.accountId && toSlug('account', row.accountId),
    followUp: followUpAddress(row),
  };
}

/** A member has seen one of them, or all that the page showed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const said = form.get('intent') === 'all' ? form.getAll('shown') : form.getAll('alert');
  const ids = said.flatMap((slug) => fromSlug('alert', String(slug)) ?? []);
  const seen = await markSeen(context.house, workspace, { ids, memberId: member.id });
  throw redirect(`/follow-ups/alerts?done=${seen}`, 303);
}

export { AlertsPage as default } from './page.tsx';
