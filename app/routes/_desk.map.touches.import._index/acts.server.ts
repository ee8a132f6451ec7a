import { bringTouches } from '#app/audience/moment/file/bring-touches.server.ts';
import { planTouches } from '#app/audience/moment/file/plan-touches.server.ts';
import { TOUCH_FILE, type TouchPlan } from '#app/audience/moment/file/touch-file.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';

/** Rows to settle that the page lists; the file of them has all. */
const LISTED = 50;

/** The file as it was chosen, or as the page before carried it. */
async function bytesOf(form: FormData): Promise<Uint8Array> {
  const file = form.get('file');
  if (file instanceof File) return new Uint8Array(await file.arrayBuffer());
  return Buffer.from(String(form.get('carried') ?? ''), 'base64');
}

/** What the form wants done with its file: looked at, or brought in. */
export async function act(
  house: House,
  workspace: Workspace,
  { form, actor }: { form: FormData; actor: Actor },
) {
  const bytes = await bytesOf(form);
  if (bytes.length === 0) return { kind: 'refused', message: 'Choose a CSV file first.' } as const;
  // Said before it is read: reading stops at the same size.
  if (bytes.length > TOUCH_FILE.bytes)
    return { kind: 'refused', message: 'The file is larger than 512 KB. Bring it in parts.' } as const;
  const { timeZone: zone } = await readAskingRules(house.db, workspace);
  const carried = Buffer.from(bytes).toString('base64');
  if (form.get('intent') === 'bring') {
    const brought = await bringTouches(house, workspace, { bytes, zone, actor });
    if (brought.kind === 'refused') return brought;
    return { kind: 'brought', carried, ...countsOf(brought.plan), fresh: brought.added } as const;
  }
  const planned = await planTouches(house, workspace, { bytes, zone });
  if (planned.kind === 'refused') return planned;
  return { kind: 'planned', carried, ...countsOf(planned.plan) } as const;
}

function countsOf({ rows, fresh, known, repeated, setAside, ignored }: TouchPlan) {
  return {
    ...{ rows, known, repeated, ignored },
    fresh: fresh.length,
    setAside: setAside.length,
    listed: setAside.slice(0, LISTED).map(({ line, reason, cells }) => ({ line, reason, cells: [...cells] })),
  };
}
