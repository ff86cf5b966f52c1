import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Secret, TOTP } from 'otpauth';
import type { Repository } from 'typeorm';
import { AppError, Clock, SecretBox } from '../platform/index.ts';
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
    // Counted before the password is looked at: guesses sent at once are as many as guesses one after another.
    if (user && !(await this.countTry(user.id, now))) throw new AppError('identity.locked', { minutes: pauseMinutes });
    const isRight = (await isPassword(input.password, user?.passwordHash)) && user?.isActive === true;
    if (!isRight || !user) throw new AppError('identity.signInFailed');
    if (user.totpSecret) {
      if (!input.code) {
        await this.uncountTry(user.id);
        throw new AppError('identity.codeRequired');
      }
      if (!isCode(this.box.open(user.totpSecret), input.code, now)) throw new AppError('identity.signInFailed');
    }
    await this.users.update(user.id, { failedSignIns: 0, lockedUntil: null });
    return user;
  }

  /** A code of somebody who is signed in: guesses count as those at sign-in do. @throws AppError identity.signInFailed, identity.locked */
  async checkCode(user: Pick<UserEntity, 'id' | 'totpSecret'>, code: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.countTry(user.id, now))) throw new AppError('identity.locked', { minutes: pauseMinutes });
    if (!user.totpSecret || !isCode(this.box.open(user.totpSecret), code, now))
      throw new AppError('identity.signInFailed');
    await this.users.update(user.id, { failedSignIns: 0, lockedUntil: null });
  }

  /** @returns false while the person's sign-in is paused; the try that fills the count begins the pause */
  private async countTry(id: string, now: Date): Promise<boolean> {
    const [, counted]: [unknown, number] = await this.users.query(
      `UPDATE users SET failed_sign_ins = CASE WHEN locked_until IS NULL THEN failed_sign_ins + 1 ELSE 1 END,
         locked_until = CASE WHEN locked_until IS NULL AND failed_sign_ins + 1 >= $3 THEN $4::timestamptz END
       WHERE id = $1 AND (locked_until IS NULL OR locked_until <= $2)`,
      [id, now, triesBeforePause, new Date(now.getTime() + pauseMinutes * 60_000)],
    );
    return counted === 1;
  }

  /** The right password without its code was no guess; it does not wipe out guesses at the code either. */
  private async uncountTry(id: string): Promise<void> {
    await this.users.query(
      'UPDATE users SET failed_sign_ins = greatest(failed_sign_ins - 1, 0), locked_until = NULL WHERE id = $1',
      [id],
    );
  }
}

/** Whether a six-digit code fits now, a step earlier or later (30 s each). */
export function isCode(secret: string, code: string, at: Date): boolean {
  return (
    new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token: code, timestamp: at.getTime(), window: 1 }) !==
    null
  );
}
