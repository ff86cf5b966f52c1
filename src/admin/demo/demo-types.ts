import type {
  CannedReplyInput,
  RegionCode,
  Role,
  RoutingRuleInput,
  ServiceTargetInput,
  StoreInput,
} from '../../../libs/contracts/index.ts';
import type { InterfaceLanguage } from '../../../libs/i18n/index.ts';

/** Names by which the demo's data point at each other before any of it has an id. */
export type StoreKey = 'yuzhong' | 'maisonporte' | 'linguadoor';
export type TeamKey = 'francophone' | 'central' | 'english' | 'iberian' | 'eastern';
export type PersonKey =
  | 'linYue'
  | 'claire'
  | 'jonas'
  | 'chenHao'
  | 'adaeze'
  | 'sofia'
  | 'omar'
  | 'mei'
  | 'zhouMin'
  | 'wuGang'
  | 'zhangLi';
export type CalendarKey = 'chongqing' | 'paris' | 'berlin' | 'lagos' | 'madrid' | 'dubai';

export interface DemoStore extends StoreInput {
  key: StoreKey;
}

export interface DemoTeam {
  key: TeamKey;
  name: string;
  languages: string[];
  regions: RegionCode[];
  /** Empty: every store. */
  stores: StoreKey[];
  isFallback: boolean;
  members: PersonKey[];
}

export interface DemoPerson {
  key: PersonKey;
  name: string;
  email: string;
  role: Role;
  interfaceLanguage: InterfaceLanguage;
  timeZone: string;
  languages: { language: string; level: 'native' | 'fluent' | 'working' }[];
  regions: RegionCode[];
  skills: string[];
  /** Open tickets at a time. */
  capacity: number;
  calendar: CalendarKey;
}

export type DemoRoutingRule = Pick<RoutingRuleInput, 'name'> & {
  conditions: Omit<RoutingRuleInput['conditions'], 'storeIds' | 'channelIds'> & { stores?: StoreKey[] };
  actions: Omit<RoutingRuleInput['actions'], 'teamId' | 'userId'> & { team?: TeamKey; person?: PersonKey };
};

export type DemoServiceTarget = Omit<ServiceTargetInput, 'storeIds'> & {
  /** Empty: every store. */
  stores: StoreKey[];
};

export interface DemoOrderLine {
  title: string;
  sku: string;
  quantity: number;
  options: Record<string, string>;
}

export interface DemoOrder {
  externalId: string;
  store: StoreKey;
  contactEmail: string;
  contactName: string;
  currency: string;
  /** In units of the currency. */
  total: number;
  placedAt: Date;
  status: 'awaiting_deposit' | 'in_production' | 'ready' | 'shipped' | 'delivered' | 'cancelled';
  tracking: string | null;
  lines: DemoOrderLine[];
}

export type DemoCannedReply = Omit<CannedReplyInput, 'storeIds'> & {
  /** Empty: every store. */
  stores: StoreKey[];
};

export interface DemoTag {
  name: string;
  color: string;
}

export interface DemoMail {
  /** Stable name of the message inside the demo. */
  key: string;
  /** The whole message as it goes over the wire. */
  raw: Buffer;
  /** '' is the null sender of bounces. */
  envelopeFrom: string;
  envelopeTo: string;
  /** When it is handed to the listener, counted from the demo's start. */
  afterMs: number;
  /** What the message shows, for the reader of the demo's log. */
  note: string;
  /** Language a reader would say it is in; null where it has no words. */
  language: string | null;
  /** Subject as a reader should see it; null where the bytes are broken on purpose. */
  subject: string | null;
}
