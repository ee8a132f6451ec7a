import type { LoaderFunctionArgs } from '@remix-run/node';
import { countLaneMail } from '#app/delivery/count-lane-mail.server.ts';
import { toLaneMailOut } from '#app/delivery/wire/mail-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readOrdered } from '#app/programme/order/read-ordered.server.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { toWaveOut } from '#app/programme/wire/wave-wire.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const waveId = fromSlug('wave', params.wave);
    const [wave] = waveId ? await pageWaves(context.house.db, workspace, { waveId }) : [];
    if (!wave) return saying(notFound('such wave'));
    const { unready, leftOut } = await readOrdered(context.house.db, workspace, wave.id);
    const mail = await countLaneMail(context.house.db, workspace, wave.id);
    return {
      status: 200,
      body: { ...toWaveOut(wave), unready, left_out: leftOut, mail: mail.map(toLaneMailOut) },
    };
  });
}

export const action = refuseMethod('GET');
