import { config } from 'zod';

// Schemas may compile themselves with `new Function`; a page whose policy forbids that asks for the plain way before any schema is made (S-12).
config({ jitless: true });
