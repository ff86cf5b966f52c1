import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defaultPackId } from '../../libs/contracts/index.ts';

@Entity('stores')
export class StoreEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'sender_name' }) senderName: string;
  @Column('text', { name: 'sender_address' }) senderAddress: string;
  @Column('text', { name: 'default_language', default: 'en' }) defaultLanguage: string;
  @Column('text', { array: true, default: [] }) languages: string[];
  @Column('text', { default: 'USD' }) currency: string;
  @Column('text', { default: 'CN' }) country: string;
  @Column('text', { name: 'time_zone', default: 'Asia/Shanghai' }) timeZone: string;
  @Column('jsonb', { default: {} }) signatures: Record<string, string>;
  @Column('text', { default: 'email' }) platform: string;
  @Column('text', { default: 'blue' }) color: string;
  @Column('text', { name: 'pack_id', default: defaultPackId }) packId: string;
  @Column('boolean', { name: 'is_active', default: true }) isActive: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
