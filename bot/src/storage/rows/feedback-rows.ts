import type { FeedbackNames } from '@coaching-pairs/shared/awayday/feedback-names';
import type { Feedback } from '@coaching-pairs/shared/awayday/feedback-record';
import type { Instant, PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { codecOf, idText } from './codec.js';

const person = idText<PersonId>();
const at = idText<Instant>();

const standing = {
  groups: z.array(z.object({ memberIds: z.array(person), locked: z.boolean() })),
  alone: z.array(person),
  absent: z.array(person),
};

const feedback: z.ZodType<Feedback> = z.object({
  ...standing,
  namesBy: idText<PlainDate>(),
  askedAt: at,
  madeAt: at.nullable(),
  makes: z.number(),
  announcedAt: at.nullable(),
  counts: z.object({ first: z.number(), second: z.number(), neither: z.number() }).nullable(),
  before: z.object(standing).nullable(),
});

const feedbackNames: z.ZodType<FeedbackNames> = z.object({
  by: person,
  attends: z.boolean().nullable(),
  named: z.object({ first: person, second: person }).nullable(),
});

export const feedbackRow = codecOf(feedback, 1);
export const feedbackNamesRow = codecOf(feedbackNames, 1);
