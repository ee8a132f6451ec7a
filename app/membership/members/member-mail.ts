import { type Html, html } from '#app/platform/html.ts';

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

interface LetterOf {
  workspaceName: string;
  name: string;
  url: string;
}

/** Asks somebody to become a member. */
export function welcomeMail({ inviter, ...to }: LetterOf & { inviter: string }): WrittenMail {
  return write(`${inviter} invites you to ${to.workspaceName} on Rolecall`, to, {
    why: `${inviter} invites you to work with the feedback of ${to.workspaceName}. Choose a password to begin:`,
    note: 'The link works once, for seven days. If you don’t know what this is about, do nothing.',
  });
}

/** Lets a member choose a new password. */
export function resetMail(to: LetterOf): WrittenMail {
  return write(`A new password for ${to.workspaceName} on Rolecall`, to, {
    why: `Somebody, most likely you, asked for a new password for ${to.workspaceName}. Choose it here:`,
    note: 'The link works once, for one hour. If it wasn’t you, do nothing: your password stays as it is.',
  });
}

function write(
  subject: string,
  { name, url }: LetterOf,
  { why, note }: { why: string; note: string },
): WrittenMail {
  const body: Html = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
<p>Hello ${name},</p>
<p>${why}</p>
<p><a href="${url}">${url}</a></p>
<p>${note}</p>
</body>
</html>`;
  return { subject, text: `Hello ${name},\n\n${why}\n\n${url}\n\n${note}\n`, html: body.text };
}
