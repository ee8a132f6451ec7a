import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { MAIL_LOOKS, type MailLook } from '#app/delivery/mail-document.ts';
import { readToldMail } from '#app/delivery/told/read-told-mail.server.ts';
import { letterFrom } from '#app/followup/decision/decision.ts';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { owedBy, veiled } from '#app/programme/told/debt.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { missingInLetter } from '#app/programme/told/told.ts';
import { readLaneWords } from '#app/results/read-lane-words.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { actOnTold } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `What came of it, ${data ? `${data.persona.plural}, ${data.wave.name}` : 'told back'} · Rolecall`,
  },
];

/** As many of their texts stand beside the letter. */
const QUOTES = 8;
const NO_LANE = 'There is no such send, or this persona was not asked in it.';

/** The letter to one lane, beside what it answers. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, workspaceName } = await requireMember(request, context, DESK);
  const { reading: db } = context.house;
  const lane = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
  const told = await readTold(context.house, workspace, lane);
  if (!told) throw new Response(NO_LANE, { status: 404 });
  const search = new URL(request.url).searchParams;
  const thresholds = await readThresholds(db, workspace);
  const said = await readLaneWords(db, workspace, { ...lane, limit: QUOTES }, thresholds);
  const { wave, persona, debt, sent, promise } = told;
  const decisions = await listDecisions(context.house.db, workspace, {
    programmeId: wave.programmeId,
    personaId: persona.id,
  });
  // Nobody wrote it yet, so it begins with what was decided.
  const isBlank = told.draft.revision === 0 && sent.length === 0;
  const draft = isBlank ? { ...told.draft, ...letterFrom(decisions) } : told.draft;
  const isComplete = Object.keys(missingInLetter(draft)).length === 0;
  return {
    wave: { name: wave.name, slug: params.wave!, programmeSlug: toSlug('programme', wave.programmeId) },
    persona,
    debt: veiled({ ...debt, owed: owedBy(debt), isOverdue: told.isOverdue }),
    draft,
    sent,
    promise,
    decisions,
    isComplete,
    look: MAIL_LOOKS.find((one) => one === search.get('look')) ?? ('light' satisfies MailLook),
    mail: await readToldMail(context.house, workspace, { ...told, workspaceName }),
    quotes: said.verbatims.map(({ words, about, by }, key) => ({ key, words, about, by })),
    texts: said.texts,
  };
}

/** Keeps the letter, or sends it as it was looked at. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const lane = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
  const form = await request.formData();
  const acted = await actOnTold(context.house, workspace, { ...lane, form, actor: member.id });
  if (acted.kind === 'unknown') throw new Response(NO_LANE, { status: 404 });
  if (acted.kind === 'said') return data(acted, { status: acted.status });
  throw redirect(`${new URL(request.url).pathname}${acted.target}`, 303);
}

export { ToldPage as default } from './page.tsx';
