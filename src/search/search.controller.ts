import { Controller } from '@nestjs/common';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/search.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { SavedViewsService } from './saved-views.service.ts';
import { SearchQueries } from './search.queries.ts';

@Controller('api/v1')
export class SearchController {
  constructor(
    private readonly queries: SearchQueries,
    private readonly views: SavedViewsService,
  ) {}

  @Serve(contract.searchTickets)
  search(@Input(contract.searchTickets) { query }: InputOf<typeof contract.searchTickets>) {
    return this.queries.search(query.q, query.limit);
  }

  @Serve(contract.listViews)
  async listViews(@CurrentUser() by: Principal) {
    return { items: await this.views.list(by.userId) };
  }

  @Serve(contract.createView)
  createView(@Input(contract.createView) { body }: InputOf<typeof contract.createView>, @CurrentUser() by: Principal) {
    return this.views.create(by.userId, body);
  }

  @Serve(contract.deleteView)
  deleteView(
    @Input(contract.deleteView) { params }: InputOf<typeof contract.deleteView>,
    @CurrentUser() by: Principal,
  ) {
    return this.views.remove(by.userId, params.id);
  }
}
