import '@coaching-pairs/shared/wire/no-eval';

// The pages come in chunks of their own, so that no schema is made before the line above has run.
await import('./start.js');
