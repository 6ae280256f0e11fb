import { isConnectorUrl } from '@coaching-pairs/bot/bolt/connector-origins';
import { trustRootsOf } from '@coaching-pairs/bot/trust-roots';
import { describe, expect, it } from 'vitest';

describe('where the bot may send its token', () => {
  const { connectorOrigins } = trustRootsOf();

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/teams',
    'https://api.botframework.com/',
    'https://europe.directline.botframework.com/',
  ])('[S-05] %s is a connector', (url) => {
    expect(isConnectorUrl(connectorOrigins, url)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example.com/',
    'https://evil.smba.trafficmanager.net/',
    'https://other.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'https://priya@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example.com/',
    'https://127.0.0.1/',
    'ftp://api.botframework.com/',
    'smba.trafficmanager.net',
    '',
  ])('[S-05] %s is none', (url) => {
    expect(isConnectorUrl(connectorOrigins, url)).toBe(false);
  });

  it('[S-05] in the sandbox the loopback origin is the only connector', () => {
    const sandbox = trustRootsOf('https://127.0.0.1:4443').connectorOrigins;
    expect(isConnectorUrl(sandbox, 'https://127.0.0.1:4443/connector/')).toBe(true);
    for (const url of ['https://smba.trafficmanager.net/emea/', 'https://127.0.0.1:4444/', 'http://127.0.0.1:4443/']) {
      expect(isConnectorUrl(sandbox, url)).toBe(false);
    }
  });
});
