import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe('a file of people, by forms alone', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let visitor: Visitor;
  let workspace: Workspace;

  beforeAll(async () => {
    test = await openTestHouse();
    workspace = (await foundTestWorkspace(test.house)).workspace;
    doors = await openDoors(test.house);
    visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await test.close();
  });

  async function upload(name: string, bytes: BlobPart): Promise<Response> {
    const body = new FormData();
    body.append('file', new File([bytes], name, { type: 'text/csv' }));
    const headers = { 'sec-fetch-site': 'same-origin' };
    return visitor.send('/people/import?index', { method: 'POST', body, headers });
  }

  const run = (path: string) => runImport(test.house, workspace, fromSlug('import', path.split('/').at(-1))!);
  const text = async (path: string) => (await visitor.get(path)).text();

  it('goes from the upload to people with roles, and hands back the rows to settle', async () => {
    const file = `${readFileSync('tests/reference/people/salesforce-report.csv', 'utf8')}"0035x","","Brandt","","brandt@","Acme","","User","",""\n`;
    const uploaded = await upload('salesforce.csv', file);
    expect(uploaded.status).toBe(303);
    const path = uploaded.headers.get('location')!;
    expect(await text(path)).toContain('Where each column goes');

    const targets = ['person.external_id', 'person.first_name', 'person.last_name', 'person.job_title'];
    targets.push(
      'person.email',
      'account.name',
      'account.external_id',
      'role.persona',
      'leave_out',
      'leave_out',
    );
    const columns = Object.fromEntries(targets.map((target, at) => [`column-${at}`, target]));
    const chosen = await visitor.post(`${path}?index`, { ...columns, intent: 'columns' });
    expect(chosen.status).toBe(303);
    expect(await text(path)).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    await run(path);
    expect(await text(path)).toContain('wait for 3 words');

    const meanings = {
      word: ['Economic Buyer', 'User', 'Technical Influencer'],
      meaning: ['buyer', 'end_user', ''],
    };
    await visitor.post(`${path}?index`, { ...meanings, intent: 'words' });
    await run(path);
    expect(await text(path)).toContain('wait for the word “Technical Influencer”');
    await visitor.post(`${path}?index`, { intent: 'bring_in' });
    await run(path);
    expect(await text(path)).toContain('3 new people came in');

    const rejects = await visitor.get(`${path}/rejects`);
    expect(rejects.headers.get('content-disposition')).toContain('attachment');
    const lines = (await rejects.text()).trim().split('\r\n');
    expect(lines[0]).toContain('Line,To settle,Contact ID,First Name');
    expect(lines[1]).toContain('5,Nobody has said yet what “Technical Influencer” means.');
    expect(lines[2]).toContain('6,E-mail “brandt@” isn’t complete.');

    const people = await text('/people?persona=buyer');
    expect(people).toContain('Ruth Achterberg');
    expect(people).not.toContain('Kofi Mensah');
    const leads = async (q: string) =>
      (await visitor.get(`/go?q=${encodeURIComponent(q)}`)).headers.get('location');
    expect(await leads('ruth')).toMatch(/^\/people\/per_/);
    expect(await leads('meridian foods')).toMatch(/^\/accounts\/acc_/);
    expect(await leads('example')).toBe('/people?q=example');
  });

  it('says in one sentence what is wrong with a file or a mapping, and keeps what was chosen', async () => {
    const empty = await upload('empty.csv', '');
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Choose a CSV file that has rows in it.');
    const uploaded = await upload('odd.csv', 'Who,Mail,Where\nRuth,ruth@b.example,Beta\n');
    const path = uploaded.headers.get('location')!;
    const form = {
      'column-0': 'person.name',
      'column-1': 'leave_out',
      'column-2': 'account.name',
      intent: 'columns',
    };
    const wrong = await visitor.post(`${path}?index`, form);
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('Say which column holds the e-mail');
    expect(page).toMatch(/<option value="person\.name" selected="">/);
  });

  it('is not read past 11 MB', async () => {
    const tooLarge = await upload('large.csv', 'x'.repeat(12 * 1024 * 1024));
    expect(tooLarge.status).toBe(413);
  });
});
