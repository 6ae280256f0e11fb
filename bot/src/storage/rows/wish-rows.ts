import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Wishes } from '@coaching-pairs/shared/round/wishes';
import * as z from 'zod';
import { codecOf, idText } from './codec.js';

const person = idText<PersonId>();

const wishes: z.ZodType<Wishes> = z.object({ by: person, closely: z.array(person), trusted: z.array(person) });

export const wishRow = codecOf(wishes, 1);
