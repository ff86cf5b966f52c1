import { type DynamicModule, Module } from '@nestjs/common';
import { CannedRepliesModule } from './canned-replies/index.ts';
import { IdentityModule } from './identity/index.ts';
import { type Config, PlatformModule } from './platform/index.ts';
import { SettingsModule } from './settings/index.ts';
import { StoresModule } from './stores/index.ts';
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
        TranslationModule,
        CannedRepliesModule,
      ],
    };
  }
}
