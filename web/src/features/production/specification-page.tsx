import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBoard } from '../../../../libs/contracts/board.ts';
import { getProductionPicture } from '../../../../libs/contracts/pictures.ts';
import {
  acknowledgeVersion,
  getProductionPdf,
  getProductionView,
  type ProductionView,
} from '../../../../libs/contracts/production.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { addressOf, call } from '../../lib/call.ts';
import { calendarDate, countryName } from '../../lib/format.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { AlarmList } from './alarm-list.tsx';
import { isPromised } from './is-overdue.ts';
import { LikeAnswers } from './like-answers.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { Questions } from './questions.tsx';
import { SheetView } from './sheet-view.tsx';
import styles from './specification-page.module.css';
import { WorkPhotos } from './work-photos.tsx';

/** A handed-off specification as production works with it. */
export function ProductionSpecificationPage() {
  const { t, i18n } = useTranslation(['production', 'board']);
  const { specificationId: id } = useParams({ strict: false }) as { specificationId: string };
  const client = useQueryClient();
  const text = useErrorText();
  const may = useMay('production.write');
  const input = { params: { id }, query: { language: i18n.language } };
  const view = useQuery(reading(getProductionView, input));
  const [about, setAbout] = useState<{ itemId: string; attribute: string } | null>(null);
  useServerEvent('specification.changed', (e) => {
    if (e.specificationId === id) void client.invalidateQueries({ queryKey: keyOf(getProductionView) });
  });
  const settle = (next: ProductionView) => {
    // The answer is worded in the person's language; the page may show another.
    void next;
    void client.invalidateQueries({ queryKey: keyOf(getProductionView) });
    void client.invalidateQueries({ queryKey: keyOf(getBoard) });
  };
  const acknowledge = useMutation({
    mutationFn: () => call(acknowledgeVersion, { params: { id } }),
    onSuccess: settle,
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  const data = view.data;
  return (
    <Page
      title={
        data ? `${data.number} · ${t('version', { version: data.sheet.version })} · ${t(`state.${data.state}`)}` : '…'
      }
      actions={
        <>
          <Button component={Link} to="/production" variant="subtle" size="compact-md">
            {t('back')}
          </Button>
          {data && (
            <Button
              component="a"
              href={addressOf(getProductionPdf, {
                params: { id, version: data.sheet.version },
                query: { language: i18n.language },
              })}
              target="_blank"
              variant="default"
              size="compact-md"
            >
              {t('pdf')}
            </Button>
          )}
        </>
      }
    >
      {view.error ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : null}
      {data && (
        <div className={styles.columns}>
          <div>
            <AlarmList alarms={data.alarms} />
            {data.needsAcknowledgement && may && (
              <Button
                color="yellow"
                variant="light"
                mb="md"
                loading={acknowledge.isPending}
                onClick={() => acknowledge.mutate()}
              >
                {t('acknowledge')}
              </Button>
            )}
            <SheetView
              sheet={data.sheet}
              pictureAddress={(pictureId) => addressOf(getProductionPicture, { params: { id, pictureId } })}
              {...(may ? { onAsk: (itemId: string, attribute: string) => setAbout({ itemId, attribute }) } : {})}
            />
          </div>
          <aside className={styles.side}>
            <p className={styles.line}>{data.isApprovedByBuyer ? t('approved') : t('notApproved')}</p>
            <p className={styles.line}>
              {[
                data.store,
                data.country && countryName(data.country, i18n.language),
                data.agent ? t('agent', { name: data.agent }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {data.dueDate && (
              <p className={styles.line}>{t('due', { date: calendarDate(data.dueDate, i18n.language) })}</p>
            )}
            {data.promisedDate && isPromised(data) && (
              <p className={styles.line}>
                {t('board:promised', { date: calendarDate(data.promisedDate, i18n.language) })}
              </p>
            )}
            {may && <MoveButtons view={data} onMoved={settle} />}
            <WorkPhotos view={data} canAdd={may} onAdded={settle} />
            <LikeAnswers specificationId={data.id} />
            <Questions view={data} about={about} onAbout={setAbout} canAsk={may} onAsked={settle} />
            <h3 className={styles.heading}>{t('history')}</h3>
            <ol className={styles.history}>
              {data.history.map((e) => (
                <li key={`${e.at} ${e.to}`}>
                  {t(`state.${e.to}`)}
                  {e.version > 0 && (
                    <>
                      {' · '}
                      <bdi>v{e.version}</bdi>
                    </>
                  )}
                  {' · '}
                  <bdi>{e.by}</bdi> · <TimeAgo at={e.at} form="moment" />
                  {e.note && (
                    <span className={styles.note} dir="auto">
                      {e.note}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </aside>
        </div>
      )}
    </Page>
  );
}
