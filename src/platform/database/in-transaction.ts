import type { DataSource, EntityManager } from 'typeorm';

/** Runs work in one transaction; joins the caller's where one is given. */
export const inTransaction = <T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  joined?: EntityManager,
): Promise<T> => (joined ? work(joined) : source.transaction(work));
