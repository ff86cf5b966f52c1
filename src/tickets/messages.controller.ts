import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/tickets.ts';
import { RawMessages } from '../channels/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { AppError, Input, readBody, Serve } from '../platform/index.ts';
import { AttachmentsService } from './attachments.service.ts';
import { MessageQueries } from './message.queries.ts';
import { messagePage, messagePageHeaders } from './message-page.ts';
import { ReplyToTicket } from './reply-to-ticket.ts';
import { TicketDetailQueries } from './ticket-detail.queries.ts';
import { UndoReply } from './undo-reply.ts';

@Controller('api/v1')
export class MessagesController {
  constructor(
    private readonly details: TicketDetailQueries,
    private readonly messages: MessageQueries,
    private readonly replying: ReplyToTicket,
    private readonly undoing: UndoReply,
    private readonly attachments: AttachmentsService,
    private readonly raw: RawMessages,
  ) {}

  @Serve(contract.getTicket)
  get(@Input(contract.getTicket) { params }: InputOf<typeof contract.getTicket>, @CurrentUser() by: Principal) {
    return this.details.detail(params.id, by);
  }

  @Serve(contract.listMessages)
  list(@Input(contract.listMessages) { params, query }: InputOf<typeof contract.listMessages>) {
    return this.messages.page(params.id, query.before ?? null, query.limit);
  }

  @Serve(contract.replyToTicket)
  reply(
    @Input(contract.replyToTicket) { params, body }: InputOf<typeof contract.replyToTicket>,
    @CurrentUser() by: Principal,
  ) {
    return this.replying.reply(params.id, body, by);
  }

  @Serve(contract.undoReply)
  undo(@Input(contract.undoReply) { params }: InputOf<typeof contract.undoReply>, @CurrentUser() by: Principal) {
    return this.undoing.undo(params.id, by);
  }

  @Serve(contract.getMessageHtml)
  async html(
    @Input(contract.getMessageHtml) { params, query }: InputOf<typeof contract.getMessageHtml>,
    @Res() response: Response,
  ) {
    const { html, text, attachments } = await this.messages.html(params.id);
    const withImages = query.images === true;
    response.set(messagePageHeaders(withImages));
    response.send(messagePage(html ?? `<pre>${escapeHtml(text)}</pre>`, attachments, withImages));
  }

  @Serve(contract.getMessageRaw)
  async rawMessage(
    @Input(contract.getMessageRaw) { params }: InputOf<typeof contract.getMessageRaw>,
    @Res() response: Response,
  ) {
    const bytes = await this.raw.read(await this.messages.receivedId(params.id));
    sendFile(response, { name: `${params.id}.eml`, type: 'message/rfc822', bytes, isDownload: true });
  }

  @Serve(contract.getAttachment)
  async attachment(
    @Input(contract.getAttachment) { params, query }: InputOf<typeof contract.getAttachment>,
    @Res() response: Response,
  ) {
    const { name, type, bytes, canShow } = await this.attachments.read(params.id);
    sendFile(response, {
      name,
      type: canShow ? type : 'application/octet-stream',
      bytes,
      isDownload: query.download === true || !canShow,
    });
  }

  @Serve(contract.uploadAttachment)
  async upload(
    @Input(contract.uploadAttachment) { query }: InputOf<typeof contract.uploadAttachment>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
  ) {
    return this.attachments.upload(
      await readBody(
        request,
        uploadLimit,
        () => new AppError('ticket.attachmentTooLarge', { megabytes: uploadLimit / 1024 / 1024 }),
      ),
      query.name,
      query.type,
      by.userId,
    );
  }
}

/** Mail servers commonly refuse more than 25 MB. */
const uploadLimit = 25 * 1024 * 1024;

/** A buyer's file must never act as a page of ours: no sniffing, no script, and a name that cannot break the header. */
function sendFile(response: Response, file: { name: string; type: string; bytes: Buffer; isDownload: boolean }): void {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  response.set({
    'content-type': file.type,
    'content-disposition': `${file.isDownload ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=86400, immutable',
  });
  response.send(file.bytes);
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);
