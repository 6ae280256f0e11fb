import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AllowedPath, allowedPaths, delegatedPaths, unattendedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { changeJson, eventFields, eventJson, scheduleList } from '@coaching-pairs/bot/graph/event-json';
import { unrecorded } from '@coaching-pairs/bot/graph/online-meeting';
import { userFields } from '@coaching-pairs/bot/graph/user-record';
import { instant } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const reference = (name: string): string => fileURLToPath(new URL(`../../../../shared/graph/${name}`, import.meta.url));
const permissionsFile = reference('msgraph-permissions.json');
const schemaFile = reference('msgraph-v1.0-csdl.xml');
const why = 'Microsoft’s own data is not beside this repository (../shared/graph).';

const permissions = z.object({
  permissions: z.record(
    z.string(),
    z.object({
      pathSets: z.array(
        z.object({ schemeKeys: z.array(z.string()), methods: z.array(z.string()), paths: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
});

describe('what the product asks of Graph, held against what Microsoft publishes', () => {
  it('[S-16] each permission lets whoever asks call each path that it is asked for', (ctx) => {
    if (!existsSync(permissionsFile)) return ctx.skip(why);
    const published = permissions.parse(JSON.parse(readFileSync(permissionsFile, 'utf8'))).permissions;
    const expectGranted = (scheme: string, asked: readonly AllowedPath[]): void => {
      for (const { method, path, permission } of asked) {
        if (permission === null) continue;
        const known = path.toLowerCase().replace('/microsoft.graph.user', '');
        const granted = published[permission]?.pathSets.some(
          ({ schemeKeys, methods, paths }) => schemeKeys.includes(scheme) && methods.includes(method) && known in paths,
        );
        expect([path, permission, granted]).toEqual([path, permission, true]);
      }
    };
    expectGranted('Application', allowedPaths);
    expectGranted('DelegatedWork', delegatedPaths);
    // The role of Exchange is called after the very permission of Graph.
    expectGranted('Application', unattendedPaths);
  });

  it('[S-18] what is written and read of an event, and of a schedule, is so called there', (ctx) => {
    if (!existsSync(schemaFile)) return ctx.skip(why);
    const schema = readFileSync(schemaFile, 'utf8');
    const named = (kind: string, name: string): string =>
      new RegExp(`<${kind} Name="${name}"[^>]*?>(.*?)</${kind}>`, 's').exec(schema)?.[1] ?? '';
    const expectKnown = (type: string, fields: readonly string[]): void => {
      for (const field of fields) expect([field, type.includes(` Name="${field}"`)]).toEqual([field, true]);
    };
    const start = instant('2026-12-01T10:00:00.000Z');
    const draft = { transactionId: 't', subject: 's', body: 'b', start, minutes: 60, attendees: [{ name: 'n', mail: 'm@example.com' }] };
    const online = eventJson({ ...draft, online: true, location: null, isPrivate: true });
    const walk = eventJson({ ...draft, online: false, location: 'On a walk', isPrivate: false });
    const event = ['entity', 'outlookItem', 'event'].map((name) => named('EntityType', name)).join('');
    const changed = changeJson({ start, minutes: 60, place: { online: true, location: 'On a walk', body: 'b' } });
    expectKnown(event, [...Object.keys(changed), ...Object.keys(online), ...Object.keys(walk), ...eventFields.split(',')]);
    expectKnown(named('ComplexType', 'dateTimeTimeZone'), Object.keys(online.start));
    expectKnown(named('ComplexType', 'itemBody'), Object.keys(online.body));
    expectKnown(named('ComplexType', 'recipient') + named('ComplexType', 'attendeeBase'), Object.keys(online.attendees[0] ?? {}));
    expectKnown(named('ComplexType', 'location'), Object.keys(walk.location ?? {}));
    expectKnown(named('EnumType', 'sensitivity'), [online.sensitivity, walk.sensitivity]);
    expectKnown(named('EnumType', 'freeBusyStatus'), [online.showAs]);
    expectKnown(named('EnumType', 'onlineMeetingProviderType'), ['onlineMeetingProvider' in online ? online.onlineMeetingProvider : '']);
    const { error: _shapedOtherwise, ...schedule } = scheduleList.shape.value.element.shape;
    expectKnown(named('ComplexType', 'scheduleInformation'), Object.keys(schedule));
  });

  it('what is switched off of a meeting is so called there, and can be on or off', (ctx) => {
    if (!existsSync(schemaFile)) return ctx.skip(why);
    const schema = readFileSync(schemaFile, 'utf8');
    const meeting = /<EntityType Name="onlineMeetingBase"[^>]*>(.*?)<\/EntityType>/s.exec(schema)?.[1] ?? '';
    for (const [field, value] of Object.entries(unrecorded)) {
      expect([field, meeting.includes(`Name="${field}" Type="Edm.Boolean"`), value]).toEqual([field, true, false]);
    }
    expect(meeting).toContain(' Name="joinWebUrl"');
  });

  it('every field that is read is a property of people', (ctx) => {
    if (!existsSync(schemaFile)) return ctx.skip(why);
    const schema = readFileSync(schemaFile, 'utf8');
    const typeOf = (name: string): string => new RegExp(`<EntityType Name="${name}"[^>]*>(.*?)</EntityType>`, 's').exec(schema)?.[1] ?? '';
    const known = ['entity', 'directoryObject', 'user'].map(typeOf).join('');
    for (const field of [...userFields.split(','), 'manager']) expect([field, known.includes(` Name="${field}"`)]).toEqual([field, true]);
  });
});
