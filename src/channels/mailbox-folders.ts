import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MailboxFolder } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';

interface Row extends Omit<MailboxFolder, 'failures' | 'comparedAt'> {
  comparedAt: Date | null;
  failures: { uid: number; reason: string; at: string }[] | null;
}

const mostFailures = 50;
/** Reasons that are our own finding; any other is the server's words. */
const findings = new Set(['tooLarge', 'breaksConnection', 'notDelivered']);

/** The ledger of a mailbox beside the server's counts, for the administrator. */
@Injectable()
export class MailboxFolders {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(channelId: string, language: string): Promise<MailboxFolder[]> {
    const t = translator(language);
    const rows: Row[] = await this.source.query(
      `SELECT c.folder, v.validity AS "uidValidity", c.last_uid::int AS "lastUid", c.on_server AS "onServer", CASE WHEN c.compared_revision = s.revision THEN c.compared_at END AS "comparedAt", c.accounted, c.expunged, c.waiting, n.*,
              (SELECT jsonb_agg(jsonb_build_object('uid', f.uid, 'reason', f.reason, 'at', to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
               FROM (SELECT * FROM mailbox_ledger f WHERE f.channel_id = c.channel_id AND f.folder = c.folder AND f.validity = v.validity AND f.outcome = 'undeliverable'
                     ORDER BY f.uid DESC LIMIT ${mostFailures}) f) AS failures
       FROM mailbox_cursors c JOIN channels s ON s.id = c.channel_id
       CROSS JOIN LATERAL (SELECT c.uid_validity || CASE WHEN c.renumbered > 0 THEN '~' || c.renumbered ELSE '' END AS validity) v
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE l.outcome = 'taken')::int AS taken, count(*) FILTER (WHERE l.outcome = 'known')::int AS known,
                count(*) FILTER (WHERE l.outcome = 'undeliverable')::int AS undeliverable
         FROM mailbox_ledger l WHERE l.channel_id = c.channel_id AND l.folder = c.folder AND l.validity = v.validity) n
       WHERE c.channel_id = $1 ORDER BY c.folder`,
      [channelId],
    );
    return rows.map((r) => ({
      ...r,
      comparedAt: r.comparedAt?.toISOString() ?? null,
      failures: (r.failures ?? []).map((f) => ({
        ...f,
        reason: findings.has(f.reason) ? t(`channel:message.${f.reason}`) : f.reason,
      })),
    }));
  }
}
