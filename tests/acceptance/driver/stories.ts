/** Every night all stories are played; by day, of those that resemble each other, one. */
export const everyStory = process.env['STORIES'] === 'all';
