import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { When } from '#app/ui/time.tsx';
import { useDesk } from './desk-view.tsx';
import type { KeptWords } from './kept-words.ts';

/** What this tab held when it was closed or broke, to be taken up again or let go. */
export function FoundWords({ found, onDone }: { found: KeptWords; onDone(): void }) {
  const { change } = useDesk();
  const takeUp = () => {
    change({ kind: 'take_up', base: found.base, draft: found.draft });
    onDone();
  };
  return (
    <Notice
      heading="Something you typed was not saved"
      sentence={
        <>
          It was typed in this tab, last on{' '}
          <When at={found.at} zone="UTC" locale="en-GB" precision="minute" />, and never reached the server.
        </>
      }
      foot={
        <span className="cluster">
          <Button variant="tiny" type="button" onClick={takeUp}>
            Take it up again
          </Button>
          <Button variant="tiny" type="button" onClick={onDone}>
            Let it go
          </Button>
        </span>
      }
    />
  );
}
