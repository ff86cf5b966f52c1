import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/pictures.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { AppError, Input, readBody, Serve } from '../platform/index.ts';
import { BoardQueries } from './board.queries.ts';
import { BuyerApproval } from './buyer-approval.ts';
import { type PictureFile, Pictures } from './pictures.ts';
import { SpecificationQueries } from './specification.queries.ts';

/** Pictures of a wish and photos of the work, for sales, production and the buyer. */
@Controller('api/v1')
export class PicturesController {
  constructor(
    private readonly pictures: Pictures,
    private readonly queries: SpecificationQueries,
    private readonly boards: BoardQueries,
    private readonly approval: BuyerApproval,
  ) {}

  @Serve(contract.addPicture)
  async add(
    @Input(contract.addPicture) { params, query }: InputOf<typeof contract.addPicture>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
  ) {
    await this.pictures.add(params.id, await pictureIn(request), query, by);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.changePicture)
  async change(
    @Input(contract.changePicture) { params, body }: InputOf<typeof contract.changePicture>,
    @CurrentUser() by: Principal,
  ) {
    await this.pictures.change(params.id, params.pictureId, body);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.getPicture)
  async get(@Input(contract.getPicture) { params }: InputOf<typeof contract.getPicture>, @Res() response: Response) {
    send(response, params.pictureId, await this.pictures.read(params.id, params.pictureId));
  }

  @Serve(contract.addPhoto)
  async addPhoto(
    @Input(contract.addPhoto) { params, query }: InputOf<typeof contract.addPhoto>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
  ) {
    await this.pictures.addPhoto(params.id, await pictureIn(request), query.caption, by);
    return this.boards.view(params.id, by.language);
  }

  @Serve(contract.getProductionPicture)
  async getForProduction(
    @Input(contract.getProductionPicture) { params }: InputOf<typeof contract.getProductionPicture>,
    @Res() response: Response,
  ) {
    send(response, params.pictureId, await this.pictures.readForProduction(params.id, params.pictureId));
  }

  @Serve(contract.getBuyerPicture)
  async getForBuyer(
    @Input(contract.getBuyerPicture) { params }: InputOf<typeof contract.getBuyerPicture>,
    @Res() response: Response,
  ) {
    send(response, params.pictureId, await this.approval.picture(params.token, params.pictureId));
  }
}

const pictureIn = (request: Request): Promise<Buffer> =>
  readBody(
    request,
    contract.largestPicture,
    () => new AppError('specification.pictureTooLarge', { pixels: contract.largestEdge }),
  );

/** Shown, never run; its name is ours. The bytes of an id never change. */
function send(response: Response, id: string, { bytes, type }: PictureFile): void {
  response.set({
    'content-type': type,
    'content-disposition': `inline; filename="${id}.${type === 'image/png' ? 'png' : 'jpg'}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=31536000, immutable',
  });
  response.send(bytes);
}
