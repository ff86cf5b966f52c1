import { Module } from '@nestjs/common';
import { IndexMessages } from './index-messages.ts';
import { SavedViewsService } from './saved-views.service.ts';
import { SearchController } from './search.controller.ts';
import { SearchQueries } from './search.queries.ts';

@Module({
  controllers: [SearchController],
  providers: [SearchQueries, SavedViewsService, IndexMessages],
  exports: [IndexMessages],
})
export class SearchModule {}
