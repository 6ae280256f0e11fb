import { impactAssessment } from '@coaching-pairs/shared/privacy/assessment';
import type { Block, PrivacyDocument } from '@coaching-pairs/shared/privacy/document';
import { markdownOf } from '@coaching-pairs/shared/privacy/markdown';
import { privacyNotice } from '@coaching-pairs/shared/privacy/notice';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import type { ReactNode } from 'react';
import { BackLink } from '../../components/asked-page.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { phone, useHouse } from '../../style/house.js';
import { CopyLink } from './resource-page.js';
import { useCopying } from './use-resources.js';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', [phone]: { display: 'block' } },
  head: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  heads: { [phone]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { [phone]: { display: 'block' } },
  line: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: 'block', padding: `${tokens.spacingVerticalM} 0` },
  },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} 0`,
    overflowWrap: 'break-word',
    ':first-child': { fontWeight: tokens.fontWeightSemibold },
    '::first-letter': { textTransform: 'uppercase' },
    // On a phone the headings are out of sight.
    [phone]: {
      display: 'block',
      padding: `${tokens.spacingVerticalXXS} 0`,
      ':not(:first-child)::before': { content: 'attr(data-label) ": "' },
    },
  },
});

const Table = ({ label, heads, rows }: Extract<Block, { kind: 'table' }> & { readonly label: string }) => {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as blocks, rows and cells would lose their roles on a phone
    <table role="table" className={styles.table} aria-label={label}>
      <thead className={styles.heads}>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: see above
          <tr key={row[0]} role="row" className={styles.line}>
            {row.map((text, at) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <td key={heads[at]} role="cell" data-label={heads[at]} className={styles.cell}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Shown = ({ block, label }: { readonly block: Block; readonly label: string }) => {
  const house = useHouse();
  if (block.kind === 'table') return <Table {...block} label={label} />;
  if (block.kind === 'list') {
    return (
      <ul className={house.bullets}>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  return <p className={`${house.prose} ${block.kind === 'blank' ? house.quiet : ''}`}>{block.text}</p>;
};

const DocumentPage = ({ document, aside }: { readonly document: PrivacyDocument; readonly aside: ReactNode }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Page
      title={document.title}
      lead={<p className={house.prose}>{document.lead}</p>}
      above={<BackLink to="/resources">{t('tab.resources.all')}</BackLink>}
      aside={aside}
    >
      {document.parts.map(({ heading, blocks }) => (
        <Section key={heading} title={heading}>
          {blocks.map((block) => (
            <Shown key={JSON.stringify(block)} block={block} label={heading} />
          ))}
        </Section>
      ))}
    </Page>
  );
};

/** What is kept, who reads it and for how long, for everybody, in a round or not (C-10, C-11). */
export const PrivacyPage = () => (
  <DocumentPage document={privacyNotice(useWords(), 'page')} aside={<CopyLink place="resources/privacy" />} />
);

/** The impact assessment that is gone through before a first round, to be taken along and completed (C-11). */
export const AssessmentPage = () => {
  const words = useWords();
  const copy = useCopying();
  const assessment = impactAssessment(words);
  const take = (): void => void copy(markdownOf(assessment), words.t('tab.kept.documents.copied'));
  return (
    <DocumentPage
      document={assessment}
      aside={
        <Button icon={<CopyRegular />} style={{ whiteSpace: 'nowrap' }} onClick={take}>
          {words.t('tab.kept.documents.copy')}
        </Button>
      }
    />
  );
};
