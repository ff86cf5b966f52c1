import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandBook, commandGroups } from '../lib/commands.ts';
import { useReturnFocus } from '../lib/use-return-focus.ts';
import { Kbd } from './kbd.tsx';
import styles from './shortcut-sheet.module.css';

/** Every key that works on the screen behind it, by group. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const [commands] = useState(() => commandBook.all().filter((c) => c.keys?.length));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<strong className={styles.heading}>{t('keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.groups}>
        {commandGroups
          .map((group) => ({ group, entries: commands.filter((c) => c.group === group) }))
          .filter(({ entries }) => entries.length > 0)
          .map(({ group, entries }) => (
            <section key={group} className={styles.group}>
              <h3 className={styles.title}>{t(`keys.group.${group}`)}</h3>
              <dl className={styles.list}>
                {entries.map((c) => (
                  <div key={c.id} className={styles.entry}>
                    <dt>{c.title}</dt>
                    <dd>
                      <Kbd keys={c.keys![0]!} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
