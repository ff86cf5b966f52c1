import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPicture, changePicture, getPicture } from '../../../../libs/contracts/pictures.ts';
import { getSpecification, type Specification, type WishPicture } from '../../../../libs/contracts/production.ts';
import { getAttachment, getTicket } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { isApiError } from '../../lib/api-error.ts';
import { addressOf, call, readBytes, sendBytes } from '../../lib/call.ts';
import { moment } from '../../lib/format.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { shrinkPicture } from '../../lib/shrink-picture.ts';
import { PictureButton } from '../production/picture-button.tsx';
import { PictureGrid } from '../production/picture-grid.tsx';
import styles from './specification.module.css';

/** Something that may go with the next version: an attachment of the buyer, or a picture added here. */
interface Choice {
  key: string;
  attachmentId: string | null;
  picture: WishPicture | null;
}

/** Which pictures go with the next version; and those of the work, as production takes them. */
export function WishPictures({ specification: s }: { specification: Specification }) {
  const { t, i18n } = useTranslation('pictures');
  const client = useQueryClient();
  const errorText = useErrorText();
  const ticket = useQuery(reading(getTicket, { params: { id: s.ticketId } }));
  const attachments = (ticket.data?.messages ?? [])
    .filter((m) => m.direction === 'in')
    .flatMap((m) => m.attachments.filter((a) => a.preview === 'image'));
  const choices: Choice[] = [
    ...attachments.map((a) => ({
      key: a.id,
      attachmentId: a.id,
      picture: s.pictures.find((p) => p.attachmentId === a.id) ?? null,
    })),
    ...s.pictures
      .filter((p) => !attachments.some((a) => a.id === p.attachmentId))
      // The same key before the letters are here and after: what is being typed stays.
      .map((picture) => ({ key: picture.attachmentId ?? picture.id, attachmentId: null, picture })),
  ];
  const change = useMutation({
    mutationFn: (act: () => Promise<Specification>) => act(),
    onSuccess: (next) => client.setQueryData(keyOf(getSpecification, { params: { id: s.id } }), next),
    onError: (error) => showToast({ message: isApiError(error) ? errorText(error) : t('unreadable'), tone: 'bad' }),
  });
  const send = async (file: Blob, attachmentId?: string) =>
    sendBytes(
      addPicture,
      { params: { id: s.id }, query: attachmentId ? { attachmentId } : {} },
      await shrinkPicture(file),
    );
  const choose = ({ picture, attachmentId }: Choice, isChosen: boolean) =>
    change.mutate(async () =>
      picture
        ? call(changePicture, { params: { id: s.id, pictureId: picture.id }, body: { isChosen } })
        : send(await readBytes(getAttachment, { params: { id: attachmentId! } }), attachmentId!),
    );
  const isClosed = s.state === 'cancelled' || s.state === 'shipped';
  return (
    <section>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.hint}>
        {choices.length === 0 ? t('none') : t('hint')} {s.currentVersion > 0 && choices.length > 0 && t('nextVersion')}
      </p>
      {choices.length > 0 && (
        <ul className={styles.choices}>
          {choices.map((choice, i) => (
            <ChoiceRow
              key={choice.key}
              choice={choice}
              number={i + 1}
              specificationId={s.id}
              isDisabled={isClosed || change.isPending}
              onChoose={(isChosen) => choose(choice, isChosen)}
              onCaption={(caption) =>
                change.mutate(() =>
                  call(changePicture, { params: { id: s.id, pictureId: choice.picture!.id }, body: { caption } }),
                )
              }
            />
          ))}
        </ul>
      )}
      {!isClosed && (
        <PictureButton
          label={t('add')}
          isPending={change.isPending}
          onPick={(files) =>
            change.mutate(async () => {
              let last = s;
              for (const file of files) last = await send(file);
              return last;
            })
          }
        />
      )}
      {s.photos.length > 0 && (
        <>
          <h2 className={styles.headingBelow}>{t('photos')}</h2>
          <PictureGrid
            pictures={s.photos.map((p, i) => ({
              ...p,
              name: t('number', { number: i + 1 }),
              note: `${p.addedBy} · ${moment(p.addedAt, i18n.language)}`,
            }))}
            addressOf={(pictureId) => addressOf(getPicture, { params: { id: s.id, pictureId } })}
          />
        </>
      )}
    </section>
  );
}

function ChoiceRow({
  choice: { attachmentId, picture },
  number,
  specificationId,
  isDisabled,
  onChoose,
  onCaption,
}: {
  choice: Choice;
  number: number;
  specificationId: string;
  isDisabled: boolean;
  onChoose: (isChosen: boolean) => void;
  onCaption: (caption: string) => void;
}) {
  const { t } = useTranslation('pictures');
  const [caption, setCaption] = useState(picture?.caption ?? '');
  const isChosen = picture?.isChosen ?? false;
  const address = picture
    ? addressOf(getPicture, { params: { id: specificationId, pictureId: picture.id } })
    : addressOf(getAttachment, { params: { id: attachmentId! } });
  return (
    <li className={styles.choice} data-chosen={isChosen || undefined}>
      <a href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={t('number', { number })} loading="lazy" />
      </a>
      <div>
        <Checkbox
          label={t('choose', { number })}
          checked={isChosen}
          disabled={isDisabled}
          onChange={(e) => onChoose(e.currentTarget.checked)}
        />
        {isChosen && picture && (
          <TextInput
            size="xs"
            mt={4}
            aria-label={t('captionOf', { number })}
            placeholder={t('caption')}
            maxLength={200}
            dir="auto"
            disabled={isDisabled}
            value={caption}
            onChange={(e) => setCaption(e.currentTarget.value)}
            onBlur={() => caption.trim() !== picture.caption && onCaption(caption)}
          />
        )}
      </div>
    </li>
  );
}
