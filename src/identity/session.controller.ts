import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Secret, TOTP } from 'otpauth';
import { toDataURL } from 'qrcode';
import * as contract from '../../libs/contracts/identity.ts';
import type { InputOf, Me } from '../../libs/contracts/index.ts';
import { Clock, ensure, Input, SecretBox, Serve } from '../platform/index.ts';
import { CurrentUser, type Principal } from './principal.ts';
import { Sessions, sessionCookie } from './sessions.ts';
import { isCode, SignIn } from './sign-in.ts';
import { UsersService } from './users.service.ts';

const cookieOf = (request: Request): string | undefined =>
  (request.cookies as Record<string, string> | undefined)?.[sessionCookie];

@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: Sessions,
    private readonly users: UsersService,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  @Serve(contract.signIn)
  async signIn(
    @Input(contract.signIn) { body }: InputOf<typeof contract.signIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const user = await this.signIns.check(body);
    await startSession(this.sessions, user.id, request, response);
    return this.users.me(user.id);
  }

  @Serve(contract.getSession)
  get(@CurrentUser() principal: Principal): Promise<Me> {
    return this.users.me(principal.userId);
  }

  @Serve(contract.signOut)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = cookieOf(request);
    if (token) await this.sessions.close(token);
    response.clearCookie(sessionCookie, { path: '/' });
  }

  @Serve(contract.updateMe)
  update(
    @Input(contract.updateMe) { body }: InputOf<typeof contract.updateMe>,
    @CurrentUser() principal: Principal,
    @Req() request: Request,
  ): Promise<Me> {
    return this.users.updateSelf(principal.userId, body, cookieOf(request));
  }

  @Serve(contract.startSecondFactor)
  async startSecondFactor(@CurrentUser() principal: Principal): Promise<{ secret: string; uri: string; qr: string }> {
    const secret = new Secret({ size: 20 });
    const uri = new TOTP({ issuer: 'Dragoman', label: principal.email, secret }).toString();
    return { secret: secret.base32, uri, qr: await toDataURL(uri) };
  }

  @Serve(contract.confirmSecondFactor)
  async confirmSecondFactor(
    @Input(contract.confirmSecondFactor) { body }: InputOf<typeof contract.confirmSecondFactor>,
    @CurrentUser() principal: Principal,
  ): Promise<Me> {
    const { totpSecret } = await this.users.find(principal.userId);
    // Taking the old one away asks for its code; setting another over it must not go round that.
    ensure(!totpSecret, 'identity.forbidden');
    ensure(isCode(body.secret, body.code, this.clock.now()), 'identity.signInFailed');
    await this.users.setTotpSecret(principal.userId, this.box.seal(body.secret));
    return this.users.me(principal.userId);
  }

  @Serve(contract.removeSecondFactor)
  async removeSecondFactor(
    @Input(contract.removeSecondFactor) { body }: InputOf<typeof contract.removeSecondFactor>,
    @CurrentUser() principal: Principal,
  ): Promise<Me> {
    await this.signIns.checkCode(await this.users.find(principal.userId), body.code);
    await this.users.setTotpSecret(principal.userId, null);
    return this.users.me(principal.userId);
  }
}

/** Opens a session and hands its cookie to the browser; also used by first-run set-up. */
export async function startSession(
  sessions: Sessions,
  userId: string,
  request: Request,
  response: Response,
): Promise<void> {
  const { token, expiresAt } = await sessions.open(userId, request.headers['user-agent']);
  response.cookie(sessionCookie, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    path: '/',
    expires: expiresAt,
  });
}
