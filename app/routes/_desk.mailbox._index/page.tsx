import { Link, useLoaderData } from '@remix-run/react';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [{ label: 'To' }, { label: 'Subject', plain: true }, { label: 'Arrived', plain: true }];

export function MailboxPage() {
  const { lines, older, isPaged, keepsMail } = useLoaderData<typeof loader>();
  const rows = lines.map((line) => ({
    key: line.slug,
    cells: [
      <Link key="to" to={`/mailbox/${line.slug}`}>
        {line.to}
      </Link>,
      line.subject,
      <When key="at" at={line.receivedAt} zone="UTC" locale="en-GB" precision="minute" />,
    ],
  }));
  return (
    <>
      <PageHead
        title="Mailbox"
        lead={
          keepsMail
            ? 'No mail server is set, so every letter lands here and nowhere else. Set SMTP_URL to send for real.'
            : 'Mail goes out through your mail server. Here are the letters from before it was set.'
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="No letters yet." action={<Link to="/sends">Go to sends</Link>}>
          Send a wave, or invite a member, and the letter appears here.
        </EmptyState>
      ) : (
        <DataTable caption="Letters, newest first" captionHidden head={HEAD} rows={rows} />
      )}
      <Pager label="Letters" previous={isPaged ? '' : null} next={older ? `?before=${older}` : null} />
    </>
  );
}
