import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/production.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { Alarms } from './alarms.ts';
import { BuyerApproval } from './buyer-approval.ts';
import { BuyerQuestions } from './buyer-questions.ts';
import { DraftSpecification } from './draft-specification.ts';
import { HandOff } from './hand-off.ts';
import { LikeAnswers } from './like-answers.ts';
import { PrintSheet } from './print-sheet.ts';
import { ProductionQuestions } from './production-questions.ts';
import { ProposeValues } from './propose-values.ts';
import { RenderSheet } from './render-sheet.ts';
import { sendPdf } from './send-pdf.ts';
import { SpecificationQueries } from './specification.queries.ts';
import { ValueProposals } from './value-proposals.ts';

/** The sales side. */
@Controller('api/v1')
export class SpecificationsController {
  constructor(
    private readonly queries: SpecificationQueries,
    private readonly drafting: DraftSpecification,
    private readonly handing: HandOff,
    private readonly questions: ProductionQuestions,
    private readonly sheets: RenderSheet,
    private readonly printing: PrintSheet,
    private readonly answers: LikeAnswers,
    private readonly alarms: Alarms,
    private readonly asked: BuyerQuestions,
  ) {}

  @Serve(contract.createSpecification)
  async create(
    @Input(contract.createSpecification) { params, body }: InputOf<typeof contract.createSpecification>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(await this.drafting.create(params.id, body.messageId, body.packId, by), by.language);
  }

  @Serve(contract.listTicketSpecifications)
  async ofTicket(
    @Input(contract.listTicketSpecifications) { params }: InputOf<typeof contract.listTicketSpecifications>,
    @CurrentUser() by: Principal,
  ) {
    return { items: await this.queries.ofTicket(params.id, by.language) };
  }

  @Serve(contract.getSpecification)
  get(
    @Input(contract.getSpecification) { params }: InputOf<typeof contract.getSpecification>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.saveSpecification)
  async save(
    @Input(contract.saveSpecification) { params, body }: InputOf<typeof contract.saveSpecification>,
    @CurrentUser() by: Principal,
  ) {
    await this.drafting.save(params.id, body, by);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.readMessage)
  async read(
    @Input(contract.readMessage) { params, body }: InputOf<typeof contract.readMessage>,
    @CurrentUser() by: Principal,
  ) {
    await this.drafting.read(params.id, body.messageId);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.handOff)
  async handOff(
    @Input(contract.handOff) { params, body }: InputOf<typeof contract.handOff>,
    @CurrentUser() by: Principal,
  ) {
    await this.handing.handOff(params.id, body, by);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.cancelSpecification)
  async cancel(
    @Input(contract.cancelSpecification) { params, body }: InputOf<typeof contract.cancelSpecification>,
    @CurrentUser() by: Principal,
  ) {
    await this.handing.cancel(params.id, body.reason, by);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.dismissAlarm)
  async dismissAlarm(
    @Input(contract.dismissAlarm) { params }: InputOf<typeof contract.dismissAlarm>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(await this.alarms.dismiss(params.id, by), by.language);
  }

  @Serve(contract.askBuyer)
  async askBuyer(
    @Input(contract.askBuyer) { params, body }: InputOf<typeof contract.askBuyer>,
    @CurrentUser() by: Principal,
  ) {
    const letter = await this.asked.ask(params.id, body.points, by);
    return { ...letter, specification: await this.queries.find(params.id, by.language) };
  }

  @Serve(contract.takeAlternative)
  async takeAlternative(
    @Input(contract.takeAlternative) { params }: InputOf<typeof contract.takeAlternative>,
    @CurrentUser() by: Principal,
  ) {
    await this.drafting.takeAlternative(params.id, by);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.listLikeAnswers)
  async likeAnswers(
    @Input(contract.listLikeAnswers) { params, query }: InputOf<typeof contract.listLikeAnswers>,
    @CurrentUser() by: Principal,
  ) {
    return { items: await this.answers.find(params.id, query.language ?? by.language) };
  }

  @Serve(contract.answerQuestion)
  async answer(
    @Input(contract.answerQuestion) { params, body }: InputOf<typeof contract.answerQuestion>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(await this.questions.answer(params.id, body.text, by), by.language);
  }

  @Serve(contract.forwardQuestion)
  async forward(
    @Input(contract.forwardQuestion) { params }: InputOf<typeof contract.forwardQuestion>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(await this.questions.noteForwarded(params.id), by.language);
  }

  @Serve(contract.getSheet)
  sheet(@Input(contract.getSheet) { params, query }: InputOf<typeof contract.getSheet>, @CurrentUser() by: Principal) {
    return this.sheets.render(params.id, params.version, query.language ?? by.language);
  }

  @Serve(contract.getSheetPdf)
  async pdf(
    @Input(contract.getSheetPdf) { params, query }: InputOf<typeof contract.getSheetPdf>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const live = `${request.protocol}://${request.headers.host}/production/${params.id}`;
    sendPdf(response, await this.printing.print(params.id, params.version, query.language ?? by.language, live));
  }
}

/** What a language model proposes, beside the draft. */
@Controller('api/v1')
export class ProposalsController {
  constructor(
    private readonly queries: SpecificationQueries,
    private readonly proposing: ProposeValues,
    private readonly proposals: ValueProposals,
  ) {}

  @Serve(contract.askModel)
  async ask(
    @Input(contract.askModel) { params, body }: InputOf<typeof contract.askModel>,
    @CurrentUser() by: Principal,
  ) {
    await this.proposing.again(params.id, body.messageId);
    return this.queries.find(params.id, by.language);
  }

  @Serve(contract.decideProposal)
  async decide(
    @Input(contract.decideProposal) { params, body }: InputOf<typeof contract.decideProposal>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.find(await this.proposals.reject(params.id, body.isRejected, by), by.language);
  }
}

/** The approval link and the buyer's page behind it. */
@Controller('api/v1')
export class ApprovalController {
  constructor(private readonly approval: BuyerApproval) {}

  @Serve(contract.askForApproval)
  link(
    @Input(contract.askForApproval) { params }: InputOf<typeof contract.askForApproval>,
    @CurrentUser() by: Principal,
    @Req() request: Request,
  ) {
    return this.approval.link(params.id, `${request.protocol}://${request.headers.host}`, by);
  }

  @Serve(contract.getBuyerSheet)
  open(@Input(contract.getBuyerSheet) { params, query }: InputOf<typeof contract.getBuyerSheet>) {
    return this.approval.open(params.token, query.language);
  }

  @Serve(contract.decideBuyerSheet)
  decide(@Input(contract.decideBuyerSheet) { params, body }: InputOf<typeof contract.decideBuyerSheet>) {
    return this.approval.decide(params.token, body);
  }
}
