import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import type { LaneId } from '#app/programme/told/told.ts';
import { STILL_OPEN, TOLD_FIELDS, ToldDraft } from '#app/programme/told/told.ts';

interface Act extends LaneId {
  form: FormData;
  actor: Actor;
}

/** What the page says instead, with the form as it was typed. */
type Said = Omit<FaultyForm, 'kind'> & {
  kind: 'said';
  status: 409 | 422;
  heading: string;
  sentence: string;
  /** The revision that the form continues from. */
  revision: number;
};

export type ActedOnTold = { kind: 'done'; target: string } | { kind: 'unknown' } | Said;

/** What is typed is kept first, whatever the button: only a letter that was looked at is sent. */
export async function actOnTold(house: House, workspace: Workspace, act: Act): Promise<ActedOnTold> {
  const { form, waveId, personaId, actor } = act;
  const field = (name: string) => String(form.get(name) ?? '');
  const revision = Number(field('revision')) || 0;
  const typed = Object.fromEntries(TOLD_FIELDS.map((name) => [name, field(name)]));
  const read = ToldDraft.safeParse({ ...typed, toSilent: form.has('toSilent') });
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => [String(path[0]), message]);
    const faulty = faultyForm(form, Object.fromEntries(faults));
    return say(422, 'Not kept', 'Mend what is marked below.', { ...faulty, revision });
  }
  const lane = { waveId, personaId };
  const before = await readTold(house, workspace, lane);
  if (!before) return { kind: 'unknown' };
  const isSeen = isSame(before.draft, read.data) && before.draft.revision === revision;
  if (form.get('intent') === 'send' && isSeen) return send(house, workspace, act, revision);
  if (isSeen && revision > 0) return { kind: 'done', target: '#letter' };
  const saved = await saveTold(house, workspace, { ...lane, draft: read.data, revision, actor });
  switch (saved.kind) {
    case 'saved':
      return { kind: 'done', target: form.get('intent') === 'send' ? '?changed=1#letter' : '#letter' };
    case 'conflict': {
      const sentence =
        'Somebody else wrote this letter since you opened it. Yours is below and not kept; save it to put it in the place of theirs, or open this page anew to see theirs.';
      const form2 = faultyForm(form, {});
      return say(409, 'Two of you at once', sentence, { ...form2, revision: saved.theirs.revision });
    }
    case 'not_sent':
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return saved satisfies never;
  }
}

async function send(house: House, workspace: Workspace, act: Act, revision: number): Promise<ActedOnTold> {
  const { waveId, personaId, actor, form } = act;
  const sent = await sendTold(house, workspace, { waveId, personaId, revision, actor });
  switch (sent.kind) {
    case 'sent':
      house.wakeSender();
      return { kind: 'done', target: '#sent' };
    case 'incomplete': {
      const faulty = faultyForm(form, sent.missing);
      return say(422, 'Not sent yet', 'The letter lacks what makes it one.', { ...faulty, revision });
    }
    case 'still_open':
      return say(409, 'Not sent yet', STILL_OPEN, { ...faultyForm(form, {}), revision });
    case 'nobody':
      return say(409, 'Nothing was sent', 'Everybody who answered has been told.', {
        ...faultyForm(form, {}),
        revision,
      });
    case 'changed':
      return say(409, 'Nothing was sent', 'The letter changed meanwhile. Look at it, then send it again.', {
        ...faultyForm(form, {}),
        revision,
      });
    case 'unknown':
      return sent;
    default:
      return sent satisfies never;
  }
}

function isSame(a: ToldDraft, b: ToldDraft): boolean {
  return TOLD_FIELDS.every((field) => a[field] === b[field]) && a.toSilent === b.toSilent;
}

function say(
  status: 409 | 422,
  heading: string,
  sentence: string,
  { fieldErrors, values, revision }: Omit<FaultyForm, 'kind'> & { revision: number },
): Said {
  return { kind: 'said', status, heading, sentence, fieldErrors, values, revision };
}
