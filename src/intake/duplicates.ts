import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ReadMail } from './read-mail.ts';

/** Characters of a text that are looked at; what lists and gateways add stands at the end. */
const lookedAt = 2_000;

/**
 * The key by which two arrivals are one message (through two mailboxes, or again after a mailbox was renumbered): Message-ID,
 * writer, claimed date and how the text begins. A Message-ID alone would lose the second mail of a program that repeats its
 * ids; without one, everything the message says must be the same.
 */
export const identityOf = (mail: ReadMail): string =>
  mail.messageId
    ? identity(mail.messageId, mail.sender?.value ?? null, mail.date, mail.text.slice(0, lookedAt))
    : (mail.fingerprint ?? '');

function identity(header: string, writer: string | null, sent: Date | null, text: string): string {
  const opening = text.replace(/\s+/g, ' ').trim().slice(0, 200);
  const digest = createHash('sha1').update(opening).digest('base64url');
  return `${header} ${writer ?? ''} ${sent?.getTime() ?? ''} ${digest}`;
}

/** Which of a batch are here already, as keys. */
export async function knownIdentities(db: EntityManager, mails: readonly ReadMail[]): Promise<Set<string>> {
  const rows: {
    header: string | null;
    writer: string | null;
    sent: Date | null;
    text: string | null;
    fingerprint: string | null;
  }[] = await db.query(
    `SELECT message_id_header AS header, lower(from_address) AS writer, sent_at AS sent, left(text, ${lookedAt}) AS text, NULL AS fingerprint FROM messages WHERE message_id_header = ANY ($1)
     UNION ALL SELECT NULL, NULL, NULL, NULL, fingerprint FROM messages WHERE fingerprint = ANY ($2)`,
    [mails.flatMap((m) => m.messageId ?? []), mails.flatMap((m) => m.fingerprint ?? [])],
  );
  return new Set(rows.map((r) => r.fingerprint ?? identity(r.header ?? '', r.writer, r.sent, r.text ?? '')));
}
