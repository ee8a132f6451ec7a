import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPause } from '#app/delivery/armed/read-pause.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { placesFor } from '#app/membership/navigation.ts';
import { DESK, PERMISSION_WORDS } from '#app/membership/permission.ts';

/** What the frame shows. It protects nothing: every page inside has a guard of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspaceName, member } = await requireMember(request, context);
  const nav = placesFor(member.permission);
  const { permission } = member;
  const pause = DESK.includes(permission) ? await readPause(context.house) : null;
  return {
    frame: { workspaceName, memberName: member.name, permission: PERMISSION_WORDS[permission], nav },
    pause: pause && { ...pause, mayConfirm: permission === 'admin' },
  };
}

export { DeskFault as ErrorBoundary, DeskPage as default } from './page.tsx';
