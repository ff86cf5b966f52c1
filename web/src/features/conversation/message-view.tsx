import { Menu } from '@mantine/core';
import { IconArrowsSplit, IconDots, IconFileCode, IconLetterCase, IconRobot, IconShieldX } from '@tabler/icons-react';
import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMessageRaw, type Message, type TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { Avatar } from '../../components/avatar.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { LanguageTag } from '../../components/language-tag.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { addressOf } from '../../lib/call.ts';
import { messageActions } from '../../lib/extension-points.ts';
import { usePeople } from '../../lib/session.ts';
import { Attachments } from './attachments.tsx';
import { DeliveryState } from './delivery-state.tsx';
import { MessageBody } from './message-body.tsx';
import styles from './message-view.module.css';
import { NoteText } from './note-text.tsx';
import { useIsTranslated } from './use-reading.ts';
import { useSplitTicket } from './use-split-ticket.ts';

/** One letter: who, when, what; its files; for ours, how far it got. */
export const MessageView = memo(function MessageView({
  message,
  detail,
  theirZone,
}: {
  message: Message;
  detail: TicketDetail;
  theirZone: string | null;
}) {
  const { t } = useTranslation('conversation');
  const author = usePeople().person(message.authorId);
  const isNote = message.direction === 'note';
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isTranslated = useIsTranslated(message);
  // A mail with pictures in its text is shown as it looked; a letter as text, because only that can be translated.
  const hasPictures = message.hasHtml && message.attachments.some((a) => a.isInline && a.preview === 'image');
  const isFormatted = chosen ?? (hasPictures && !isTranslated);
  const name = author?.name ?? (message.from?.name || message.from?.address) ?? t('message.unknownSender');
  const files = isFormatted ? message.attachments.filter((a) => !a.isInline) : message.attachments;
  return (
    <article
      className={styles.message}
      data-direction={message.direction}
      data-message={message.id}
      aria-label={t('message.by', { name })}
    >
      <header className={styles.head}>
        <Avatar name={name} color={author?.avatarColor ?? 'indigo'} size={24} />
        <bdi className={styles.name}>{name}</bdi>
        {isNote && <span className={styles.noteMark}>{t('message.note')}</span>}
        {!isNote && <LanguageTag language={message.language} />}
        {!isNote && message.from && !author && (
          <bdi className={styles.address} title={message.from.address}>
            {message.from.address}
          </bdi>
        )}
        <span className={styles.time}>
          <TimeAgo at={message.createdAt} form="moment" theirZone={theirZone} />
        </span>
        <MessageMenu message={message} detail={detail} isFormatted={isFormatted} onFormat={setChosen} />
      </header>
      <div className={styles.content}>
        <Recipients message={message} />
        <Doubts message={message} />
        {isNote ? <NoteText message={message} /> : <MessageBody message={message} isFormatted={isFormatted} />}
        <Attachments attachments={files} />
        <DeliveryState message={message} />
      </div>
    </article>
  );
});

/** Copies are named, because answering all of them is another thing than answering one. */
function Recipients({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  if (message.cc.length === 0) return null;
  return (
    <p className={styles.recipients}>
      {t('message.cc')} <bdi>{message.cc.map((p) => p.name || p.address).join(', ')}</bdi>
    </p>
  );
}

/** What makes a message less than it seems: written by a machine, damaged, not surely from whom it says. */
function Doubts({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const isForged = message.authentication?.dmarc === 'fail';
  const kind = message.automation?.kind;
  return (
    <>
      {message.isUnreadable && <p className={styles.bad}>{t('message.unreadable')}</p>}
      {isForged && (
        <p className={styles.bad}>
          <IconShieldX size={15} stroke={1.7} aria-hidden /> {t('message.forged')}
        </p>
      )}
      {kind && kind !== 'none' && (
        <p className={styles.quiet} title={message.automation?.reason}>
          <IconRobot size={15} stroke={1.6} aria-hidden /> {t(`automation.${kind as 'auto_reply'}`)}
        </p>
      )}
      {message.warnings.length > 0 && !message.isUnreadable && (
        <p className={styles.quiet} title={message.warnings.join('\n')}>
          {t('message.damaged')}
        </p>
      )}
    </>
  );
}

/** What the receiving server found out about the sender. */
function ServerMarks({ message: { authentication } }: { message: Message }) {
  const { t } = useTranslation('conversation');
  if (!authentication) return null;
  const { spamScore, ...results } = authentication;
  const marks = Object.entries(results).flatMap(([method, result]) =>
    result ? `${method.toUpperCase()} ${result}` : [],
  );
  if (spamScore !== null) marks.push(t('message.spamScore', { score: spamScore }));
  return marks.length > 0 ? <Menu.Label>{marks.join(' · ')}</Menu.Label> : null;
}

function MessageMenu({
  message,
  detail,
  isFormatted,
  onFormat,
}: {
  message: Message;
  detail: TicketDetail;
  isFormatted: boolean;
  onFormat: (isFormatted: boolean) => void;
}) {
  const { t } = useTranslation(['conversation', 'intake']);
  const split = useSplitTicket();
  const isFirst = detail.messages[0]?.id === message.id && !detail.hasEarlier;
  if (message.direction === 'note') return null;
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('message.more')} className={styles.more} />
      </Menu.Target>
      <Menu.Dropdown>
        <ServerMarks message={message} />
        {message.hasHtml && (
          <Menu.Item leftSection={<IconLetterCase size={16} stroke={1.6} />} onClick={() => onFormat(!isFormatted)}>
            {t(isFormatted ? 'message.asText' : 'message.asMail')}
          </Menu.Item>
        )}
        <Suspense>
          {messageActions.all().map(({ id, component: Action }) => (
            <Action key={id} message={message} detail={detail} />
          ))}
        </Suspense>
        {!isFirst && (
          <Menu.Item leftSection={<IconArrowsSplit size={16} stroke={1.6} />} onClick={() => void split(message)}>
            {t('message.split')}
          </Menu.Item>
        )}
        {message.receivedMessageId && (
          <Menu.Item
            component="a"
            href={addressOf(getMessageRaw, { params: { id: message.id } })}
            download
            leftSection={<IconFileCode size={16} stroke={1.6} />}
          >
            {t('message.raw')}
          </Menu.Item>
        )}
        {message.threading && (
          <Menu.Label className={styles.why}>
            {t(`intake:threading.${message.threading.code as 'newTicket'}`, message.threading.params)}
          </Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
