import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { useMe } from '../../lib/session.ts';
import { AuditList } from './audit-list.tsx';
import { ModelForm } from './model-form.tsx';
import { PacksPage } from './packs-page.tsx';
import { ReceivedList } from './received-list.tsx';
import { SectionPage } from './section-page.tsx';
import { sections } from './sections.ts';
import styles from './settings.module.css';
import { WorkspaceForm } from './workspace-form.tsx';

/** The set-up in plain sections; each person sees those they may change. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { permissions } = useMe();
  const { section: wanted } = useParams({ strict: false }) as { section?: string };
  const mine = sections.filter((s) => permissions.includes(s.permission));
  const ids = [
    ...mine.map((s) => s.id),
    ...(permissions.includes('pack.write') ? ['packs' as const] : []),
    ...(permissions.includes('settings.write') ? ['model' as const] : []),
    ...(permissions.includes('channel.read') ? ['received' as const] : []),
    'workspace' as const,
    ...(permissions.includes('audit.read') ? ['audit' as const] : []),
  ];
  const current = ids.find((id) => id === wanted) ?? ids[0];
  const section = mine.find((s) => s.id === current);
  return (
    <Page title={t('title')}>
      <nav className={styles.tabs} aria-label={t('title')}>
        {ids.map((id) => (
          <Link
            key={id}
            to="/settings/{-$section}"
            params={{ section: id }}
            className={styles.tab}
            data-active={id === current || undefined}
          >
            {t(`sections.${id}`)}
          </Link>
        ))}
      </nav>
      {section && <SectionPage key={section.id} section={section} />}
      {current === 'packs' && <PacksPage />}
      {current === 'model' && <ModelForm />}
      {current === 'received' && <ReceivedList />}
      {current === 'workspace' && <WorkspaceForm />}
      {current === 'audit' && <AuditList />}
    </Page>
  );
}
