import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Encrypts what must not lie readable in the database (mailbox passwords, tokens) and derives keys for signatures.
 * AES-256-GCM, 96-bit random nonce, layout nonce ‖ tag ‖ ciphertext (NIST SP 800-38D); keys by HKDF-SHA-256 (RFC 5869).
 */
export class SecretBox {
  private readonly encryptionKey: Buffer;

  constructor(private readonly master: string) {
    this.encryptionKey = this.derive('secrets at rest');
  }

  /** A 32-byte key for one purpose; the same purpose gives the same key. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'dragoman', purpose, 32));
  }

  seal(plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** @throws Error when the bytes were changed or sealed with another APP_SECRET */
  open(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** HMAC-SHA-256 in base64url, for links and tokens. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.derive(purpose)).update(text).digest('base64url');
  }
}
