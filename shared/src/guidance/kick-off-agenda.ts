/** An hour for the kick-off, in minutes from its beginning; what each part is stands in the catalogue (mission 3F). */
export const agendaParts = [
  { name: 'welcome', from: 0, to: 5 },
  { name: 'what', from: 5, to: 15 },
  { name: 'elements', from: 15, to: 30 },
  { name: 'approach', from: 30, to: 50 },
  { name: 'questions', from: 50, to: 60 },
] as const;
