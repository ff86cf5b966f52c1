export const roles = ['agent', 'lead', 'production', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Everything that may be asked of the server, by role. A role not named here may not. */
const grants = {
  'ticket.read': ['agent', 'lead', 'administrator'],
  'ticket.write': ['agent', 'lead', 'administrator'],
  'ticket.reply': ['agent', 'lead', 'administrator'],
  'contact.read': ['agent', 'lead', 'administrator'],
  'contact.write': ['agent', 'lead', 'administrator'],
  'cannedReply.read': ['agent', 'lead', 'administrator'],
  'cannedReply.write': ['lead', 'administrator'],
  'translation.use': ['agent', 'lead', 'administrator'],
  'specification.read': ['agent', 'lead', 'administrator'],
  'specification.write': ['agent', 'lead', 'administrator'],
  'production.read': ['production', 'lead', 'administrator'],
  'production.write': ['production', 'administrator'],
  'capacity.write': ['production', 'administrator'],
  'routing.read': ['agent', 'lead', 'administrator'],
  'routing.write': ['lead', 'administrator'],
  'people.read': ['agent', 'lead', 'production', 'administrator'],
  'people.write': ['administrator'],
  'team.write': ['lead', 'administrator'],
  'store.read': ['agent', 'lead', 'administrator'],
  'store.write': ['administrator'],
  'channel.read': ['lead', 'administrator'],
  'channel.write': ['administrator'],
  'pack.write': ['administrator'],
  'settings.read': ['lead', 'administrator'],
  'settings.write': ['administrator'],
  'evidence.export': ['lead', 'administrator'],
  'audit.read': ['administrator'],
  'insights.read': ['lead', 'administrator'],
  'sentMail.read': ['lead', 'administrator', 'agent'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;
export const permissions = Object.keys(grants) as Permission[];

/** Whether a role may do something. */
export const may = (role: Role, permission: Permission): boolean =>
  (grants[permission] as readonly Role[]).includes(role);
