import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { askedPage } from '#app/overview/page/asked-page.ts';
import { drawLane } from '#app/overview/picture/draw-lane.server.ts';
import { notePicture } from '#app/overview/picture/note-picture.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { fromSlug } from '#app/platform/ids.ts';

/** One persona's lane for a slide; without a persona there is no picture. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context);
  const personas = new URL(request.url).searchParams.getAll('persona');
  const [personaId, ...further] = personas;
  const drawn = await drawLane(context.house, workspace, {
    ...askedPage(request.url, fromSlug),
    personaId: further.length === 0 && personaId ? personaId : null,
  });
  switch (drawn.kind) {
    case 'drawn':
      return new Response(new Uint8Array(drawn.png), {
        headers: fileHeaders('image/png', `${drawn.name}.png`, 'inline'),
      });
    case 'unknown':
      throw new Response('There is no such lane.', { status: 404 });
    case 'persona_needed':
      await notePicture(context.house, workspace, { personas: personas.filter(Boolean), actor: member.id });
      throw new Response('A picture is of one persona. Name it in the address: ?persona=', { status: 422 });
    default:
      return drawn satisfies never;
  }
}
