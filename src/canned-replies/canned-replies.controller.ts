import { Controller } from '@nestjs/common';
import * as contract from '../../libs/contracts/canned-replies.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { CannedRepliesQueries } from './canned-replies.queries.ts';
import { RenderCannedReply } from './render-canned-reply.ts';
import { SaveCannedReply } from './save-canned-reply.ts';

@Controller('api/v1')
export class CannedRepliesController {
  constructor(
    private readonly queries: CannedRepliesQueries,
    private readonly saving: SaveCannedReply,
    private readonly rendering: RenderCannedReply,
  ) {}

  @Serve(contract.listCannedReplies)
  async list(@Input(contract.listCannedReplies) { query }: InputOf<typeof contract.listCannedReplies>) {
    return { items: await this.queries.list(query), categories: await this.queries.categories() };
  }

  @Serve(contract.createCannedReply)
  create(@Input(contract.createCannedReply) { body }: InputOf<typeof contract.createCannedReply>) {
    return this.saving.create(body);
  }

  @Serve(contract.updateCannedReply)
  update(@Input(contract.updateCannedReply) { params, body }: InputOf<typeof contract.updateCannedReply>) {
    return this.saving.update(params.id, body);
  }

  @Serve(contract.deleteCannedReply)
  remove(@Input(contract.deleteCannedReply) { params }: InputOf<typeof contract.deleteCannedReply>) {
    return this.saving.remove(params.id);
  }

  @Serve(contract.renderCannedReply)
  render(
    @Input(contract.renderCannedReply) { params, body }: InputOf<typeof contract.renderCannedReply>,
    @CurrentUser() by: Principal,
  ) {
    return this.rendering.render(params.id, body, by);
  }
}
