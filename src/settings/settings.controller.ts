import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/settings.ts';
import { Input, Serve } from '../platform/index.ts';
import { SettingsService } from './settings.service.ts';

interface AuditRow {
  id: string;
  at: Date;
}

@Controller('api/v1')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Serve(contract.getSettings)
  get() {
    return this.settings.get();
  }

  @Serve(contract.updateSettings)
  update(@Input(contract.updateSettings) { body }: InputOf<typeof contract.updateSettings>) {
    return this.settings.update(body);
  }

  @Serve(contract.listAudit)
  async audit(@Input(contract.listAudit) { query }: InputOf<typeof contract.listAudit>) {
    const rows: AuditRow[] = await this.source.query(
      `SELECT a.id, a.at, a.user_id AS "userId", u.name AS "userName", a.action, a.subject_type AS "subjectType",
              a.subject_id AS "subjectId", a.before, a.after
       FROM audit_log a LEFT JOIN users u ON u.id = a.user_id
       WHERE $1::uuid IS NULL OR a.id < $1 ORDER BY a.id DESC LIMIT $2`,
      [query.after ?? null, query.limit + 1],
    );
    const items = rows.slice(0, query.limit).map((r) => ({ ...r, at: r.at.toISOString() }));
    return { items, next: rows.length > query.limit ? items.at(-1)!.id : null };
  }
}
