import { personId } from '@coaching-pairs/shared/ids';
import express, { type Request, type Response, Router } from 'express';
import { photoOf } from '../people/photo.js';
import { attendeesSeen, type CalendarEvent, type CalendarRefusal } from './calendar-state.js';
import { isRecord, textIn } from './call.js';
import type { Graph } from './graph.js';

const shown = (event: CalendarEvent, ownAddress: string): Readonly<Record<string, unknown>> => ({
  id: event.id,
  meetingId: event.meetingId,
  subject: event.subject,
  text: event.body.content,
  start: new Date(event.start).toISOString(),
  end: new Date(event.end).toISOString(),
  timeZone: event.zone,
  organizerId: event.organizerId,
  attendees: attendeesSeen(event, ownAddress),
  answer: event.answer,
  location: event.location ?? '',
  joinUrl: event.joinUrl,
  sensitivity: event.sensitivity,
  cancelled: event.cancelled,
});

type Outcome = ReturnType<Graph['calendars']['cancel']>;

const statuses: Readonly<Record<CalendarRefusal, number>> = { 'not-found': 404, 'not-organizer': 403, 'organizer-cannot-answer': 403 };

const addressOf = (graph: Graph, personId: string): string => graph.directory.person(personId)?.mail ?? '';

const conclude = (graph: Graph, response: Response, outcome: Outcome): void => {
  if (outcome.ok) response.json(shown(outcome.value, addressOf(graph, outcome.value.ownerId)));
  else response.status(statuses[outcome.error]).json({ error: outcome.error });
};

const nameIn = (request: Request, name: string): string => {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
};

const answers = ['accepted', 'tentativelyAccepted', 'declined'] as const;

const calendarRoutes = (graph: Graph): Router => {
  const router = Router();
  router.get('/:person', (request, response) => {
    const id = nameIn(request, 'person');
    if (graph.directory.person(id) === undefined) response.status(404).json({ error: 'not-found' });
    else response.json(graph.calendars.events(id).map((event) => shown(event, addressOf(graph, id))));
  });
  router.post('/:person/:event/move', (request, response) => {
    const [start, end] = [Date.parse(textIn(request.body, 'start') ?? ''), Date.parse(textIn(request.body, 'end') ?? '')];
    if (Number.isNaN(start) || Number.isNaN(end) || end <= start) response.status(400).json({ error: 'start and end are instants in UTC' });
    else conclude(graph, response, graph.calendars.move(nameIn(request, 'person'), nameIn(request, 'event'), start, end));
  });
  router.post('/:person/:event/cancel', (request, response) =>
    conclude(graph, response, graph.calendars.cancel(nameIn(request, 'person'), nameIn(request, 'event'))),
  );
  router.post('/:person/:event/answer', (request, response) => {
    const answer = answers.find((one) => one === textIn(request.body, 'answer'));
    if (answer === undefined) response.status(400).json({ error: `answer is one of ${answers.join(', ')}` });
    else conclude(graph, response, graph.calendars.answer(nameIn(request, 'person'), nameIn(request, 'event'), answer));
  });
  return router;
};

const directoryRoutes = (graph: Graph): Router => {
  const router = Router();
  router.post('/:person', (request, response) => {
    const id = nameIn(request, 'person');
    const body: unknown = request.body;
    if (graph.directory.person(id) === undefined || !isRecord(body)) {
      response.status(404).json({ error: 'not-found' });
      return;
    }
    const manager = textIn(body, 'managerId');
    const department = textIn(body, 'department');
    graph.directory.change(id, {
      ...('managerId' in body ? { managerId: manager === undefined ? null : personId(manager) } : {}),
      ...(department === undefined ? {} : { department }),
      ...(typeof body.enabled === 'boolean' ? { enabled: body.enabled } : {}),
    });
    response.json(graph.directory.person(id));
  });
  router.delete('/:person', (request, response) => {
    graph.directory.remove(nameIn(request, 'person'));
    response.status(204).end();
  });
  return router;
};

const most = 20;

/** What IT may withhold: permissions of the product, and the app itself from single people. */
const permissionRoutes = (graph: Graph): Router => {
  const router = Router();
  router.put('/permissions', (request, response) => {
    const withheld: unknown = isRecord(request.body) ? request.body.withheld : undefined;
    const names = Array.isArray(withheld) ? withheld.filter((name) => typeof name === 'string') : undefined;
    if (names === undefined || names.length > most) {
      response.status(400).json({ error: 'withheld is a list of permissions' });
      return;
    }
    graph.faults.withhold(...names);
    response.json({ withheld: names });
  });
  router.put('/installations/:person', (request, response) => {
    const id = nameIn(request, 'person');
    const answer = textIn(request.body, 'answer');
    if (graph.directory.person(id) === undefined) response.status(404).json({ error: 'not-found' });
    else if (answer !== 'granted' && answer !== 'refused') response.status(400).json({ error: 'answer is one of granted, refused' });
    else {
      graph.faults.refuseInstall(id, answer === 'refused');
      response.json({ answer });
    }
  });
  return router;
};

/** What the sandbox's page and programs may see and do: calendars as in Outlook, pictures, and changes of the directory. */
export const pageRouter = (graph: Graph): Router => {
  const router = Router();
  router.use('/sandbox/calendars', express.json(), calendarRoutes(graph));
  router.use('/sandbox/directory', express.json(), directoryRoutes(graph));
  router.use(['/sandbox/permissions', '/sandbox/installations'], express.json());
  router.use('/sandbox', permissionRoutes(graph));
  router.get('/sandbox/photos/:person', (request, response) => {
    const person = graph.directory.person(nameIn(request, 'person'));
    if (person === undefined) response.status(404).end();
    else response.type('image/svg+xml').set('Cache-Control', 'max-age=3600').send(photoOf(person));
  });
  return router;
};
