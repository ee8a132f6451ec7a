import type { Locator, Page } from 'playwright-core';

/** Everything a person does who has no mouse. Each act begins by tabbing to where it happens. */

const MOST_TABS = 150;

/** Presses Tab, or Shift+Tab when the thing stands before the cursor, until the thing has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  const key = (await standsBefore(target)) ? 'Shift+Tab' : 'Tab';
  for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} times ${key} did not reach ${target}`);
}

/** Presses a link or a button. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Writes over whatever a field holds. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Writes an ISO day into a date field, whose parts stand in the order of the browser's language. */
export async function writeDay(page: Page, field: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split('-') as [string, string, string];
  await tabTo(page, field);
  await page.keyboard.type(`${month}${date}${year}`);
  const taken = await field.inputValue();
  if (taken !== day) throw new Error(`${day} was typed into ${field}, which holds "${taken}"`);
}

/** Sets a check box. */
export async function check(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  if (!(await box.isChecked())) await page.keyboard.press('Space');
}

/** Marks a radio: Tab leads to its group, arrows lead to the answer. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name');
  await tabTo(page, page.locator(`input[type=radio][name="${name}"]`));
  if (await isFocused(radio)) return page.keyboard.press('Space');
  for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
    if (await radio.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no arrow reached ${radio}`);
}

/** Chooses from a list by typing how the option begins. */
export async function pick(page: Page, list: Locator, beginning: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(beginning);
  const shown = await list.locator('option:checked').textContent();
  if (!shown?.startsWith(beginning)) throw new Error(`typing "${beginning}" chose "${shown}" in ${list}`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((element) => element === document.activeElement));
}

function standsBefore(target: Locator): Promise<boolean> {
  return target.evaluateAll(([first]) => {
    const at = document.activeElement;
    if (!first || !at || at === document.body) return false;
    const isInside = at.contains(first);
    return !isInside && (at.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
}
