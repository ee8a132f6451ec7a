import { config } from 'zod';

// Told before any schema is made: the page's policy allows no code from text, and would report the attempt.
config({ jitless: true });
