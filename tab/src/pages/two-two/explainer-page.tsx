import { type ExplainerPart, explainer, explainerRevisedOn, icfCode } from '@coaching-pairs/shared/coaches/explainer';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Link as OutsideLink, Spinner } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { Page } from '../../components/page.js';
import { saveAs } from '../../components/save-as.js';
import { Section } from '../../components/section.js';
import { useMe } from '../../data/me.js';
import { useSession, useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const bytesOf = (base64: string): Blob => new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);

/** Hands out the page as a file, to be read and passed on without the app (TT-11). */
const TakeAlong = () => {
  const { call, words } = useSession();
  const house = useHouse();
  const feedback = useFeedback();
  const taking = useMutation({
    mutationFn: () => call(routes.explainerSheet, {}),
    onSuccess: ({ fileName, pdf }) => {
      saveAs(fileName, 'application/pdf', bytesOf(pdf));
      feedback.done(words.t('tab.twoTwo.explainer.taken'));
    },
  });
  return (
    <>
      {taking.error !== null && <FaultBar fault={taking.error} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          disabledFocusable={taking.isPending}
          onClick={() => taking.mutate()}
          {...(taking.isPending ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {words.t('tab.twoTwo.explainer.take')}
        </Button>
      </div>
    </>
  );
};

const Part = ({ part: { title, lines, after } }: { readonly part: ExplainerPart }) => {
  const { t } = useWords();
  const house = useHouse();
  const [only, ...more] = lines;
  return (
    <Section title={t(title)}>
      {more.length === 0 && only !== undefined ? (
        <p className={house.prose}>{t(only)}</p>
      ) : (
        <ul className={house.bullets}>
          {lines.map((line) => (
            <li key={line} className={house.prose}>
              {t(line)}
            </li>
          ))}
        </ul>
      )}
      {after !== undefined && <p className={house.prose}>{t(after)}</p>}
    </Section>
  );
};

const marker = '\u0001';

/** Whose code coaches accept, with the way to it (TT-30). */
export const IcfCode = () => {
  const { t } = useWords();
  const house = useHouse();
  const [before, after] = t('explainer.code', { site: marker }).split(marker);
  return (
    <p className={house.prose}>
      {before}
      <OutsideLink href={icfCode.url} target="_blank" rel="noreferrer" inline>
        {icfCode.name}
      </OutsideLink>
      {after}
    </p>
  );
};

/** The ways from here: everybody finds what they are in, and the way to enquire; coaches and coordinators what is theirs. */
const Ways = () => {
  const { t } = useWords();
  const house = useHouse();
  const mine = useMe().data?.twoTwo ?? null;
  if (mine === null) return null;
  return (
    <ul className={house.list}>
      <li>
        <Link to="/2-2/engagements">{t('tab.twoTwo.engagements.title')}</Link>
      </li>
      {mine.coach && (
        <li>
          <Link to="/2-2/me">{t('tab.twoTwo.mine.title')}</Link>
        </li>
      )}
      {mine.coordinator && (
        <li>
          <Link to="/2-2/coordinator">{t('tab.twoTwo.coordinator.title')}</Link>
        </li>
      )}
    </ul>
  );
};

/** What 2:2 Coaching is, for everybody once it is offered (TT-03, TT-04, TT-11). */
export const ExplainerPage = () => {
  const { t, date } = useWords();
  const house = useHouse();
  return (
    <Page title={t(explainer.title)} lead={<p className={house.prose}>{t(explainer.lead)}</p>}>
      <Ways />
      <TakeAlong />
      <div className={house.halves}>
        {explainer.parts.map((part) => (
          <Part key={part.title} part={part} />
        ))}
      </div>
      <div className={house.tight}>
        <IcfCode />
        <p className={house.small} style={{ margin: 0 }}>
          {t('explainer.revised', { date: date(explainerRevisedOn) })}
        </p>
      </div>
    </Page>
  );
};
