import 'i18next';
import type app from '../../../libs/i18n/locales/en/app.json';
import type approve from '../../../libs/i18n/locales/en/approve.json';
import type board from '../../../libs/i18n/locales/en/board.json';
import type composer from '../../../libs/i18n/locales/en/composer.json';
import type contacts from '../../../libs/i18n/locales/en/contacts.json';
import type conversation from '../../../libs/i18n/locales/en/conversation.json';
import type inbox from '../../../libs/i18n/locales/en/inbox.json';
import type intake from '../../../libs/i18n/locales/en/intake.json';
import type language from '../../../libs/i18n/locales/en/language.json';
import type languageModel from '../../../libs/i18n/locales/en/language-model.json';
import type pictures from '../../../libs/i18n/locales/en/pictures.json';
import type production from '../../../libs/i18n/locales/en/production.json';
import type routing from '../../../libs/i18n/locales/en/routing.json';
import type sentMail from '../../../libs/i18n/locales/en/sent-mail.json';
import type settings from '../../../libs/i18n/locales/en/settings.json';
import type setup from '../../../libs/i18n/locales/en/setup.json';
import type signIn from '../../../libs/i18n/locales/en/sign-in.json';
import type specification from '../../../libs/i18n/locales/en/specification.json';

// A key that is not in the English texts does not compile. A feature adds its namespace here.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    contextSeparator: '~';
    resources: {
      app: typeof app;
      approve: typeof approve;
      board: typeof board;
      composer: typeof composer;
      contacts: typeof contacts;
      conversation: typeof conversation;
      inbox: typeof inbox;
      intake: typeof intake;
      language: typeof language;
      'language-model': typeof languageModel;
      pictures: typeof pictures;
      production: typeof production;
      routing: typeof routing;
      'sent-mail': typeof sentMail;
      settings: typeof settings;
      setup: typeof setup;
      'sign-in': typeof signIn;
      specification: typeof specification;
    };
  }
}
