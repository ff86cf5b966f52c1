import type { CalendarMark, ProtectionKind } from '../types.ts';
import type { Part } from './part.ts';
import { partText } from './part-content.ts';

export interface ContentMarks {
  signed: ProtectionKind | null;
  encrypted: ProtectionKind | null;
  calendar: CalendarMark | null;
}

/** Every entity of a tree, the root first. */
export function allParts(root: Part): Part[] {
  const found: Part[] = [root];
  for (let i = 0; i < found.length; i++) found.push(...(found[i] as Part).children);
  return found;
}

function unescapeCalendar(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));
}

// RFC 5545: lines are unfolded, parameters stand before the first colon outside of quotes.
function readCalendar(part: Part): CalendarMark {
  const mark: CalendarMark = { method: '', summary: '', uid: '', start: '', end: '', organizer: '' };
  mark.method = (part.params.get('method') ?? '').toUpperCase();
  const text = partText(part, null, [])
    .slice(0, 200_000)
    .replace(/\n[ \t]/g, '');
  let inEvent = false;
  for (const line of text.split('\n')) {
    if (/^BEGIN:VEVENT/i.test(line)) inEvent = true;
    if (/^END:VEVENT/i.test(line)) break;
    const match = /^([A-Z-]{2,20})((?:;(?:"[^"]{0,200}"|[^:"]){0,300})?):(.{0,2000})/i.exec(line);
    if (!match) continue;
    const [, name = '', params = '', value = ''] = match;
    const zone = /TZID="?([^";:]{1,80})/i.exec(params)?.[1];
    const key = name.toUpperCase();
    if (key === 'METHOD') mark.method ||= value.trim().toUpperCase();
    if (!inEvent) continue;
    if (key === 'SUMMARY') mark.summary ||= unescapeCalendar(value.trim());
    else if (key === 'UID') mark.uid ||= value.trim();
    else if (key === 'ORGANIZER') mark.organizer ||= value.trim().replace(/^mailto:/i, '');
    else if (key === 'DTSTART') mark.start ||= value.trim() + (zone ? ` ${zone}` : '');
    else if (key === 'DTEND') mark.end ||= value.trim() + (zone ? ` ${zone}` : '');
  }
  return mark;
}

function protection(part: Part): Partial<ContentMarks> {
  const protocol = part.params.get('protocol')?.toLowerCase() ?? '';
  if (part.type === 'multipart/signed') return { signed: protocol.includes('pgp') ? 'pgp' : 'smime' };
  if (part.type === 'multipart/encrypted') return { encrypted: 'pgp' };
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type)) {
    return part.params.get('smime-type')?.toLowerCase().startsWith('signed')
      ? { signed: 'smime' }
      : { encrypted: 'smime' };
  }
  return {};
}

/** Signed, encrypted and calendar marks from the structure, and PGP armour in the text. */
export function readMarks(root: Part, text: string): ContentMarks {
  const marks: ContentMarks = { signed: null, encrypted: null, calendar: null };
  for (const part of allParts(root)) {
    const { signed, encrypted } = protection(part);
    marks.signed ??= signed ?? null;
    marks.encrypted ??= encrypted ?? null;
    if (part.type === 'text/calendar' || part.type === 'application/ics') marks.calendar ??= readCalendar(part);
  }
  if (text.includes('-----BEGIN PGP MESSAGE-----')) marks.encrypted ??= 'pgp';
  if (text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) marks.signed ??= 'pgp';
  return marks;
}
