import { allowedPaths, delegatedPaths, unattendedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { harmless, harmlessMethod } from '@coaching-pairs/bot/telemetry/harmless';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { describe, expect, it } from 'vitest';

describe('what may leave the process as a figure', () => {
  it('[S-20] is each template of ours as it stands', () => {
    const graph = [...allowedPaths, ...delegatedPaths, ...unattendedPaths].map(({ method, path }) => `${method} ${path}`);
    const ours = [...Object.values(routes).map(({ path }) => path), ...graph, '/tab/{*place}', '/tab/sign-in', '/api/messages'];
    expect(ours.filter((template) => harmless(template) !== template)).toEqual([]);
    expect(ours.length).toBeGreaterThan(100);
  });

  it.each([
    'GET /users/7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b02',
    '/api/rounds/r-12',
    'priya@example.com',
    '29:hanna',
    'Hanna’s note',
    "it's mine",
    'https://example.com/',
    'a,b',
    'x'.repeat(200),
    '',
    'GET /me\n/messages',
  ])('[S-20] is never %s', (text) => {
    expect(harmless(text)).toBe('other');
  });

  it('[S-20] is a method of HTTP from a short list, whatever a caller writes', () => {
    expect(['GET', 'PUT', 'BREW', 'get', 'PRIYA'].map(harmlessMethod)).toEqual(['GET', 'PUT', 'other', 'other', 'other']);
  });
});
