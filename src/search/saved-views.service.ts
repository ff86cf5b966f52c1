import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SavedView, SavedViewInput } from '../../libs/contracts/index.ts';
import { ensure, newId } from '../platform/index.ts';

@Injectable()
export class SavedViewsService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  list(userId: string): Promise<SavedView[]> {
    return this.source.query(
      'SELECT id, name, is_shared AS "isShared", owner_id AS "ownerId", filter FROM saved_views WHERE owner_id = $1 OR is_shared ORDER BY name',
      [userId],
    );
  }

  async create(userId: string, input: SavedViewInput): Promise<SavedView> {
    const view = { id: newId(), ownerId: userId, ...input };
    await this.source.query(
      'INSERT INTO saved_views (id, name, owner_id, is_shared, filter) VALUES ($1, $2, $3, $4, $5)',
      [view.id, view.name, userId, view.isShared, JSON.stringify(view.filter)],
    );
    return view;
  }

  async remove(userId: string, id: string): Promise<void> {
    const [, affected] = await this.source.query('DELETE FROM saved_views WHERE id = $1 AND owner_id = $2', [
      id,
      userId,
    ]);
    ensure(affected, 'search.viewNotFound');
  }
}
