import type { Locator, Page } from 'playwright-core';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { check, choose, pick, press, tabTo, write, writeDay } from '#tests/support/keyboard.ts';
import { peopleFile } from './cast.ts';

/** A new CX lead at a desk, who has a keyboard and no manual. Every act presses keys and nothing else. */

const DAY = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

export async function foundWorkspace(page: Page): Promise<void> {
  await page.goto('/');
  await arrive(page, 'Welcome to Rolecall');
  await write(page, page.getByLabel('Workspace'), 'Northwind Metrics');
  await write(page, page.getByLabel('Your name'), 'Ifeoma Okonkwo');
  await write(page, page.getByLabel('Your e-mail address'), 'ifeoma@northwind.example');
  await write(page, page.getByLabel('Password'), 'four quiet herons wading');
  await press(page, button(page, 'Set up the workspace'));
  await arrive(page, 'Overview');
}

export async function bringInPeople(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Import people' }));
  await arrive(page, 'Import people');
  await tabTo(page, page.getByLabel('CSV file'));
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: peopleFile() };
  await page.getByLabel('CSV file').setInputFiles(file);
  await press(page, button(page, 'Read the file'));
  await arrive(page, 'What is in people.csv?');
  await pick(page, page.getByLabel('What they do with us goes to'), 'Role assignment: persona');
  await press(page, button(page, 'See what would happen'));
  await pick(page, page.getByLabel('“Signs” means'), 'Buyer');
  await pick(page, page.getByLabel('“Works with it” means'), 'End-user');
  await press(page, button(page, 'Keep these meanings and read again'));
  await arrive(page, '14 rows read. 12 are ready, 1 has no role, 1 needs you.');
  await press(page, button(page, 'Bring in 13 people'));
  await arrive(page, '13 new people came in.');
}

export async function startProgramme(page: Page): Promise<void> {
  await press(page, inMenu(page, 'Programmes'));
  await press(page, page.getByRole('link', { name: 'Start a programme' }));
  await arrive(page, 'New programme');
  await write(page, page.getByLabel('Name', { exact: true }), 'Winter check-in');
  await choose(page, page.getByRole('radio', { name: 'Attributed' }));
  await press(page, button(page, 'Start the programme'));
  await arrive(page, 'Winter check-in');
}

/** Six answers and the rule as a number. */
export async function writeWhy(page: Page, plural: string): Promise<void> {
  await press(page, page.getByRole('link', { name: `Write why ${plural} are asked` }));
  await arrive(page, `Why ${plural} are asked`);
  const field = (name: keyof typeof PURPOSE_LABELS) => page.getByLabel(PURPOSE_LABELS[name], { exact: true });
  await write(page, field('unknown'), 'Is it the price, or that nobody can explain it?');
  await write(page, field('decision'), 'Hold the new price list, or not');
  await write(page, field('decider'), 'Tomás Herrera');
  await writeDay(page, field('decideOn'), dayFromNow(60));
  await write(page, field('changeRule'), 'The upper end falls below zero');
  await pick(page, page.getByLabel('End of the interval'), 'Upper end');
  await pick(page, page.getByLabel('Side'), 'below');
  await write(page, page.getByLabel('Score, −100 to +100'), '0');
  await write(page, field('promise'), 'The decision and its reasons');
  await writeDay(page, field('promiseOn'), dayFromNow(75));
  await press(page, button(page, 'Save'));
  await arrive(page, 'Winter check-in');
}

/** A likelihood question, which comes complete, and a text. */
export async function publishSurvey(page: Page, plural: string): Promise<void> {
  const lane = page.getByRole('region', { name: plural, exact: true });
  await press(page, lane.getByRole('link', { name: 'Write the questions' }));
  await arrive(page, 'New survey');
  await write(page, page.getByLabel('Name', { exact: true }), `What ${plural} say`);
  await press(page, button(page, 'Write the questions'));
  await pick(page, page.getByLabel('Another question'), roomOf({ kind: 'recommend' }).words.choose);
  await press(page, button(page, 'Add it'));
  await page.getByRole('heading', { name: 'Question 1: 0 to 10' }).waitFor();
  await pick(page, page.getByLabel('Which line above does it serve?'), PURPOSE_LABELS.unknown);
  await pick(page, page.getByLabel('Another question'), roomOf({ kind: 'text' }).words.choose);
  await press(page, button(page, 'Add it'));
  await page.getByRole('heading', { name: 'Question 2: Text' }).waitFor();
  await write(page, page.getByLabel('Wording', { exact: true }), 'What should we change first?');
  await write(page, page.getByLabel('What it is about, in a word or three'), 'change first');
  await pick(page, page.getByLabel('Which line above does it serve?'), PURPOSE_LABELS.changeRule);
  await page.getByRole('link', { name: '2. What should we change first?' }).waitFor();
  // A moment after the last key the page has looked again and lets it go.
  await page.locator('button[value=publish]:not([aria-disabled])').waitFor();
  await press(page, button(page, 'Publish as v1'));
  await page.waitForURL(/\/versions\/1$/);
  await press(page, inMenu(page, 'Programmes'));
  await press(page, page.getByRole('link', { name: 'Winter check-in' }));
  await arrive(page, 'Winter check-in');
}

export async function sendWave(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Prepare a send' }));
  await arrive(page, 'New send');
  await write(page, page.getByLabel('Name', { exact: true }), 'Winter');
  await press(page, button(page, 'See who is ready'));
  await arrive(page, 'Winter');
}

/** The three piles in the order they stand in, as their counts and words. */
export async function readPiles(page: Page): Promise<string[]> {
  const piles = page.getByRole('navigation', { name: 'Piles' }).getByRole('listitem');
  return (await piles.allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '));
}

export async function pressSend(page: Page): Promise<void> {
  await press(page, button(page, 'Send to 12 people at 7 accounts'));
  await page.getByRole('heading', { name: 'Every message is settled' }).waitFor();
}

export async function openOverview(page: Page): Promise<void> {
  await press(page, inMenu(page, 'Overview'));
  await arrive(page, 'Winter, by persona');
}

export async function askForTwo(page: Page): Promise<void> {
  await press(page, inMenu(page, 'Results'));
  await arrive(page, 'What did they answer?');
  await check(page, page.getByRole('checkbox', { name: 'End-users' }));
  await check(page, page.getByRole('checkbox', { name: 'Buyers' }));
  await press(page, button(page, 'Show'));
  await page.waitForURL(/persona=.*persona=/);
}

export function arrive(page: Page, title: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

function inMenu(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
