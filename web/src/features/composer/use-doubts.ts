import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emailAddress } from '../../../../libs/contracts/scalars.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import type { FidelityReportView } from '../../../../libs/contracts/translation.ts';
import { isolate } from '../../lib/format.ts';
import { addressesOf, type Kind, type LocalDraft } from './draft.ts';

/** Variables without a value stand in the text like this. */
const unfilled = /⟨[^⟩\n]{1,60}⟩/gu;

/** What should be looked at before this leaves. With any of it, sending asks a second time. */
export function useDoubts({
  draft,
  detail,
  kind,
  language,
  report,
  isUploading,
}: {
  draft: LocalDraft;
  detail: TicketDetail;
  kind: Kind;
  language: string;
  report: FidelityReportView | null;
  isUploading: boolean;
}) {
  const { t } = useTranslation('composer');
  const [isConfirming, setIsConfirming] = useState(false);
  const sentences: string[] = [];
  if (kind === 'reply') {
    const names = [...new Set(draft.body.match(unfilled) ?? [])];
    if (names.length > 0) sentences.push(t('doubt.unfilled', { names: names.map(isolate).join(', ') }));
    if (report && !report.ok) sentences.push(t('doubt.fidelity'));
    const wrong = addressesOf(draft.cc).filter((address) => !emailAddress.safeParse(address).success);
    if (wrong.length > 0) sentences.push(t('doubt.address', { addresses: wrong.map(isolate).join(', ') }));
    const news = newsSince(detail, draft.begunAfter);
    if (news) sentences.push(t(news === 'in' ? 'doubt.newMessage' : 'doubt.colleagueAnswered'));
  }
  if (isUploading) sentences.push(t('doubt.uploading'));
  const key = `${sentences.join()}${language}`;
  const confirmed = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another doubt is asked about anew
  useEffect(() => setIsConfirming(false), [key]);
  return {
    sentences,
    mustConfirm: sentences.length > 0,
    isConfirming,
    /** @returns whether the person has said so twice */
    confirm: (): boolean => {
      if (confirmed.current === key && isConfirming) return true;
      confirmed.current = key;
      setIsConfirming(true);
      return false;
    },
  };
}

/** Who else wrote since the draft was begun. */
function newsSince(detail: TicketDetail, messageId: string | null): 'in' | 'out' | null {
  const index = detail.messages.findIndex((m) => m.id === messageId);
  if (messageId === null || index < 0) return null;
  const since = detail.messages.slice(index + 1).filter((m) => m.direction !== 'note');
  if (since.some((m) => m.direction === 'in')) return 'in';
  return since.some((m) => m.direction === 'out') ? 'out' : null;
}
