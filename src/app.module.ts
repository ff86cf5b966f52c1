import { type DynamicModule, Module } from '@nestjs/common';
import { AdminModule } from './admin/index.ts';
import { CannedRepliesModule } from './canned-replies/index.ts';
import { ChannelsModule } from './channels/index.ts';
import { ContactsModule } from './contacts/index.ts';
import { DeadlinesModule } from './deadlines/index.ts';
import { DeliveryModule } from './delivery/index.ts';
import { EvidenceModule } from './evidence/index.ts';
import { IdentityModule } from './identity/index.ts';
import { IntakeModule } from './intake/index.ts';
import { IntegrationsModule } from './integrations/index.ts';
import { LanguageModelModule } from './language-model/index.ts';
import { type Config, PlatformModule } from './platform/index.ts';
import { ProductionModule } from './production/index.ts';
import { RealtimeModule } from './realtime/index.ts';
import { RoutingModule } from './routing/index.ts';
import { SearchModule } from './search/index.ts';
import { SettingsModule } from './settings/index.ts';
import { StoresModule } from './stores/index.ts';
import { TicketsModule } from './tickets/index.ts';
import { TranslationModule } from './translation/index.ts';

/** The only file that names every room. */
@Module({})
export class AppModule {
  static with(options: { config: Config; databaseUrl: string; secret: string }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(options),
        IdentityModule,
        StoresModule,
        SettingsModule,
        ContactsModule,
        TranslationModule,
        LanguageModelModule,
        ChannelsModule,
        TicketsModule,
        RoutingModule,
        DeadlinesModule,
        CannedRepliesModule,
        ProductionModule,
        SearchModule,
        IntakeModule,
        DeliveryModule,
        RealtimeModule,
        EvidenceModule,
        IntegrationsModule,
        AdminModule,
      ],
    };
  }
}
