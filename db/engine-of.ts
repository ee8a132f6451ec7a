export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}
