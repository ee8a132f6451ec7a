import type { TaggingView } from './page.tsx';

/** Of which lane the page is, with every form on it. */
export function LaneFields({ page: { slug, persona } }: { page: TaggingView }) {
  return (
    <>
      <input type="hidden" name="wave" value={slug} />
      <input type="hidden" name="persona" value={persona.id} />
    </>
  );
}
