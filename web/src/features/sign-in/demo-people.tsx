import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../libs/contracts/permissions.ts';
import { Avatar } from '../../components/avatar.tsx';
import { LanguageTag } from '../../components/language-tag.tsx';
import styles from './demo-people.module.css';

const roles: readonly Role[] = ['lead', 'agent', 'production', 'administrator'];
const colors = ['teal', 'blue', 'grape', 'orange', 'green', 'pink', 'indigo', 'cyan', 'red', 'violet', 'lime'];

/** Who can sign in to the demo: one press each. */
export function DemoPeople({
  people,
  password,
  isBusy,
  onChoose,
}: {
  people: readonly { email: string; name: string; role: Role; languages: readonly string[] }[];
  password: string;
  isBusy: boolean;
  onChoose: (email: string) => void;
}) {
  const { t } = useTranslation('sign-in');
  return (
    <section className={styles.demo}>
      <h2 className={styles.title}>{t('demo')}</h2>
      {roles.map((role) => (
        <div key={role}>
          <h3 className={styles.role}>{t(`role.${role}`)}</h3>
          <ul className={styles.list}>
            {people
              .filter((p) => p.role === role)
              .map((person, index) => (
                <li key={person.email}>
                  <button
                    type="button"
                    className={styles.person}
                    disabled={isBusy}
                    onClick={() => onChoose(person.email)}
                  >
                    <Avatar
                      name={person.name}
                      color={colors[(roles.indexOf(role) * 3 + index) % colors.length]!}
                      size={24}
                    />
                    <span className={styles.name}>
                      <bdi>{person.name}</bdi>
                    </span>
                    {person.languages.slice(0, 4).map((language) => (
                      <LanguageTag key={language} language={language} />
                    ))}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <p className={styles.role}>
        {t('demoPassword')} <bdi>{password}</bdi>
      </p>
    </section>
  );
}
