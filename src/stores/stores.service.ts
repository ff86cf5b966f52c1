import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { DataSource, EntityManager, Repository } from 'typeorm';
import type { Store, StoreInput } from '../../libs/contracts/index.ts';
import { AppError, Events, ensure, newId } from '../platform/index.ts';
import { StoreEntity } from './store.entity.ts';

@Injectable()
export class StoresService {
  constructor(
    @InjectRepository(StoreEntity) private readonly stores: Repository<StoreEntity>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  list(): Promise<Store[]> {
    return this.stores.find({ order: { name: 'ASC' } });
  }

  async find(id: string): Promise<Store> {
    const store = await this.stores.findOneBy({ id });
    ensure(store, 'store.notFound');
    return store;
  }

  async create(input: StoreInput, joined?: EntityManager): Promise<Store> {
    const repository = joined?.getRepository(StoreEntity) ?? this.stores;
    const id = newId();
    await this.refuseTaken(repository, input.name, id);
    await repository.insert({ id, ...input });
    await this.events.publish(repository.manager, { type: 'store.changed', storeId: id });
    return { id, ...input };
  }

  async update(id: string, input: StoreInput): Promise<Store> {
    await this.find(id);
    await this.refuseTaken(this.stores, input.name, id);
    await this.stores.update(id, input);
    await this.events.publishNow({ type: 'store.changed', storeId: id });
    return { id, ...input };
  }

  /** Only a store without tickets; another is switched off instead. */
  async remove(id: string): Promise<void> {
    await this.find(id);
    const used = await this.source.query('SELECT 1 FROM tickets WHERE store_id = $1 LIMIT 1', [id]);
    if (used.length > 0) throw new AppError('store.inUse');
    await this.stores.delete(id);
    await this.events.publishNow({ type: 'store.changed', storeId: id });
  }

  private async refuseTaken(repository: Repository<StoreEntity>, name: string, id: string): Promise<void> {
    const taken = await repository
      .createQueryBuilder('s')
      .where('lower(s.name) = lower(:name) AND s.id <> :id', { name, id })
      .getCount();
    if (taken > 0) throw new AppError('store.nameTaken', { name });
  }
}

/** What stands under a letter: the store's signature in the language, its primary language, then the store's default. */
export function signatureFor(
  store: Pick<Store, 'signatures' | 'defaultLanguage' | 'name'>,
  language: string,
  agentName: string,
): string {
  const primary = language.split('-')[0]!;
  const text = store.signatures[language] ?? store.signatures[primary] ?? store.signatures[store.defaultLanguage] ?? '';
  return text.replaceAll('{{agent.name}}', agentName).replaceAll('{{store.name}}', store.name);
}
