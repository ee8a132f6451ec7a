/** A length in half minutes, such as `up to 1½ minutes`. */
export function sayMinutes(seconds: number): string {
  const halves = Math.max(2, Math.ceil(seconds / 30));
  const whole = Math.floor(halves / 2);
  if (halves === 2) return 'up to a minute';
  return `up to ${whole}${halves % 2 === 1 ? '½' : ''} minutes`;
}
