import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addPhoto, getProductionPicture } from '../../../../libs/contracts/pictures.ts';
import type { ProductionView } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { isApiError } from '../../lib/api-error.ts';
import { addressOf, sendBytes } from '../../lib/call.ts';
import { moment } from '../../lib/format.ts';
import { shrinkPicture } from '../../lib/shrink-picture.ts';
import { PictureButton } from './picture-button.tsx';
import { PictureGrid } from './picture-grid.tsx';
import styles from './specification-page.module.css';

/** Photos that production takes of the work; sales sees them at once. */
export function WorkPhotos({
  view,
  canAdd,
  onAdded,
}: {
  view: ProductionView;
  canAdd: boolean;
  onAdded: (view: ProductionView) => void;
}) {
  const { t, i18n } = useTranslation('pictures');
  const errorText = useErrorText();
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let last: ProductionView | null = null;
      for (const file of files)
        last = await sendBytes(addPhoto, { params: { id: view.id }, query: {} }, await shrinkPicture(file));
      return last;
    },
    onSuccess: (next) => next && onAdded(next),
    onError: (error) => showToast({ message: isApiError(error) ? errorText(error) : t('unreadable'), tone: 'bad' }),
  });
  if (view.photos.length === 0 && !canAdd) return null;
  return (
    <section className={styles.form}>
      <h3 className={styles.heading}>{t('photos')}</h3>
      {view.photos.length === 0 ? (
        <p className={styles.line}>{t('noPhotos')}</p>
      ) : (
        <PictureGrid
          pictures={view.photos.map((p, i) => ({
            ...p,
            name: t('number', { number: i + 1 }),
            note: `${p.addedBy} · ${moment(p.addedAt, i18n.language)}`,
          }))}
          addressOf={(pictureId) => addressOf(getProductionPicture, { params: { id: view.id, pictureId } })}
        />
      )}
      {canAdd && <PictureButton label={t('addPhoto')} isPending={add.isPending} onPick={(f) => add.mutate(f)} />}
    </section>
  );
}
