/** A stretch of time, in milliseconds of the epoch; `to` is not included. Lists of them are in order and do not touch. */
export type Span = { readonly from: number; readonly to: number };

/** Any stretches put in order, those that overlap or touch made one. */
export const merged = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else if (span.from < span.to) joined.push(span);
  }
  return joined;
};

/** What lies in both. */
export const common = (ones: readonly Span[], others: readonly Span[]): readonly Span[] => {
  const shared: Span[] = [];
  let place = 0;
  for (const one of ones) {
    while ((others[place]?.to ?? Number.POSITIVE_INFINITY) <= one.from) place += 1;
    for (let at = place; (others[at]?.from ?? Number.POSITIVE_INFINITY) < one.to; at += 1) {
      const other = others[at];
      if (other !== undefined) shared.push({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) });
    }
  }
  return shared;
};

/** What is left of the first when the second is taken out. */
export const without = (spans: readonly Span[], taken: readonly Span[]): readonly Span[] =>
  spans.flatMap((span) => {
    const left: Span[] = [];
    let { from } = span;
    for (const one of taken) {
      if (one.to <= from) continue;
      if (one.from >= span.to) break;
      if (one.from > from) left.push({ from, to: one.from });
      from = one.to;
    }
    return from < span.to ? [...left, { from, to: span.to }] : left;
  });
