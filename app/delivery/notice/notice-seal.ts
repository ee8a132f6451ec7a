/** What a mail that is passed on is sealed under: it may quote a letter, and a letter holds its link. */
export const noticeSeal = (id: string) => `notice ${id}`;
