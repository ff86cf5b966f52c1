import { Controller } from '@nestjs/common';
import * as contract from '../../libs/contracts/board.ts';
import * as capacity from '../../libs/contracts/capacity.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { BoardQueries } from './board.queries.ts';
import { ProductionMoves } from './production-moves.ts';
import { WeeklyCapacity } from './weekly-capacity.ts';

/** The board as a whole; every answer is free of the buyer's data. */
@Controller('api/v1')
export class BoardController {
  constructor(
    private readonly boards: BoardQueries,
    private readonly moves: ProductionMoves,
    private readonly weekly: WeeklyCapacity,
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

  @Serve(capacity.getCapacity)
  capacity(@Input(capacity.getCapacity) { query }: InputOf<typeof capacity.getCapacity>, @CurrentUser() by: Principal) {
    return this.weekly.read(by, query.from, query.weeks);
  }

  @Serve(capacity.saveCapacity)
  saveCapacity(
    @Input(capacity.saveCapacity) { body }: InputOf<typeof capacity.saveCapacity>,
    @CurrentUser() by: Principal,
  ) {
    return this.weekly.save(body, by);
  }

  @Serve(capacity.checkRoom)
  checkRoom(@Input(capacity.checkRoom) { body }: InputOf<typeof capacity.checkRoom>, @CurrentUser() by: Principal) {
    return this.weekly.check(body.ids, body, by);
  }
}
