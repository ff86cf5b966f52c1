import { Module } from '@nestjs/common';
import { LanguageModelModule } from '../language-model/index.ts';
import { Alarms } from './alarms.ts';
import { BoardController } from './board.controller.ts';
import { BoardQueries } from './board.queries.ts';
import { BuyerApproval } from './buyer-approval.ts';
import { BuyerQuestions } from './buyer-questions.ts';
import { DraftSpecification } from './draft-specification.ts';
import { HandOff } from './hand-off.ts';
import { LikeAnswers } from './like-answers.ts';
import { PicturesController } from './pictures.controller.ts';
import { Pictures } from './pictures.ts';
import { PrintSheet } from './print-sheet.ts';
import { ProductPacks } from './product-packs.ts';
import { ProductionController } from './production.controller.ts';
import { ProductionMoves } from './production-moves.ts';
import { ProductionQuestions } from './production-questions.ts';
import { ProposeValues } from './propose-values.ts';
import { RenderSheet } from './render-sheet.ts';
import { SheetPdf } from './sheet-pdf.ts';
import { SpecificationQueries } from './specification.queries.ts';
import { SpecificationStore } from './specification.store.ts';
import { ApprovalController, ProposalsController, SpecificationsController } from './specifications.controller.ts';
import { TellSales } from './tell-sales.ts';
import { ValueProposals } from './value-proposals.ts';
import { WatchMessages } from './watch-messages.ts';
import { WeeklyCapacity } from './weekly-capacity.ts';

@Module({
  imports: [LanguageModelModule],
  controllers: [
    SpecificationsController,
    ProposalsController,
    ApprovalController,
    BoardController,
    ProductionController,
    PicturesController,
  ],
  providers: [
    ProductPacks,
    SpecificationStore,
    SpecificationQueries,
    BoardQueries,
    DraftSpecification,
    ValueProposals,
    ProposeValues,
    HandOff,
    ProductionMoves,
    ProductionQuestions,
    TellSales,
    Pictures,
    PrintSheet,
    WeeklyCapacity,
    BuyerApproval,
    LikeAnswers,
    Alarms,
    BuyerQuestions,
    WatchMessages,
    RenderSheet,
    SheetPdf,
  ],
  exports: [Pictures, PrintSheet, ProductionMoves],
})
export class ProductionModule {}
