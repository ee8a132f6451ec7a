/** A choice such as “None of these” goes with no other: what is ticked last stands, and takes the other ticks away. */
export function untickBeside(ticked: Element): void {
  if (!(ticked instanceof HTMLInputElement) || !ticked.checked) return;
  const beside = ticked.hasAttribute('data-lone') ? 'input' : '[data-lone]';
  for (const other of ticked.closest('.opts')?.querySelectorAll<HTMLInputElement>(beside) ?? [])
    if (other !== ticked && other.type === 'checkbox') other.checked = false;
}
