import type { DemoStore, DemoTag } from './demo-types.ts';

const yuzhongLines = 'Yuzhong Doors · Chongqing\nsales@yuzhong-doors.example · www.yuzhong-doors.example';
const maisonLines = 'MaisonPorte\nbonjour@maisonporte.example · www.maisonporte.example';

/** Three brands of one factory: trade by mail, Europe by mail, and the marketplaces with their relay addresses. */
export const demoStores: DemoStore[] = [
  {
    key: 'yuzhong',
    name: 'Yuzhong Doors',
    senderName: 'Yuzhong Doors',
    senderAddress: 'sales@yuzhong-doors.example',
    defaultLanguage: 'en',
    languages: ['en', 'zh-CN', 'fr', 'es', 'pt', 'ar', 'ru'],
    currency: 'USD',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    platform: 'email',
    color: 'teal',
    packId: 'doors-and-windows',
    isActive: true,
    signatures: {
      en: `{{agent.name}}\nExport sales\n${yuzhongLines}`,
      'zh-CN': `{{agent.name}}\n外贸部\n渝中门窗 · 重庆\nsales@yuzhong-doors.example`,
      fr: `{{agent.name}}\nService export\n${yuzhongLines}`,
      de: `{{agent.name}}\nExportabteilung\n${yuzhongLines}`,
      es: `{{agent.name}}\nDepartamento de exportación\n${yuzhongLines}`,
      pt: `{{agent.name}}\nDepartamento de exportação\n${yuzhongLines}`,
      ar: `{{agent.name}}\nقسم التصدير\n${yuzhongLines}`,
      ru: `{{agent.name}}\nЭкспортный отдел\n${yuzhongLines}`,
    },
  },
  {
    key: 'maisonporte',
    name: 'MaisonPorte',
    senderName: 'MaisonPorte',
    senderAddress: 'bonjour@maisonporte.example',
    defaultLanguage: 'fr',
    languages: ['fr', 'de', 'en', 'es', 'pt', 'it', 'nl', 'pl'],
    currency: 'EUR',
    country: 'FR',
    timeZone: 'Europe/Paris',
    platform: 'email',
    color: 'indigo',
    packId: 'doors-and-windows',
    isActive: true,
    signatures: {
      fr: `{{agent.name}}\nVotre conseiller portes et fenêtres\n${maisonLines}`,
      de: `{{agent.name}}\nIhre Beratung für Türen und Fenster\n${maisonLines}`,
      en: `{{agent.name}}\nYour door and window adviser\n${maisonLines}`,
      es: `{{agent.name}}\nSu asesor de puertas y ventanas\n${maisonLines}`,
      pt: `{{agent.name}}\nO seu consultor de portas e janelas\n${maisonLines}`,
      it: `{{agent.name}}\nConsulenza porte e finestre\n${maisonLines}`,
      nl: `{{agent.name}}\nUw adviseur deuren en ramen\n${maisonLines}`,
      pl: `{{agent.name}}\nDoradca ds. drzwi i okien\n${maisonLines}`,
    },
  },
  {
    key: 'linguadoor',
    name: 'LinguaDoor',
    senderName: 'LinguaDoor Customer Service',
    senderAddress: 'support@linguadoor.example',
    defaultLanguage: 'en',
    languages: ['en', 'es', 'fr', 'de'],
    currency: 'USD',
    country: 'US',
    timeZone: 'America/New_York',
    platform: 'amazon',
    color: 'orange',
    packId: 'doors-and-windows',
    isActive: true,
    // Marketplaces refuse links and addresses in letters: name and store only.
    signatures: {
      en: '{{agent.name}}\nLinguaDoor customer service',
      es: '{{agent.name}}\nAtención al cliente de LinguaDoor',
      fr: '{{agent.name}}\nService client LinguaDoor',
      de: '{{agent.name}}\nKundenservice LinguaDoor',
    },
  },
];

export const demoTags: DemoTag[] = [
  { name: 'special wish', color: 'grape' },
  { name: 'quotation', color: 'blue' },
  { name: 'after-sales', color: 'orange' },
  { name: 'warranty', color: 'red' },
  { name: 'delivery', color: 'cyan' },
  { name: 'spare part', color: 'yellow' },
  { name: 'fire door', color: 'pink' },
  { name: 'trade buyer', color: 'teal' },
  { name: 'marketplace', color: 'lime' },
];
