import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FidelityReport } from '../../libs/language/index.ts';

@Entity('translations')
@Index('translations_key', ['textHash', 'source', 'target', 'provider', 'version'], { unique: true })
export class TranslationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { name: 'text_hash' }) textHash: Buffer;
  @Column('text') source: string;
  @Column('text') target: string;
  @Column('text') provider: string;
  @Column('integer') version: number;
  @Column('text') engine: string;
  @Column('text') translated: string;
  @Column('jsonb') fidelity: FidelityReport;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
