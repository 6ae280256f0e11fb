import { type KitSheet, kitSheets } from '@coaching-pairs/shared/guidance/kit';
import type { Kit } from '@coaching-pairs/shared/wire/kit';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Sheet } from './sheet.js';

const Sheets = ({ roundId, kit }: { readonly roundId: string; readonly kit: Kit }) => {
  const { t } = useWords();
  const house = useHouse();
  const [chosen, setChosen] = useState<KitSheet>(kitSheets[0]);
  const own = kit.sheets.find(({ sheet }) => sheet === chosen) ?? null;
  const nameOf = (sheet: KitSheet): string => {
    const title = t(`kit.${sheet}.title`);
    return kit.sheets.some((one) => one.sheet === sheet) ? t('tab.kit.changed', { title }) : title;
  };
  return (
    <>
      <Field label={t('tab.kit.sheet')} className={house.field}>
        <Select
          value={chosen}
          select={{ className: house.select }}
          onChange={(_event, { value }) => setChosen(kitSheets.find((one) => one === value) ?? chosen)}
        >
          {kitSheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {nameOf(sheet)}
            </option>
          ))}
        </Select>
      </Field>
      <Sheet key={chosen} roundId={roundId} sheet={chosen} own={own} />
    </>
  );
};

/** The sheets that organisers work with, from the invitation to the Awayday: to be rewritten, copied, printed (mission 3F). */
export const KitPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.kit, { key: keys.kit(roundId), params: { roundId } });
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.kit.title')} back={back} lead={t('tab.kit.lead')} asked={asked}>
      {(kit) => <Sheets roundId={roundId} kit={kit} />}
    </AskedPage>
  );
};
