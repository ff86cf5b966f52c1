import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/production.ts';
import { loadPack, packIds } from '../../libs/specification/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { BoardQueries } from './board.queries.ts';
import { LikeAnswers } from './like-answers.ts';
import { presentPack } from './present-pack.ts';
import { PrintSheet } from './print-sheet.ts';
import { ProductPacks, packOf } from './product-packs.ts';
import { ProductionMoves } from './production-moves.ts';
import { ProductionQuestions } from './production-questions.ts';
import { sendPdf } from './send-pdf.ts';

/** Production's side; every answer is free of the buyer's data. */
@Controller('api/v1')
export class ProductionController {
  constructor(
    private readonly boards: BoardQueries,
    private readonly moves: ProductionMoves,
    private readonly questions: ProductionQuestions,
    private readonly printing: PrintSheet,
    private readonly answers: LikeAnswers,
    private readonly productPacks: ProductPacks,
  ) {}

  @Serve(contract.getProductionView)
  view(
    @Input(contract.getProductionView) { params, query }: InputOf<typeof contract.getProductionView>,
    @CurrentUser() by: Principal,
  ) {
    return this.boards.view(params.id, query.language ?? by.language, query.version);
  }

  @Serve(contract.getProductionPdf)
  async pdf(
    @Input(contract.getProductionPdf) { params, query }: InputOf<typeof contract.getProductionPdf>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const live = `${request.protocol}://${request.headers.host}/production/${params.id}`;
    sendPdf(response, await this.printing.print(params.id, params.version, query.language ?? by.language, live));
  }

  @Serve(contract.askQuestion)
  async ask(
    @Input(contract.askQuestion) { params, body }: InputOf<typeof contract.askQuestion>,
    @CurrentUser() by: Principal,
  ) {
    await this.questions.ask(params.id, body, by);
    return this.boards.view(params.id, by.language);
  }

  @Serve(contract.moveSpecification)
  async move(
    @Input(contract.moveSpecification) { params, body }: InputOf<typeof contract.moveSpecification>,
    @CurrentUser() by: Principal,
  ) {
    await this.moves.move(params.id, body, by);
    return this.boards.view(params.id, by.language);
  }

  @Serve(contract.acknowledgeVersion)
  async acknowledge(
    @Input(contract.acknowledgeVersion) { params }: InputOf<typeof contract.acknowledgeVersion>,
    @CurrentUser() by: Principal,
  ) {
    await this.moves.acknowledge(params.id, by);
    return this.boards.view(params.id, by.language);
  }

  @Serve(contract.listLikeAnswersForProduction)
  async likeAnswers(
    @Input(contract.listLikeAnswersForProduction)
    { params, query }: InputOf<typeof contract.listLikeAnswersForProduction>,
    @CurrentUser() by: Principal,
  ) {
    return { items: await this.answers.find(params.id, query.language ?? by.language) };
  }

  @Serve(contract.listPacks)
  packs(@CurrentUser() by: Principal) {
    return {
      items: packIds()
        .map((id) => presentPack(loadPack(id), by.language))
        .map(({ id, version, name }) => ({ id, version, name })),
    };
  }

  @Serve(contract.getPackSource)
  packSource(@Input(contract.getPackSource) { params }: InputOf<typeof contract.getPackSource>) {
    return this.productPacks.find(params.packId);
  }

  @Serve(contract.savePack)
  savePack(
    @Input(contract.savePack) { params, body }: InputOf<typeof contract.savePack>,
    @CurrentUser() by: Principal,
  ) {
    return this.productPacks.save(params.packId, body, by);
  }

  @Serve(contract.getPack)
  pack(@Input(contract.getPack) { params, query }: InputOf<typeof contract.getPack>, @CurrentUser() by: Principal) {
    return presentPack(packOf(params.packId), query.language ?? by.language);
  }
}
