import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readPlace } from '#app/results/place-slug.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { settleTags } from '#app/results/theme/settle-tags.server.ts';
import { suggestTags } from '#app/results/theme/suggest-tags.server.ts';
import { tagAnswers } from '#app/results/theme/tag-answers.server.ts';
import type { TagAt } from '#app/results/theme/theme.ts';
import { type LaneAt, type TextAt, ThemeForm } from '#app/results/theme/theme.ts';

interface Given {
  lane: LaneAt;
  form: FormData;
  actor: Actor;
}

export type Acted =
  /** `at`: the part of the page that it was done in. */
  | { kind: 'done'; did: string; at?: string }
  | { kind: 'not_found' }
  /** With all that was typed and ticked. */
  | {
      kind: 'refused';
      fieldErrors: Record<string, string>;
      values: { theme: string; newTheme: string };
      ticked: string[];
    };

/** What a member does on the page: one tag settled, those ticked tagged or confirmed, or themes suggested. */
export function act(house: House, workspace: Workspace, given: Given): Promise<Acted> {
  const { form } = given;
  if (form.has('settle')) return settleOne(house, workspace, given);
  switch (form.get('intent')) {
    case 'suggest':
      return suggest(house, workspace, given);
    case 'confirm':
      return confirmTicked(house, workspace, given);
    default:
      return tagTicked(house, workspace, given);
  }
}

/** `confirm:res_…:q2:the_…`, or `remove:` of the same. */
async function settleOne(house: House, workspace: Workspace, { lane, form, actor }: Given): Promise<Acted> {
  const [said, response, questionKey, theme] = String(form.get('settle')).split(':');
  const tag = readTag(response, questionKey, theme);
  const act = said === 'confirm' || said === 'remove' ? said : null;
  if (!tag || !act) return { kind: 'not_found' };
  const settled = await settleTags(house, workspace, { ...lane, act, on: [tag], actor });
  return settled.kind === 'settled'
    ? { kind: 'done', did: `${act}-${settled.tags}`, at: `${response}:${questionKey}` }
    : { kind: 'not_found' };
}

async function suggest(house: House, workspace: Workspace, { lane, form, actor }: Given): Promise<Acted> {
  const suggested = await suggestTags(house, workspace, { ...lane, actor });
  if (suggested.kind === 'suggested') return { kind: 'done', did: `suggested-${suggested.tags}` };
  if (suggested.kind === 'unknown') return { kind: 'not_found' };
  return refuse(form, { theme: SUGGESTS_NOTHING[suggested.kind] });
}

const WITHHELD = 'They answered in confidence, and too few wrote: nobody reads or sorts what they wrote.';
const SUGGESTS_NOTHING = {
  no_themes: 'There is no theme yet. Name the first one, and tag a few comments with it by hand.',
  withheld: WITHHELD,
} as const;

/** Every suggestion on the texts ticked, or the one theme's that is chosen. */
async function confirmTicked(
  house: House,
  workspace: Workspace,
  { lane, form, actor }: Given,
): Promise<Acted> {
  const texts = new Set(form.getAll('on').map(String));
  const on = form
    .getAll('suggested')
    .map(String)
    .flatMap((said) => {
      const [response, questionKey, theme] = said.split(':');
      const tag = texts.has(`${response}:${questionKey}`) ? readTag(response, questionKey, theme) : null;
      return tag ? [tag] : [];
    });
  if (texts.size === 0) return refuse(form, { on: 'Tick the comments whose suggestions are right.' });
  if (on.length === 0) return refuse(form, { on: 'Nothing is suggested on those ticked.' });
  const settled = await settleTags(house, workspace, { ...lane, act: 'confirm', on, actor });
  if (settled.kind === 'settled') return { kind: 'done', did: `confirm-${settled.tags}` };
  return { kind: 'not_found' };
}

const REFUSED = {
  closed: { theme: 'This theme is closed. Choose another one, or open it again.' },
  withheld: { theme: WITHHELD },
  too_many: { on: 'Tick fewer: at most 200 at once.' },
} as const;

async function tagTicked(house: House, workspace: Workspace, { lane, form, actor }: Given): Promise<Acted> {
  const on = form.getAll('on').map(String).flatMap(readText);
  if (on.length === 0) return refuse(form, { on: 'Tick the comments that raise it.' });
  const theme = await chooseTheme(house, workspace, form, actor);
  if ('fault' in theme) return refuse(form, theme.fault);
  const tagged = await tagAnswers(house, workspace, { ...lane, themeId: theme.id, on, actor });
  if (tagged.kind === 'tagged') return { kind: 'done', did: `tagged-${tagged.texts}` };
  if (tagged.kind === 'unknown') return { kind: 'not_found' };
  return refuse(form, REFUSED[tagged.kind]);
}

/** The theme chosen, or the one whose name was typed; a name that is there already is that theme. */
async function chooseTheme(
  house: House,
  workspace: Workspace,
  form: FormData,
  actor: Actor,
): Promise<{ id: string } | { fault: Record<string, string> }> {
  const typed = String(form.get('newTheme') ?? '').trim();
  const chosen = fromSlug('theme', String(form.get('theme') ?? ''));
  if (typed === '')
    return chosen ? { id: chosen } : { fault: { theme: 'Choose a theme, or name a new one.' } };
  const read = ThemeForm.safeParse({ name: typed });
  if (!read.success) return { fault: { newTheme: read.error.issues[0]!.message } };
  return { id: (await createTheme(house, workspace, { ...read.data, actor })).id };
}

function readText(said: string): TextAt[] {
  const [response, questionKey] = said.split(':');
  const responseId = readPlace(response ?? null);
  return responseId && questionKey ? [{ responseId, questionKey }] : [];
}

function readTag(response?: string, questionKey?: string, theme?: string): TagAt | null {
  const responseId = readPlace(response ?? null);
  const themeId = fromSlug('theme', theme);
  return responseId && questionKey && themeId ? { responseId, questionKey, themeId } : null;
}

function refuse(form: FormData, fieldErrors: Record<string, string>): Acted {
  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 500);
  const values = { theme: typed('theme'), newTheme: typed('newTheme') };
  return { kind: 'refused', fieldErrors, values, ticked: form.getAll('on').map(String) };
}
