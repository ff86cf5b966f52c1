import { SecretBox } from '../platform/index.ts';
import { signApproval, verifyApproval } from './approval-token.ts';

const box = new SecretBox('a secret of at least thirty-two characters');
const claim = {
  specificationId: '0199c0de-0000-7000-8000-000000000001',
  version: 2,
  expiresAt: new Date('2026-12-01T00:00:00Z'),
};
const now = new Date('2026-11-23T00:00:00Z');

describe('the link for the buyer', () => {
  it('opens what it was made for', () => {
    expect(verifyApproval(signApproval(claim, box), box, now)).toEqual(claim);
  });

  it('opens nothing when a character was changed, or made with another secret', () => {
    const token = signApproval(claim, box);
    for (const at of [3, token.indexOf('.') + 1, token.length - 3]) {
      const changed = token.slice(0, at) + (token[at] === '3' ? '4' : '3') + token.slice(at + 1);
      expect(() => verifyApproval(changed, box, now)).toThrow('specification.linkInvalid');
    }
    expect(() => verifyApproval(token, new SecretBox('another secret of thirty-two characters!'), now)).toThrow(
      'specification.linkInvalid',
    );
    expect(() => verifyApproval('', box, now)).toThrow('specification.linkInvalid');
  });

  it('expires', () => {
    expect(() => verifyApproval(signApproval(claim, box), box, claim.expiresAt)).toThrow('specification.linkExpired');
  });
});
