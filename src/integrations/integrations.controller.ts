import { Controller, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import type { InputOf, ReturnsOf, Webhook } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/integrations.ts';
import { loadPack } from '../../libs/specification/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { AppError, ensure, Input, newId, SecretBox, Serve } from '../platform/index.ts';
import { ProductionMoves } from '../production/index.ts';
import { exportTable } from './export-table.ts';
import { newWebhookSecret } from './sign-webhook.ts';
import { SpecificationRecords } from './specification-records.ts';

const columns = `id, url, events, is_active AS "isActive", created_at AS "createdAt", last_status AS "lastStatus", last_at AS "lastAt", last_error AS "lastError"`;
type Row = Omit<Webhook, 'createdAt' | 'lastAt'> & { createdAt: Date; lastAt: Date | null };
const shown = (r: Row): Webhook => ({
  ...r,
  createdAt: r.createdAt.toISOString(),
  lastAt: r.lastAt?.toISOString() ?? null,
});
const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Other systems: told by webhooks, reading by export, writing back states. */
@Controller('api/v1')
export class IntegrationsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly box: SecretBox,
    private readonly records: SpecificationRecords,
    private readonly moves: ProductionMoves,
  ) {}

  @Serve(contract.listWebhooks)
  async list() {
    const rows: Row[] = await this.source.query(`SELECT ${columns} FROM webhooks ORDER BY id`);
    return { items: rows.map(shown) };
  }

  @Serve(contract.createWebhook)
  async create(@Input(contract.createWebhook) { body }: InputOf<typeof contract.createWebhook>) {
    const secret = newWebhookSecret();
    const [row]: [Row, ...unknown[]] = await this.source.query(
      `INSERT INTO webhooks (id, url, events, is_active, secret) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
      [newId(), body.url, body.events, body.isActive, this.box.seal(secret)],
    );
    return { ...shown(row), secret };
  }

  @Serve(contract.updateWebhook)
  async update(@Input(contract.updateWebhook) { params, body }: InputOf<typeof contract.updateWebhook>) {
    const [rows]: [Row[], number] = await this.source.query(
      `UPDATE webhooks SET url = $2, events = $3, is_active = $4 WHERE id = $1 RETURNING ${columns}`,
      [params.id, body.url, body.events, body.isActive],
    );
    ensure(rows[0], 'integration.webhookNotFound');
    return shown(rows[0]);
  }

  @Serve(contract.deleteWebhook)
  async remove(@Input(contract.deleteWebhook) { params }: InputOf<typeof contract.deleteWebhook>) {
    const [, affected] = await this.source.query('DELETE FROM webhooks WHERE id = $1', [params.id]);
    ensure(affected, 'integration.webhookNotFound');
  }

  @Serve(contract.exportSpecifications)
  async export(
    @Input(contract.exportSpecifications) { query }: InputOf<typeof contract.exportSpecifications>,
    @CurrentUser() by: Principal,
    @Res() response: Response,
  ) {
    const records = await this.records.all({
      ...(query.state ? { state: query.state } : {}),
      ...(query.since ? { since: query.since } : {}),
    });
    const bytes =
      query.format === 'json'
        ? Buffer.from(JSON.stringify({ items: records }))
        : await exportTable(records, loadPack, query.format, query.language ?? by.language);
    response.set({
      'content-type': types[query.format],
      'content-disposition': `attachment; filename="specifications.${query.format}"`,
      'x-content-type-options': 'nosniff',
    });
    response.send(bytes);
  }

  @Serve(contract.importStatus)
  async importStatus(
    @Input(contract.importStatus) { body }: InputOf<typeof contract.importStatus>,
    @CurrentUser() by: Principal,
  ) {
    const known: { id: string; number: number }[] = await this.source.query(
      'SELECT id, number::int AS number FROM specifications WHERE number = ANY ($1)',
      [body.items.map((i) => i.number)],
    );
    const items: ReturnsOf<typeof contract.importStatus>['items'] = [];
    for (const { number, ...move } of body.items) {
      const found = known.find((k) => k.number === number);
      try {
        ensure(found, 'specification.notFound');
        await this.moves.move(found.id, move, by);
        items.push({ number, ok: true, state: move.to, code: null });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        items.push({ number, ok: false, state: null, code: error.code });
      }
    }
    return { items };
  }
}
