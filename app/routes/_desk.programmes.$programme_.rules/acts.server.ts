import type { z } from 'zod';
import { createRule } from '#app/followup/rule/create-rule.server.ts';
import { AtMost, Days, RuleForm, type Trigger } from '#app/followup/rule/rule.ts';
import { switchRule } from '#app/followup/rule/switch-rule.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

interface Given {
  programmeId: string;
  form: FormData;
  actor: Actor;
}

export type Acted = FaultyForm | { kind: 'not_found' } | { kind: 'done'; did: 'made' | 'on' | 'off' };

/** What a member does on the page of a programme's rules. */
export function act(house: House, workspace: Workspace, given: Given): Promise<Acted> {
  const intent = given.form.get('intent');
  return intent === 'on' || intent === 'off'
    ? turn(house, workspace, given, intent)
    : make(house, workspace, given);
}

async function turn(
  house: House,
  workspace: Workspace,
  { programmeId, form, actor }: Given,
  did: 'on' | 'off',
): Promise<Acted> {
  const ruleId = fromSlug('rule', String(form.get('rule') ?? ''));
  if (!ruleId) return { kind: 'not_found' };
  await switchRule(house, workspace, { ruleId, programmeId, isOn: did === 'on', actor });
  return { kind: 'done', did };
}

const UNKNOWN = {
  persona: { field: 'persona', message: 'Choose a persona that is open.' },
  question: {
    field: 'question',
    message: 'Choose a question that this persona is asked, of the kind that fits.',
  },
  choice: { field: 'choice', message: 'Choose one of the choices of this question.' },
  line: { field: 'atMost', message: 'Write a number on the scale of this question, below its highest.' },
  theme: { field: 'theme', message: 'Choose a theme that is open.' },
  owner: { field: 'owner', message: 'Choose a member who can sign in and works on follow-ups.' },
} as const;

async function make(house: House, workspace: Workspace, { programmeId, form, actor }: Given): Promise<Acted> {
  const read = readForm(form, RuleForm);
  if (read.kind === 'faulty') return read;
  const { persona: personaId, what, hours, owner } = read.input;
  const trigger = readTrigger(read.input);
  if ('fieldErrors' in trigger) return faultyForm(form, trigger.fieldErrors);
  const ownerId = owner === '' ? null : fromSlug('member', owner);
  const rule = { programmeId, personaId, trigger, what, hours, ownerId, actor };
  const made = await createRule(house, workspace, rule);
  if (made.kind === 'created') return { kind: 'done', did: 'made' };
  if (made.kind === 'refused') return faultyForm(form, { kind: made.message });
  if (made.what === 'programme') return { kind: 'not_found' };
  const { field, message } = UNKNOWN[made.what];
  return faultyForm(form, { [field]: message });
}

type Typed = z.infer<typeof RuleForm>;

/** What the fields of the chosen kind say; those of the others are left alone. */
function readTrigger(typed: Typed): Trigger | { fieldErrors: Record<string, string> } {
  switch (typed.kind) {
    case 'left':
    case 'role_correction':
      return { kind: typed.kind };
    case 'silence':
      return readSilence(typed);
    case 'theme': {
      const themeId = fromSlug('theme', typed.theme);
      return themeId ? { kind: 'theme', themeId } : { fieldErrors: { theme: 'Choose the theme.' } };
    }
    case 'score':
    case 'choice':
      return readAnswer(typed, typed.kind);
    default:
      return typed.kind satisfies never;
  }
}

function readSilence({ silentDays, renewalDays }: Typed): ReturnType<typeof readTrigger> {
  const silent = Days.safeParse(silentDays || undefined);
  const renewal = Days.safeParse(renewalDays || undefined);
  if (silent.success && renewal.success)
    return { kind: 'silence', silentDays: silent.data, renewalDays: renewal.data };
  return {
    fieldErrors: {
      ...(silent.error && { silentDays: silent.error.issues[0]!.message }),
      ...(renewal.error && { renewalDays: renewal.error.issues[0]!.message }),
    },
  };
}

function readAnswer(typed: Typed, kind: 'score' | 'choice'): ReturnType<typeof readTrigger> {
  const [survey, questionKey] = typed.question.split('|');
  const surveyId = fromSlug('survey', survey);
  if (!surveyId || !questionKey) return { fieldErrors: { question: 'Choose the question.' } };
  if (kind === 'choice')
    return typed.choice === ''
      ? { fieldErrors: { choice: 'Choose the choice that needs somebody.' } }
      : // The list holds the choices of every question: a choice says whose it is.
        { kind, surveyId, questionKey, choiceKey: typed.choice.split('|').at(-1)! };
  const atMost = AtMost.safeParse(typed.atMost || undefined);
  return atMost.success
    ? { kind, surveyId, questionKey, atMost: atMost.data }
    : { fieldErrors: { atMost: atMost.error.issues[0]!.message } };
}
