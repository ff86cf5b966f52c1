import { Controller } from '@nestjs/common';
import * as contract from '../../libs/contracts/board.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { BoardQueries } from './board.queries.ts';
import { ProductionMoves } from './production-moves.ts';

/** The board as a whole; every answer is free of the buyer's data. */
@Controller('api/v1')
export class BoardController {
  constructor(
    private readonly boards: BoardQueries,
    private readonly moves: ProductionMoves,
  ) {}

  @Serve(contract.getBoard)
  board(@Input(contract.getBoard) { query }: InputOf<typeof contract.getBoard>, @CurrentUser() by: Principal) {
    return this.boards.board(query.language ?? by.language, query.limit);
  }

  @Serve(contract.moveSpecifications)
  async move(
    @Input(contract.moveSpecifications) { body }: InputOf<typeof contract.moveSpecifications>,
    @CurrentUser() by: Principal,
  ) {
    return { results: await this.moves.moveMany(body.ids, body, by) };
  }
}
