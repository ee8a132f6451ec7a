import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** Where a survey is wanted and no programme is there to say why anybody is asked. */
export function NoProgramme() {
  return (
    <EmptyState
      title="First a programme"
      action={
        <ButtonLink variant="primary" to="/programmes/new">
          Start a programme
        </ButtonLink>
      }
    >
      A survey serves a programme, which says why anybody is asked.
    </EmptyState>
  );
}
