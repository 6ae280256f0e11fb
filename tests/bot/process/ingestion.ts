import express, { type Express } from 'express';
import { z } from 'zod';

/** One envelope as Application Insights takes it, with what the tests look at. */
const Envelope = z.looseObject({
  name: z.string(),
  iKey: z.string(),
  tags: z.record(z.string(), z.string()),
  data: z.object({
    baseType: z.string(),
    baseData: z.looseObject({
      name: z.string().optional(),
      responseCode: z.string().optional(),
      success: z.boolean().optional(),
      properties: z.record(z.string(), z.string()).optional(),
      metrics: z.array(z.looseObject({ name: z.string(), value: z.number(), count: z.number().optional() })).optional(),
    }),
  }),
});
export type Envelope = z.infer<typeof Envelope>;

/** Takes figures as the ingestion of Application Insights does, on an https origin of this machine, and keeps all that came. */
export const openIngestion = (app: Express) => {
  const bodies: string[] = [];
  const authorizations: string[] = [];
  let answer: { readonly status: number; readonly location?: string } = { status: 200 };
  app.post('/v2.1/track', express.text({ type: () => true, limit: '20mb' }), (request, response) => {
    authorizations.push(request.get('authorization') ?? '');
    bodies.push(String(request.body));
    if (answer.location !== undefined) response.set('location', answer.location);
    const count = Envelope.array().parse(JSON.parse(String(request.body))).length;
    response.status(answer.status).json({ itemsReceived: count, itemsAccepted: answer.status === 200 ? count : 0, errors: [] });
  });
  return {
    bodies,
    authorizations,
    answerWith: (next: typeof answer): void => {
      answer = next;
    },
    envelopes: (): readonly Envelope[] => bodies.flatMap((body) => Envelope.array().parse(JSON.parse(body))),
  };
};
