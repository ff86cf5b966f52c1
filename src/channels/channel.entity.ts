import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel, ChannelInput } from '../../libs/contracts/index.ts';

@Entity('channels')
export class ChannelEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'store_id', nullable: true }) storeId: string | null;
  @Column('text') kind: Channel['kind'];
  @Column('text') name: string;
  @Column('text', { array: true, default: [] }) addresses: string[];
  @Column('jsonb', { nullable: true }) imap: ChannelInput['imap'];
  @Column('jsonb') outbound: ChannelInput['outbound'];
  @Column('bytea', { nullable: true, select: false }) secret: Buffer | null;
  @Column('bytea', { name: 'outbound_secret', nullable: true, select: false }) outboundSecret: Buffer | null;
  @Column('boolean', { name: 'is_active', default: true }) isActive: boolean;
  @Column('text', { default: 'idle' }) state: Channel['state'];
  @Column('timestamptz', { name: 'last_success_at', nullable: true }) lastSuccessAt: Date | null;
  @Column('timestamptz', { name: 'last_error_at', nullable: true }) lastErrorAt: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
}
