import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type LikeAnswer,
  type listLikeAnswers,
  listLikeAnswersForProduction,
} from '../../../../libs/contracts/production.ts';
import { reading } from '../../lib/query.ts';
import styles from './like-answers.module.css';

/** What production answered to like wishes before, in whatever language those were asked; nothing is shown when there is none. */
export function LikeAnswers({
  specificationId,
  from = listLikeAnswersForProduction,
}: {
  specificationId: string;
  from?: typeof listLikeAnswersForProduction | typeof listLikeAnswers;
}) {
  const { t, i18n } = useTranslation('production');
  const found = useQuery(reading(from, { params: { id: specificationId }, query: { language: i18n.language } }));
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('likeAnswers')}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={`${item.specificationId} ${item.version}`}>
            <LikeAnswerLine item={item} language={i18n.language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LikeAnswerLine({ item, language }: { item: LikeAnswer; language: string }) {
  const { t } = useTranslation('production');
  const { answer } = item;
  const amount = (value: number) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: answer.currency ?? 'USD' }).format(value);
  const figures = [
    answer.price !== null && answer.currency ? `${t('price')} ${amount(answer.price)}` : null,
    answer.surcharge ? `${t('surcharge')} ${amount(answer.surcharge)}` : null,
    answer.leadTimeDays !== null ? `${t('leadTime')} ${answer.leadTimeDays}` : null,
    answer.reasonCode ? t(`reasonCodes.${answer.reasonCode}`) : null,
    answer.reason || null,
    answer.alternative || null,
  ].filter(Boolean);
  return (
    <>
      <p className={styles.title} data-answer={answer.answer}>
        <strong>{t(`answer.${answer.answer}`)}</strong> <bdi>{item.number}</bdi> · {item.title} ·{' '}
        {new Intl.NumberFormat(language, { style: 'percent' }).format(item.likeness)}
      </p>
      <p className={styles.line}>{figures.join(' · ')}</p>
      {item.missing.length > 0 && <p className={styles.faint}>{t('likeWithout', { list: item.missing.join(', ') })}</p>}
      {item.isExpired && <p className={styles.faint}>{t('expired')}</p>}
    </>
  );
}
