import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../libs/contracts/tickets.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { BilingualText } from './bilingual-text.tsx';
import { Folded } from './folded.tsx';
import { FormattedMail } from './formatted-mail.tsx';
import styles from './message-body.module.css';
import { useIsTranslated, useMessageTranslation, useReadingHabits } from './use-reading.ts';

/** What was written: newly in full, signature and quotes folded; as text or as the mail looked; with its translation. */
export function MessageBody({ message, isFormatted }: { message: Message; isFormatted: boolean }) {
  const { t } = useTranslation('conversation');
  if (isFormatted) return <FormattedMail message={message} />;
  return (
    <div className={styles.body}>
      {message.text.trim() === '' ? (
        <p className={styles.nothing}>{t(message.attachments.length > 0 ? 'message.onlyFiles' : 'message.empty')}</p>
      ) : (
        <Text message={message} />
      )}
      {message.forwarded && (
        <Folded label={t('message.forwarded')} isOpenAtFirst>
          <p className={styles.forwardedHead} dir="auto">
            {[message.forwarded.from, message.forwarded.subject, message.forwarded.date].filter(Boolean).join(' · ')}
          </p>
          <div className={styles.text} dir="auto">
            {message.forwarded.text}
          </div>
        </Folded>
      )}
      {(message.signature || message.quotedText) && (
        <Folded label={t(message.quotedText ? 'message.quoted' : 'message.signature')}>
          {[message.signature, message.quotedText].filter(Boolean).map((text) => (
            <div key={text} className={styles.quiet} dir="auto">
              {text}
            </div>
          ))}
        </Folded>
      )}
    </div>
  );
}

function Text({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const errorText = useErrorText();
  const habits = useReadingHabits();
  const isWanted = useIsTranslated(message);
  const translation = useMessageTranslation(message, isWanted, habits.language);
  if (isWanted && translation.data) {
    return (
      <BilingualText
        original={message.text}
        language={translation.data.source}
        translation={translation.data.text}
        translationLanguage={translation.data.target}
      />
    );
  }
  return (
    <>
      <Letter text={message.text} language={message.language} />
      {isWanted && translation.error && (
        <p className={styles.translationError} role="status">
          {errorText(translation.error)}{' '}
          <button type="button" className={styles.again} onClick={() => void translation.refetch()}>
            {t('translation.again')}
          </button>
        </p>
      )}
    </>
  );
}

/** A text longer than this is shown in part: nobody reads a log file in a conversation. */
const long = 12_000;

function Letter({ text, language }: { text: string; language: string | null }) {
  const { t } = useTranslation('conversation');
  const [isWhole, setIsWhole] = useState(text.length <= long);
  return (
    <>
      <div className={styles.text} dir="auto" lang={language ?? undefined}>
        {isWhole ? text : `${text.slice(0, long)} …`}
      </div>
      {!isWhole && (
        <button type="button" className={styles.again} onClick={() => setIsWhole(true)}>
          {t('message.showAll')}
        </button>
      )}
    </>
  );
}
