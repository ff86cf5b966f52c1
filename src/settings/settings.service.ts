import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type WorkspaceSettings, workspaceSettings } from '../../libs/contracts/index.ts';
import { Events } from '../platform/index.ts';

/** Settings of the whole workspace, kept in memory until some process changes them. */
@Injectable()
export class SettingsService {
  private known: WorkspaceSettings | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {
    for (const type of ['settings.changed', 'events.reconnected'])
      events.subscribe(type, () => {
        this.known = undefined;
      });
  }

  async get(): Promise<WorkspaceSettings> {
    if (!this.known) {
      const rows: { stored: unknown }[] = await this.source.query('SELECT stored FROM workspace_settings');
      this.known = workspaceSettings.parse(rows[0]?.stored ?? {});
    }
    return this.known;
  }

  async update(changes: Partial<WorkspaceSettings>): Promise<WorkspaceSettings> {
    await this.source.transaction(async (manager) => {
      await manager.query('UPDATE workspace_settings SET stored = stored || $1::jsonb', [JSON.stringify(changes)]);
      await this.events.publish(manager, { type: 'settings.changed' });
    });
    this.known = undefined;
    return this.get();
  }
}
