import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Secret, TOTP } from 'otpauth';
import type { Repository } from 'typeorm';
import { AppError, Clock, ensure, SecretBox } from '../platform/index.ts';
import { isPassword } from './passwords.ts';
import { UserEntity } from './user.entity.ts';

const triesBeforePause = 8;
const pauseMinutes = 10;

/** Password, then TOTP (RFC 6238) where the person has set it up; a pause after repeated failures. */
@Injectable()
export class SignIn {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError identity.signInFailed, identity.locked, identity.codeRequired */
  async check(input: { email: string; password: string; code?: string }): Promise<UserEntity> {
    const user = await this.users
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('lower(u.email) = lower(:email)', { email: input.email })
      .getOne();
    const now = this.clock.now();
    if (user?.lockedUntil && user.lockedUntil > now) throw new AppError('identity.locked', { minutes: pauseMinutes });
    const isRight = (await isPassword(input.password, user?.passwordHash)) && user?.isActive === true;
    if (!isRight || !user) {
      if (user) await this.recordFailure(user, now);
      throw new AppError('identity.signInFailed');
    }
    if (user.totpSecret) {
      ensure(input.code, 'identity.codeRequired');
      if (!isCode(this.box.open(user.totpSecret), input.code, now)) {
        await this.recordFailure(user, now);
        throw new AppError('identity.signInFailed');
      }
    }
    await this.users.update(user.id, { failedSignIns: 0, lockedUntil: null });
    return user;
  }

  private async recordFailure(user: UserEntity, now: Date): Promise<void> {
    const failed = user.failedSignIns + 1;
    const pause = failed >= triesBeforePause ? new Date(now.getTime() + pauseMinutes * 60_000) : null;
    await this.users.update(user.id, { failedSignIns: pause ? 0 : failed, lockedUntil: pause });
  }
}

/** Whether a six-digit code fits now, a step earlier or later (30 s each). */
export function isCode(secret: string, code: string, at: Date): boolean {
  return (
    new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token: code, timestamp: at.getTime(), window: 1 }) !==
    null
  );
}
