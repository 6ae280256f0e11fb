import { instanceName } from '@coaching-pairs/bot/instance-name';
import { expect, it } from 'vitest';

it('[R-14] two processes that run at once never have one name: two slots on one machine of App Service, two ports of one host', () => {
  const machine = { WEBSITE_INSTANCE_ID: 'a3f1' };
  const [serving, next] = ['4f2a90c1', '7b1e44d0'].map((host) => instanceName({ environment: machine, host, port: 8080 }));
  expect(serving).not.toBe(next);
  const [one, other] = [3000, 3001].map((port) => instanceName({ environment: {}, host: 'pairs', port }));
  expect(one).not.toBe(other);
});

it('[R-14] a process that is started anew in its place has the name of the one before', () => {
  const place = { environment: { WEBSITE_INSTANCE_ID: 'a3f1' }, host: '4f2a90c1', port: 8080 };
  expect(instanceName({ ...place })).toBe(instanceName(place));
});
