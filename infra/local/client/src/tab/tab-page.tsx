import { useEffect, useRef } from 'react';
import { meaningOf } from '../links.js';
import { AppPicture } from '../people/avatar.js';
import { hashOf } from '../place.js';
import { sandbox } from '../sandbox-api.js';
import { type Session, useSession } from '../sandbox-state.js';
import type { ThemeName } from '../themes.js';
import { t } from '../words.js';
import { hostFrame } from './teams-host.js';

const contextOf = ({ me, tenant, place }: Session, theme: ThemeName) => ({
  entityId: 'home',
  subEntityId: place.inside,
  locale: (me.language ?? 'en-GB').toLowerCase(),
  theme,
  userObjectId: me.id,
  loginHint: me.mail ?? me.id,
  userPrincipalName: me.mail ?? me.id,
  userDisplayName: me.name,
  tid: tenant.tenantId,
  tenantSKU: 'enterprise',
  hostClientType: 'web',
  hostName: 'Teams',
  frameContext: 'content',
  ringId: 'general',
  sessionId: place.personId,
  appSessionId: place.personId,
  isFullScreen: false,
});

const useHost = (theme: ThemeName) => {
  const session = useSession();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<ReturnType<typeof hostFrame> | null>(null);
  const latest = useRef({ session, theme });
  useEffect(() => {
    latest.current = { session, theme };
  });
  useEffect(() => {
    if (frame.current === null) return undefined;
    const opened = hostFrame(frame.current, {
      context: () => contextOf(latest.current.session, latest.current.theme),
      token: async () => (await sandbox.token(latest.current.session.me.id)).token,
      openLink: (url) => {
        const meaning = meaningOf(url);
        if (meaning.kind === 'app') latest.current.session.go({ view: 'app', inside: meaning.subPage });
        else if (meaning.kind === 'web') window.open(meaning.url, '_blank', 'noopener');
        else latest.current.session.say(t('page.outside'));
      },
    });
    host.current = opened;
    return opened.stop;
  }, []);
  useEffect(() => host.current?.theme(theme), [theme]);
  return frame;
};

/** The app's own page, framed as the Teams client frames it. */
const Frame = ({ theme }: { readonly theme: ThemeName }) => {
  const frame = useHost(theme);
  return <iframe ref={frame} className="tab-frame" title={t('tab.frame')} src="/tab/" />;
};

/** The personal app of one person; a deep link opens it anew at the page it names. */
export const TabPage = ({ theme }: { readonly theme: ThemeName }) => {
  const { place } = useSession();
  return (
    <section className="pane" aria-label={t('page.app')}>
      <div className="pane-header">
        <AppPicture size={32} />
        <h2>{t('page.app')}</h2>
        <nav className="pane-tabs" aria-label={t('tab.label')}>
          <a href={hashOf({ ...place, view: 'chat', inside: 'bot' })}>{t('tab.chat')}</a>
          <a aria-current="page" href={hashOf({ ...place, inside: '' })}>
            {t('tab.home')}
          </a>
        </nav>
      </div>
      <Frame key={place.inside} theme={theme} />
    </section>
  );
};
