import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../libs/contracts/index.ts';

@Entity('users')
@Check('users_role_check', `role IN ('agent', 'lead', 'production', 'administrator')`)
@Check('users_capacity_check', 'capacity >= 0')
@Check('users_presence_check', `presence IN ('online', 'away', 'offline')`)
export class UserEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('text', { name: 'password_hash', nullable: true, select: false }) passwordHash: string | null;
  @Column('bytea', { name: 'totp_secret', nullable: true }) totpSecret: Buffer | null;
  @Column('text', { name: 'interface_language', default: 'en' }) interfaceLanguage: string;
  @Column('text', { name: 'time_zone', default: 'Asia/Shanghai' }) timeZone: string;
  @Column('jsonb', { default: [] }) languages: { language: string; level: 'native' | 'fluent' | 'working' }[];
  @Column('text', { array: true, default: [] }) regions: string[];
  @Column('text', { array: true, default: [] }) skills: string[];
  @Column('integer', { default: 30 }) capacity: number;
  @Column('jsonb', { name: 'working_hours', nullable: true }) workingHours: {
    timeZone: string;
    periods: Record<string, [number, number][]>;
  } | null;
  @Column('text', { default: 'offline' }) presence: 'online' | 'away' | 'offline';
  @Column('boolean', { name: 'is_active', default: true }) isActive: boolean;
  @Column('text', { name: 'avatar_color', default: 'gray' }) avatarColor: string;
  @Column('jsonb', { default: {} }) preferences: Record<string, unknown>;
  @Column('integer', { name: 'failed_sign_ins', default: 0 }) failedSignIns: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}
