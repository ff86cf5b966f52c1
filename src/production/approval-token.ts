import { timingSafeEqual } from 'node:crypto';
import { AppError, type SecretBox } from '../platform/index.ts';

export interface ApprovalClaim {
  specificationId: string;
  version: number;
  expiresAt: Date;
}

const purpose = 'approval link';

/** `<specification>.<version>.<expiry in seconds, base 36>.<HMAC>`: says what it opens and cannot be made by anybody else. */
export function signApproval(claim: ApprovalClaim, box: SecretBox): string {
  const body = `${claim.specificationId}.${claim.version}.${Math.floor(claim.expiresAt.getTime() / 1000).toString(36)}`;
  return `${body}.${box.sign(purpose, body)}`;
}

/** @throws AppError specification.linkInvalid, specification.linkExpired */
export function verifyApproval(token: string, box: SecretBox, now: Date): ApprovalClaim {
  const parts = token.split('.');
  const [specificationId, version, expiry, signature] = parts;
  if (parts.length !== 4 || !specificationId || !version || !expiry || !signature)
    throw new AppError('specification.linkInvalid');
  const expected = Buffer.from(box.sign(purpose, `${specificationId}.${version}.${expiry}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw new AppError('specification.linkInvalid');
  const expiresAt = new Date(Number.parseInt(expiry, 36) * 1000);
  if (expiresAt <= now) throw new AppError('specification.linkExpired');
  return { specificationId, version: Number(version), expiresAt };
}
