import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { placesFor } from '#app/membership/navigation.ts';
import { PERMISSION_WORDS } from '#app/membership/permission.ts';

/** What the frame shows. It protects nothing: every page inside has a guard of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspaceName, member } = await requireMember(request, context);
  const nav = placesFor(member.permission);
  return { workspaceName, memberName: member.name, permission: PERMISSION_WORDS[member.permission], nav };
}

export { DeskFault as ErrorBoundary, DeskPage as default } from './page.tsx';
