/** What lies outside the database and tells whether it is the one that it was. */
export { readHome } from '#db/home.ts';
export { readTwin, type Twin, writeTwin } from '#db/twin.ts';
