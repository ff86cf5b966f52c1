import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { buyerSheet } from '../../libs/contracts/index.ts';
import { nearestLanguage } from '../../libs/i18n/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Clock, Config, Events, SecretBox } from '../platform/index.ts';
import { recordEvent } from '../tickets/index.ts';
import { signApproval, verifyApproval } from './approval-token.ts';
import { offerLines } from './offer-text.ts';
import { type PictureFile, Pictures } from './pictures.ts';
import { packOf } from './product-packs.ts';
import { RenderSheet } from './render-sheet.ts';
import { SpecificationStore } from './specification.store.ts';

type BuyerSheet = z.infer<typeof buyerSheet>;
const linkDays = 30;

/** The buyer's side: one signed link, one version, approve or ask for a change. What was approved is kept with its fingerprint. */
@Injectable()
export class BuyerApproval {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: SpecificationStore,
    private readonly sheets: RenderSheet,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: Events,
    private readonly pictures: Pictures,
  ) {}

  async link(
    id: string,
    baseUrl: string,
    by: Principal,
  ): Promise<{ url: string; expiresAt: string; text: string; language: string }> {
    const expiresAt = new Date(this.clock.now().getTime() + linkDays * 86_400_000);
    const record = await this.source.transaction(async (db) => {
      const locked = await this.store.lock(id, db);
      if (locked.currentVersion === 0) throw new AppError('specification.notAllowedNow', { state: locked.state });
      const { kind, feasibility } = await this.store.version(id, locked.currentVersion, db);
      // The buyer is shown what the change costs, so production has answered first.
      if (kind === 'change_order' && feasibility?.surcharge == null)
        throw new AppError('specification.productionFirst');
      await db.query(
        `UPDATE specifications SET approval_state = 'asked', approval_at = NULL, approval_version = current_version, approval_comment = NULL, updated_at = now() WHERE id = $1`,
        [id],
      );
      await recordEvent(db, locked.ticketId, by.userId, 'approvalAsked', {
        specificationId: id,
        number: locked.number,
        version: locked.currentVersion,
      });
      await this.events.publish(db, {
        type: 'specification.changed',
        specificationId: id,
        ticketId: locked.ticketId,
        state: locked.state,
      });
      return locked;
    });
    const [buyer]: { language: string | null; name: string }[] = await this.source.query(
      'SELECT language, contact_name AS name FROM tickets WHERE id = $1',
      [record.ticketId],
    );
    const language = buyer?.language ?? 'en';
    const token = signApproval({ specificationId: id, version: record.currentVersion, expiresAt }, this.box);
    const url = `${this.config.get('PUBLIC_URL') ?? baseUrl}/approve/${token}`;
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt);
    const text = translator(nearestLanguage(language))('sheet:approvalText', { name: buyer?.name ?? '', url, date });
    return { url, expiresAt: expiresAt.toISOString(), text, language };
  }

  async open(token: string, wanted: string | undefined): Promise<BuyerSheet> {
    const claim = verifyApproval(token, this.box, this.clock.now());
    const record = await this.store.find(claim.specificationId);
    const [place]: { language: string | null; store: string | null }[] = await this.source.query(
      'SELECT t.language, st.sender_name AS store FROM tickets t LEFT JOIN stores st ON st.id = t.store_id WHERE t.id = $1',
      [record.ticketId],
    );
    const language = nearestLanguage(wanted, place?.language);
    const [sheet, { kind, feasibility }] = await Promise.all([
      this.sheets.render(claim.specificationId, claim.version, language, 'stated'),
      this.store.version(claim.specificationId, claim.version),
    ]);
    const isChangeOrder = kind === 'change_order';
    const isCurrent = record.currentVersion === claim.version;
    return {
      sheet,
      storeName: place?.store ?? '',
      state: isCurrent ? record.approvalState : 'outdated',
      isCurrent,
      expiresAt: claim.expiresAt.toISOString(),
      isChangeOrder,
      offer: feasibility ? offerLines(packOf(record.packId), feasibility, language, isChangeOrder) : [],
    };
  }

  /** A picture of the version that the link names. @throws AppError specification.pictureNotFound */
  async picture(token: string, pictureId: string): Promise<PictureFile> {
    const { specificationId, version } = verifyApproval(token, this.box, this.clock.now());
    return this.pictures.readOfVersion(specificationId, version, pictureId);
  }

  async decide(
    token: string,
    input: { decision: 'approve' | 'change'; comment: string; name: string },
  ): Promise<BuyerSheet> {
    const claim = verifyApproval(token, this.box, this.clock.now());
    const { specificationId: id, version } = claim;
    await this.source.transaction(async (db) => {
      const record = await this.store.lock(id, db);
      if (record.currentVersion !== version || record.state === 'cancelled')
        throw new AppError('specification.notAllowedNow', { state: record.state });
      if (record.approvalState === 'approved' && record.approvalVersion === version) return;
      const at = this.clock.now();
      const state = input.decision === 'approve' ? 'approved' : 'change_requested';
      await db.query(
        'UPDATE specifications SET approval_state = $2, approval_at = $3, approval_version = $4, approval_comment = $5, updated_at = $3 WHERE id = $1',
        [id, state, at, version, input.comment || null],
      );
      if (state === 'approved') {
        await db.query(
          'UPDATE specification_versions SET buyer_approved_at = $3, buyer_approved_hash = hash, buyer_approved_name = $4 WHERE specification_id = $1 AND version = $2',
          [id, version, at, input.name || null],
        );
      }
      await this.store.recordMove(db, {
        id,
        by: null,
        byBuyer: true,
        from: record.state,
        to: record.state,
        version,
        note: state,
      });
      await recordEvent(db, record.ticketId, null, state === 'approved' ? 'buyerApproved' : 'buyerAskedForChange', {
        specificationId: id,
        number: record.number,
        version,
        comment: input.comment,
      });
      const [ticket]: { assignee_id: string | null }[] = await db.query(
        'SELECT assignee_id FROM tickets WHERE id = $1',
        [record.ticketId],
      );
      const agent = ticket?.assignee_id ?? record.agentId;
      await this.events.publish(
        db,
        { type: 'specification.changed', specificationId: id, ticketId: record.ticketId, state: record.state },
        { type: `specification.${state}`, specificationId: id, version },
        { type: 'ticket.changed', ticketId: record.ticketId },
        ...(agent
          ? [
              {
                type: 'notification',
                userId: agent,
                kind: `buyer.${state}`,
                ticketId: record.ticketId,
                specificationId: id,
                params: { number: record.number },
              },
            ]
          : []),
      );
    });
    return this.open(token, undefined);
  }
}
