import { Button } from '@mantine/core';
import { IconChevronDown, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { Picker } from '../../components/picker.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { languageName } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { useLanguageOptions } from '../tickets/index.ts';
import type { LocalDraft } from './draft.ts';
import styles from './language-line.module.css';
import type { useOwnTranslation } from './use-own-translation.ts';

/** `Answer in Français ▾`, and the translation of one's own words into it. */
export function LanguageLine({
  draft,
  language,
  detail,
  change,
  translation,
}: {
  draft: LocalDraft;
  language: string;
  detail: TicketDetail;
  change: (changes: Partial<LocalDraft>) => void;
  translation: ReturnType<typeof useOwnTranslation>;
}) {
  const { t, i18n } = useTranslation('composer');
  const me = useMe();
  const errorText = useErrorText();
  const options = useLanguageOptions([detail.reply.language, ...me.languages.map((l) => l.language)]);
  const name = languageName(language, i18n.language);
  return (
    <div className={styles.line}>
      {translation.error && (
        <span role="alert" className={styles.error}>
          {errorText(translation.error)}
        </span>
      )}
      {draft.original ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={translation.restore}>
          {t('translation.restore')}
        </Button>
      ) : (
        translation.isPossible && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconLanguage size={15} stroke={1.6} />}
            loading={translation.isTranslating}
            disabled={draft.body.trim() === ''}
            onClick={translation.translate}
          >
            {t('translation.into', { language: name })}
          </Button>
        )
      )}
      <Picker
        label={t('language')}
        options={options}
        selected={[language]}
        onChoose={(chosen) => change({ language: chosen === detail.reply.language ? null : chosen })}
      >
        {t('answerIn', { language: name })}
        <IconChevronDown size={14} stroke={1.6} aria-hidden />
      </Picker>
    </div>
  );
}
