import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../../libs/contracts/production.ts';
import { Drawing } from './drawing.tsx';
import { PictureGrid } from './picture-grid.tsx';
import styles from './sheet-view.module.css';

type Item = Sheet['items'][number];

/** A version as a sheet: what changed first, then each item with its picture and values beside the buyer's own words. */
export function SheetView({
  sheet,
  pictureAddress,
  onAsk,
}: {
  sheet: Sheet;
  /** Where a picture of the sheet is, for whoever looks at it. */
  pictureAddress: (pictureId: string) => string;
  onAsk?: (itemId: string, attribute: string) => void;
}) {
  const { t } = useTranslation(['production', 'pictures']);
  return (
    <div className={styles.sheet} lang={sheet.language}>
      {sheet.changes.length > 0 && (
        <section className={styles.changes}>
          <h3>{t('changes')}</h3>
          <ul>
            {sheet.changes.map((c) => (
              <li key={`${c.itemId} ${c.attribute}`}>
                {sheet.items.length > 1 && (
                  <span className={styles.soft}>{t('item', { number: c.itemNumber })} · </span>
                )}
                <strong>{c.label}</strong>:{' '}
                {c.before && (
                  <del>
                    <bdi>{c.before}</bdi>
                  </del>
                )}{' '}
                {c.kind === 'removed' ? (
                  t('removed')
                ) : (
                  <ins>
                    <bdi>{c.after}</bdi>
                  </ins>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.items.map((item) => (
        <SheetItem key={item.itemId} item={item} isOnly={sheet.items.length === 1} onAsk={onAsk} />
      ))}
      {sheet.pictures.length > 0 && (
        <section>
          <h3 className={styles.pictures}>{t('pictures:title')}</h3>
          <PictureGrid pictures={sheet.pictures} addressOf={pictureAddress} />
        </section>
      )}
    </div>
  );
}

function SheetItem({
  item,
  isOnly,
  onAsk,
}: {
  item: Item;
  isOnly: boolean;
  onAsk?: ((itemId: string, attribute: string) => void) | undefined;
}) {
  const { t } = useTranslation('production');
  const [width, height] = item.headline.size.map(sizeOf);
  return (
    <article className={styles.item}>
      <header className={styles.head}>
        <div>
          {!isOnly && <p className={styles.soft}>{t('item', { number: item.number })}</p>}
          <h3 className={styles.title}>{item.title}</h3>
          {width && height && (
            <p className={styles.size}>
              <bdi>
                {width.unit === height.unit
                  ? `${width.figure} × ${height.figure}`
                  : `${width.figure} ${width.unit} × ${height.figure}`}
              </bdi>{' '}
              <small>{height.unit}</small>
            </p>
          )}
          {item.quantity !== null && (
            <p className={styles.quantity}>
              {t('quantity')} <strong>{item.quantity}</strong>
            </p>
          )}
          <p className={styles.facts}>{item.headline.facts.join(' · ')}</p>
        </div>
        <div className={styles.picture}>
          <Drawing svg={item.drawing} label={item.title} />
        </div>
      </header>
      {item.groups.map((group) => (
        <table key={group.group} className={styles.table}>
          <caption>{group.label}</caption>
          <tbody>
            {group.rows.map((row) => (
              <tr key={row.attribute} data-change={row.change} data-missing={row.state === 'not_said' || undefined}>
                <th scope="row">
                  {onAsk ? (
                    <button
                      type="button"
                      className={styles.ask}
                      title={t('ask')}
                      onClick={() => onAsk(item.itemId, row.attribute)}
                    >
                      {row.label}
                    </button>
                  ) : (
                    row.label
                  )}
                </th>
                <td>
                  {row.state === 'not_said' ? t('notSaid') : <bdi>{row.text}</bdi>}{' '}
                  {row.before && (
                    <del>
                      <bdi>{row.before}</bdi>
                    </del>
                  )}
                </td>
                <td className={styles.stated} dir="auto">
                  {row.stated && <q>{row.stated}</q>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </article>
  );
}

/** The figure that stands first in a length, with its unit: `930 mm (93 cm)` for the workshop, `93 cm (930 mm)` for the buyer. */
function sizeOf(text: string | undefined): { figure: string; unit: string } | null {
  const match = /^(\S+)\s(\S+)/.exec(text ?? '');
  return match ? { figure: match[1]!, unit: match[2]! } : null;
}
