import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type SurveyedFolder, surveyChannel } from '../../../../libs/contracts/channels.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useLanguage } from '../../components/use-language.ts';
import { call } from '../../lib/call.ts';
import { fileSize, languageName } from '../../lib/format.ts';
import styles from './settings.module.css';

/** What connecting the mailbox would bring, asked of its server; nothing is taken in. */
export function MailboxSurvey({ channelId }: { channelId: string }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const text = useErrorText();
  const survey = useMutation({ mutationFn: () => call(surveyChannel, { params: { id: channelId } }) });
  const found = survey.data;
  const ignored = found?.folders.filter((f) => !f.isRead && f.messages > 0) ?? [];
  return (
    <>
      <Button variant="default" size="compact-md" loading={survey.isPending} onClick={() => survey.mutate()}>
        {t('mailbox.survey')}
      </Button>
      {survey.error ? <p className={styles.bad}>{text(survey.error)}</p> : null}
      {found && (
        <div className={styles.state} role="status">
          {found.folders
            .filter((f) => f.isRead)
            .map((f) => (
              <Folder key={f.folder} folder={f} />
            ))}
          {found.missing.length > 0 && (
            <p className={styles.bad}>{t('mailbox.surveyMissing', { folders: found.missing.join(', ') })}</p>
          )}
          {ignored.length > 0 && (
            <p className={styles.soft}>
              {t('mailbox.surveyNotRead', {
                folders: ignored.map((f) => `${f.folder} (${f.messages.toLocaleString(language)})`).join(', '),
              })}
            </p>
          )}
          {found.sampled > 0 && (
            <p>
              {t('mailbox.surveyLanguages', {
                sampled: found.sampled,
                automatic: found.automatic,
                languages: found.languages
                  .map(
                    (l) =>
                      `${l.language ? languageName(l.language, language) : t('mailbox.unknownLanguage')} ${l.messages}`,
                  )
                  .join(', '),
              })}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Folder({ folder: f }: { folder: SurveyedFolder }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const day = (at: string) => new Date(at).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <p>
      {t('mailbox.surveyHistory', { count: f.messages - f.live, folder: f.folder })}{' '}
      {f.live > 0 && `${t('mailbox.surveyLive', { count: f.live })} `}
      {f.oldest &&
        f.newest &&
        t('mailbox.surveySpan', { from: day(f.oldest), to: day(f.newest), size: fileSize(f.bytes, language) })}
    </p>
  );
}
