import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

type Values = Record<string, unknown>;
interface Props {
  value: Values;
  onChange: (value: Values) => void;
  /** What is wrong with one of its fields. */
  fault: (path: string) => string | undefined;
}
type MailField = keyof typeof import('../../../../libs/i18n/locales/en/settings.json')['mail'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Usual ports by how the connection is secured. */
const imapPorts: Record<string, number> = { tls: 993, starttls: 143, none: 143 };
const smtpPorts: Record<string, number> = { tls: 465, starttls: 587, none: 25 };

function useFields({ value, onChange, fault }: Props) {
  const { t } = useTranslation('settings');
  const set = (changes: Values) => onChange({ ...value, ...changes });
  return {
    t,
    set,
    line: (name: MailField & string, description?: string) => (
      <TextInput
        label={t(`mail.${name}`)}
        description={description}
        spellCheck={false}
        error={fault(name)}
        value={text(value[name])}
        onChange={(e) => set({ [name]: e.currentTarget.value || undefined })}
      />
    ),
    day: (name: MailField & string, description: string) => (
      <TextInput
        type="date"
        label={t(`mail.${name}`)}
        description={description}
        error={fault(name)}
        value={text(value[name])}
        onChange={(e) => set({ [name]: e.currentTarget.value || null })}
      />
    ),
    count: (name: MailField & string) => (
      <NumberInput
        label={t(`mail.${name}`)}
        error={fault(name)}
        value={typeof value[name] === 'number' ? value[name] : ''}
        onChange={(v) => set({ [name]: v === '' ? undefined : Number(v) })}
      />
    ),
    security: (ports: Record<string, number>) => (
      <Select
        label={t('mail.security')}
        allowDeselect={false}
        data={(['tls', 'starttls', 'none'] as const).map((v) => ({ value: v, label: t(`security.${v}`) }))}
        value={text(value['security'])}
        onChange={(security) => set({ security, port: ports[security ?? 'tls'] })}
      />
    ),
    auth: (
      <Select
        label={t('mail.auth')}
        allowDeselect={false}
        data={(['password', 'xoauth2'] as const).map((v) => ({ value: v, label: t(`auth.${v}`) }))}
        value={text(value['auth']) || 'password'}
        onChange={(auth) => set({ auth })}
      />
    ),
  };
}

/** Where a mailbox is read (IMAP), and from when on. */
export function MailboxInput(props: Props) {
  const { value, fault } = props;
  const { t, set, line, day, count, security, auth } = useFields(props);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('field.imap')}</legend>
      {line('host')}
      <div className={styles.row}>
        {security(imapPorts)}
        {count('port')}
      </div>
      {line('user')}
      {auth}
      {value['auth'] === 'xoauth2' && line('tokenUrl')}
      {value['auth'] === 'xoauth2' && line('clientId')}
      <TagsInput
        label={t('mail.folders')}
        error={fault('folders')}
        value={Array.isArray(value['folders']) ? value['folders'].map(String) : []}
        onChange={(folders) => set({ folders })}
      />
      {day('since', t('mailHint.since'))}
      {day('liveSince', t('mailHint.liveSince'))}
      {count('pollSeconds')}
      <Switch
        label={t('mail.markSeen')}
        checked={value['markSeen'] === true}
        onChange={(e) => set({ markSeen: e.currentTarget.checked })}
      />
    </fieldset>
  );
}

/** How answers leave. */
export function OutboundInput(props: Props) {
  const { value } = props;
  const { t, set, line, count, security, auth } = useFields(props);
  const kind = text(value['kind']) || 'none';
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('field.outbound')}</legend>
      <Select
        label={t('mail.outboundKind')}
        allowDeselect={false}
        data={(['smtp', 'sink', 'none'] as const).map((v) => ({ value: v, label: t(`outbound.${v}`) }))}
        value={kind}
        onChange={(next) => set({ kind: next, security: value['security'] ?? 'starttls' })}
      />
      {kind === 'smtp' && (
        <>
          {line('host')}
          <div className={styles.row}>
            {security(smtpPorts)}
            {count('port')}
          </div>
          {line('user')}
          {auth}
          {value['auth'] === 'xoauth2' && line('tokenUrl')}
          {value['auth'] === 'xoauth2' && line('clientId')}
          {count('perMinute')}
        </>
      )}
    </fieldset>
  );
}
