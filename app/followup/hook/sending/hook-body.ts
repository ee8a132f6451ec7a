import { z } from 'zod';
import { toMoment } from '#app/platform/wire/cell.ts';

export interface HookTold {
  kind: string;
  at: number;
  /** JSON, with or without names, as its receiver carries them. */
  data: string;
}

/** The body of Standard Webhooks: what happened, when, and what there is to say of it. */
export function standardBody({ kind, at, data }: HookTold): string {
  return `{"type":${JSON.stringify(kind)},"timestamp":"${toMoment(at)}","data":${data}}`;
}

const Persona = z.object({ name: z.string() });
const text = z.string().nullish();

/** What a line in a chat is made of, as far as the kind has it. */
const Shown = z.object({
  persona: Persona.nullish(),
  personas: z.array(Persona).nullish(),
  ...{ wave: text, wave_name: text, programme_name: text, rule: text },
  ...{ person: text, person_name: text, account_name: text, owner_name: text },
  ...{ due_on: text, state: text, opened_by: text, what: text, words: text, note: text, promised_on: text },
});
type Shown = z.infer<typeof Shown>;

const STATES: Readonly<Record<string, string>> = {
  open: 'is open',
  doing: 'is being worked on',
  done: 'is done',
  declined: 'was declined',
};

const LINES: Readonly<Record<string, (shown: Shown) => string>> = {
  'follow_up.opened': (it) => `A follow-up ${about(it)} was opened${due(it)}.`,
  'follow_up.changed': (it) =>
    `A follow-up ${about(it)} ${STATES[it.state ?? ''] ?? 'was changed'}${due(it)}.`,
  'told_back.sent': (it) =>
    `${it.persona?.name}: those asked in “${it.wave_name}” were told what came of it.`,
  'action_debt.reached': (it) =>
    `${it.persona?.name}: too few were told what came of their answers, promised for ${it.promised_on}. They may not be asked again in “${it.programme_name}” before.`,
  'wave.sent': (it) => `“${it.wave_name}” was sent. It asks ${listed(it.personas)}.`,
  'wave.closed': (it) => `“${it.wave_name}” was closed. It asked ${listed(it.personas)}.`,
  'person.left': (it) =>
    `${it.person_name ?? 'Somebody'} has left ${it.account_name ?? 'their account'}. A seat of ${it.persona?.name} stands empty there.`,
  'alert.raised': (it) => `Alert ${about(it)}: ${it.rule}.`,
  'endpoint.test': (it) => it.note ?? 'This is a test.',
};

/** The body of a Slack-compatible incoming webhook: a line, what was written, and where to look. */
export function slackBody({ kind, data }: HookTold, publicUrl: string): string {
  const shown = Shown.parse(JSON.parse(data));
  const line = LINES[kind]?.(shown) ?? kind;
  const said = [shown.what, shown.words].filter((words) => typeof words === 'string' && words !== '');
  const quoted = said.flatMap((words) => words!.split(/\r?\n/)).map((words) => `> ${escaped(words)}`);
  const link = linkOf(shown, publicUrl);
  return JSON.stringify({ text: [escaped(line), ...quoted, ...(link ? [`<${link}>`] : [])].join('\n') });
}

function about({ persona, person_name, account_name }: Shown): string {
  const whom = [person_name, account_name].filter(Boolean).join(', ');
  return `for ${persona?.name}${whom && ` (${whom})`}`;
}

function due({ due_on, owner_name }: Shown): string {
  const parts = [owner_name && `owner ${owner_name}`, due_on && `due ${due_on}`].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join(', ')}` : '';
}

function listed(personas: Shown['personas']): string {
  return personas?.length ? personas.map(({ name }) => name).join(', ') : 'nobody yet';
}

/** Slack reads these three as marks of its own: a name must not become a link or call everybody. */
function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function linkOf({ person, wave }: Shown, publicUrl: string): string | null {
  if (person) return `${publicUrl}/people/${person}`;
  return wave ? `${publicUrl}/sends/${wave}` : null;
}
