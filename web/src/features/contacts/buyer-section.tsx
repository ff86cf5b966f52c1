import {
  IconBuilding,
  IconCalendarOff,
  IconLanguage,
  IconMail,
  IconMoon,
  IconPencil,
  IconRuler2,
  IconSun,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { CountryFlag } from '../../components/country-flag.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PanelSection } from '../../components/panel-section.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { countryName, languageName } from '../../lib/format.ts';
import { useMay } from '../../lib/session.ts';
import { useNow } from '../../lib/use-now.ts';
import styles from './buyer-section.module.css';
import { ContactForm } from './contact-form.tsx';
import { useContactOf } from './use-contact.ts';

/** Who writes, what time and day it is there, and what is customary. */
export function BuyerSection({ detail }: { detail: TicketDetail }) {
  const { t, i18n } = useTranslation('contacts');
  const query = useContactOf(detail);
  const mayWrite = useMay('contact.write');
  const [isEditing, setIsEditing] = useState(false);
  if (detail.ticket.contactId === null)
    return (
      <PanelSection title={t('buyer')}>
        <p className={styles.quiet}>{t('unknown')}</p>
      </PanelSection>
    );
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <TextSkeleton lines={4} />;
  const { contact, culture } = query.data;
  return (
    <PanelSection
      title={t('buyer')}
      action={mayWrite && <IconButton icon={IconPencil} label={t('edit')} onClick={() => setIsEditing(true)} />}
    >
      <p className={styles.name}>
        <bdi>{contact.name || t('unnamed')}</bdi>
      </p>
      {contact.company && <Fact icon={<IconBuilding size={15} stroke={1.6} />}>{contact.company}</Fact>}
      {contact.addresses.slice(0, 3).map((address) => (
        <Fact key={`${address.kind}${address.value}`} icon={<IconMail size={15} stroke={1.6} />}>
          <bdi
            className={address.bouncedAt ? styles.bounced : undefined}
            title={address.bouncedAt ? t('bounced') : address.value}
          >
            {address.kind === 'relay' ? t('relay') : address.value}
          </bdi>
          {address.bouncedAt && <span className={styles.bad}>{t('bounced')}</span>}
        </Fact>
      ))}
      {contact.country && (
        <Fact icon={<CountryFlag country={contact.country} width={15} />}>
          {countryName(contact.country, i18n.language)}
        </Fact>
      )}
      {culture && <LocalTime localTime={culture.localTime} isDay={culture.isDay} />}
      {culture && (!culture.isWorkingDay || culture.holiday) && (
        <Fact icon={<IconCalendarOff size={15} stroke={1.6} />}>
          <span className={styles.closed}>
            {culture.holiday ? t('holiday', { name: culture.holiday }) : t('dayOff')}
          </span>
        </Fact>
      )}
      {contact.language && (
        <Fact icon={<IconLanguage size={15} stroke={1.6} />}>{languageName(contact.language, i18n.language)}</Fact>
      )}
      {culture?.units && <Fact icon={<IconRuler2 size={15} stroke={1.6} />}>{culture.units}</Fact>}
      {culture && (culture.salutation || culture.notes.length > 0) && (
        <details className={styles.custom}>
          <summary>{t('custom')}</summary>
          {culture.salutation && (
            <p lang={contact.language ?? undefined} dir="auto">
              {culture.salutation} … {culture.closing}
            </p>
          )}
          {culture.notes.map((note) => (
            <p key={note} dir="auto">
              {note}
            </p>
          ))}
        </details>
      )}
      {contact.notes && (
        <p className={styles.notes} dir="auto">
          {contact.notes}
        </p>
      )}
      {isEditing && <ContactForm contact={contact} onClose={() => setIsEditing(false)} />}
    </PanelSection>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.value}>{children}</span>
    </div>
  );
}

/** The clock there, going on from the moment the server said. */
function LocalTime({ localTime, isDay }: { localTime: string; isDay: boolean }) {
  const { t, i18n } = useTranslation('contacts');
  const now = useNow();
  // The answer is as old as the cache; the offset in it is what stays true.
  const offset = /([+-])(\d\d):(\d\d)$/.exec(localTime);
  const minutes = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const there = new Date(now + minutes * 60_000);
  const time = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(there);
  const hour = there.getUTCHours();
  const isLight = hour >= 7 && hour < 21;
  return (
    <Fact
      icon={(localTime ? isLight : isDay) ? <IconSun size={15} stroke={1.6} /> : <IconMoon size={15} stroke={1.6} />}
    >
      <bdi>{time}</bdi> <span className={styles.quiet}>{t(isLight ? 'day' : 'night')}</span>
    </Fact>
  );
}
