import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { translator } from '../../libs/i18n/server.ts';
import {
  composeMessage,
  letterHtml,
  letterText,
  picturesNamedIn,
  signMessageId,
  signReplyAddress,
  ticketReference,
} from '../../libs/mime/index.ts';
import { BlobStore, SecretBox } from '../platform/index.ts';
import type { MessageForDelivery } from '../tickets/index.ts';

export interface ComposedAnswer {
  raw: Buffer;
  messageIdHeader: string;
  envelope: { from: string; to: string[] };
}

/** Longer letters are quoted by their beginning. */
const quoteLimit = 10_000;

/** The finished mail: our signed ids in it bring the answer back to its ticket, whichever of them survives the way. */
@Injectable()
export class ComposeAnswer {
  private readonly key: Buffer;

  constructor(
    box: SecretBox,
    private readonly blobs: BlobStore,
  ) {
    this.key = box.derive('mail ids');
  }

  /** @throws BlobsUnavailable when an attachment cannot be read */
  async compose(messageId: string, m: MessageForDelivery): Promise<ComposedAnswer> {
    const domain = m.from.address.split('@').at(-1)!;
    const messageIdHeader = signMessageId({ messageId, domain }, this.key);
    const replyTo = signReplyAddress({ ticketId: m.ticketId, address: m.from.address }, this.key);
    const named = m.isRelayed
      ? []
      : picturesNamedIn(
          m.text,
          m.attachments.filter(isPicture).map((a) => a.name),
        );
    const contentIds = new Map(named.map((name, i) => [name, `picture${i + 1}.${messageIdHeader}`]));
    const attachments = await Promise.all(
      m.attachments.map(async (a) => ({
        name: a.name,
        type: a.type,
        content: await this.blobs.get(a.blobKey),
        ...(isPicture(a) && contentIds.has(a.name) ? { contentId: contentIds.get(a.name)! } : {}),
      })),
    );
    const letter = {
      text: m.text,
      pictures: [...contentIds].map(([name, contentId]) => ({ name, contentId })),
      // A relay puts the history there itself; quoted in each answer it would grow with every turn.
      quoted: m.quoted && !m.isRelayed ? quotation(m.quoted, m.language ?? 'en') : null,
    };
    const raw = await composeMessage({
      messageId: messageIdHeader,
      from: m.from,
      to: m.to,
      cc: m.cc,
      ...(replyTo && !m.isRelayed ? { replyTo: [{ name: m.from.name, address: replyTo }] } : {}),
      // A relayed answer is found again by its address and its order: no sign of ours is shown to the buyer.
      subject: m.isRelayed ? m.subject : withReference(m.subject, ticketReference(m.ticketNumber, this.key)),
      text: letterText(letter),
      ...(m.isRelayed ? {} : { html: letterHtml(letter) }),
      inReplyTo: m.inReplyTo,
      references: m.references,
      language: m.language ?? undefined,
      attachments,
      suppressAutoResponse: true,
      ...(m.isAutomatic ? { autoSubmitted: 'auto-replied' as const } : {}),
    });
    const to = [...new Set([...m.to, ...m.cc].map((p) => deliverable(p.address)))];
    // Automatic mail has no way back (RFC 3834 §3.3), so that no bounce of it can make another.
    return { raw, messageIdHeader, envelope: { from: m.isAutomatic ? '' : deliverable(m.from.address), to } };
  }
}

/** The domain in its ASCII form, so that only a local part in other letters needs a server with SMTPUTF8 (RFC 6531 §3.2). */
function deliverable(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

const withReference = (subject: string, reference: string): string =>
  subject.includes(reference) ? subject : `${subject} ${reference}`;

/** What every reader of mail shows in a letter; HEIC and TIFF go beside it. */
const isPicture = ({ type }: { type: string }): boolean => /^image\/(png|jpe?g|gif|webp)$/i.test(type);

/** "On 3 March 2026, Ana Souza wrote:" in the buyer's language, and their letter. */
function quotation(quoted: NonNullable<MessageForDelivery['quoted']>, language: string) {
  const t = translator(language.startsWith('zh') ? 'zh-CN' : language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    quoted.date,
  );
  return {
    attribution: t('mail:wrote', { date: `${date} UTC`, name: quoted.from }),
    text: quoted.text.slice(0, quoteLimit),
  };
}
