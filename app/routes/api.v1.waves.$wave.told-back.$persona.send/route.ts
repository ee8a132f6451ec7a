import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import { STILL_OPEN } from '#app/programme/told/told.ts';
import { conflictProblem, letterProblem } from '#app/programme/wire/programme-problems.ts';
import { ToldSendIn } from '#app/programme/wire/told-wire.ts';

export const loader = refuseMethod('POST');

/** Sends the letter of a lane to its respondents who had none. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: ToldSendIn };
  const personaId = args.params.persona ?? '';
  return actOnWave(args, to, async ({ house, workspace, actor, waveId, body: { revision } }) => {
    const sent = await sendTold(house, workspace, { waveId, personaId, revision, actor });
    switch (sent.kind) {
      case 'sent':
        house.wakeSender();
        return { status: 200, body: { told: sent.told } };
      case 'incomplete':
        return saying(letterProblem(Object.values(sent.missing).join(' ')));
      case 'still_open':
        return saying(letterProblem(STILL_OPEN));
      case 'nobody':
        return saying(letterProblem('Everybody who answered has been told.'));
      case 'changed': {
        const told = await readTold(house, workspace, { waveId, personaId });
        return saying(conflictProblem(told?.draft.revision ?? 0));
      }
      case 'unknown':
        return saying(notFound('such wave, or no letter is written to this persona'));
      default:
        return sent satisfies never;
    }
  });
}
