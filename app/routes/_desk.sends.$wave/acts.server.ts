import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { sendByChoice } from '#app/delivery/send-by-choice.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { FaultyForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { GONE } from '#app/programme/pile/pick.ts';
import type { SentChosen } from '#app/programme/send-chosen.server.ts';
import { readChoice } from './choice-query.ts';
import { actOnCourse } from './course-acts.server.ts';
import { actOnDoubts } from './doubt-acts.server.ts';
import { actOnLinks } from './link-acts.server.ts';

interface Act {
  waveId: string;
  form: FormData;
  actor: Actor;
}

export type Acted =
  | { kind: 'done'; target: string; keepsQuery: boolean }
  | { kind: 'unknown' }
  /** What the page says instead of doing it. */
  | {
      kind: 'said';
      status: 409 | 422;
      heading: string;
      sentence: string;
      way?: 'mail';
      /** The form on how it goes, as it was typed, with a sentence for each field to mend. */
      course?: Pick<FaultyForm, 'fieldErrors' | 'values'>;
    };

/** The one act that a button of the page asks for. */
export async function actOnSend(house: House, workspace: Workspace, act: Act): Promise<Acted> {
  const onLinks = actOnLinks(house, workspace, act);
  if (onLinks) return onLinks;
  const onCourse = actOnCourse(house, workspace, act);
  if (onCourse) return onCourse;
  const onDoubts = actOnDoubts(house, workspace, act);
  if (onDoubts) return onDoubts;
  switch (act.form.get('intent')) {
    case 'confirm':
      return confirm(house, workspace, act);
    case 'close':
      return close(house, workspace, act);
    default:
      return send(house, workspace, act);
  }
}

async function confirm(house: House, workspace: Workspace, { form, actor }: Act): Promise<Acted> {
  const roleId = fromSlug('role', String(form.get('role') ?? ''));
  const confirmed = roleId ? await confirmRole(house, workspace, { roleId, actor }) : null;
  if (!confirmed || confirmed.kind === 'not_found') return { kind: 'unknown' };
  if (confirmed.kind === 'ended') {
    const sentence = 'The role ended meanwhile. Give the person the role they hold now.';
    return { kind: 'said', status: 409, heading: 'Not confirmed', sentence };
  }
  return { kind: 'done', target: '#stale', keepsQuery: true };
}

async function close(house: House, workspace: Workspace, { waveId, actor }: Act): Promise<Acted> {
  const closed = await closeWave(house, workspace, { waveId, actor }, endWithWave);
  if (closed.kind === 'unknown') return closed;
  if (closed.kind !== 'not_sent') return { kind: 'done', target: '', keepsQuery: false };
  const sentence = 'What was never sent has nobody to tell that it is over.';
  return { kind: 'said', status: 409, heading: 'Not closed', sentence };
}

/** Sends to the people the button counted; when the piles moved meanwhile, it says so and sends nothing. */
async function send(house: House, workspace: Workspace, { waveId, form, actor }: Act): Promise<Acted> {
  const choose = (lanes: readonly { personaId: string }[]) => readChoice(form, lanes);
  const people = String(form.get('people') ?? '');
  return say(await sendByChoice(house, workspace, { waveId, choose, people, actor }));
}

function say(sent: SentChosen): Acted {
  switch (sent.kind) {
    case 'sent':
      return { kind: 'done', target: '', keepsQuery: false };
    case 'in_debt':
    case 'refused':
      return { kind: 'said', status: sent.status, heading: 'Nothing was sent', sentence: sent.message };
    case 'mail_not_ready': {
      const { message: sentence } = sent;
      return { kind: 'said', status: 409, heading: 'Nothing was sent', sentence, way: 'mail' };
    }
    case 'nobody':
      return { kind: 'said', status: 422, heading: 'Nothing was sent', sentence: 'Nobody is chosen.' };
    case 'halted': {
      const sentence = sent.why === 'closed' ? 'This send is closed.' : `Its programme is ${sent.why}.`;
      return { kind: 'said', status: 409, heading: 'Nothing was sent', sentence };
    }
    case 'changed': {
      const many = sent.people === 1 ? '1 person' : `${sent.people} people`;
      const sentence = `It would be ${many} now. Look at the piles and send again.`;
      return {
        kind: 'said',
        status: 409,
        heading: 'The piles changed meanwhile; nothing was sent',
        sentence,
      };
    }
    case 'gone': {
      const sentence = `${GONE.heading}. Choose again.`;
      return { kind: 'said', status: 409, heading: 'Nothing was sent', sentence };
    }
    case 'unknown':
      return sent;
    default:
      return sent satisfies never;
  }
}
