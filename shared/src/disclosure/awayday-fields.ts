/** The fields of the Awayday as everybody whom the round is for sees it. */
export const awaydayFields = [
  ...(['form', 'day', 'time', 'zone', 'start', 'minutes', 'location', 'joinUrl', 'when'] as const),
  ...(['agenda[].id', 'agenda[].kind', 'agenda[].wording', 'agenda[].minutes'] as const),
] as const;
