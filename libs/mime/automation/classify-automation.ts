import type { AutomationVerdict, MailHeaders } from '../types.ts';

const NOBODY = { isAutoReply: false, isBounce: false, automated: true } as const;

/** Whether a person or a machine wrote a message, from its headers. */
export function classifyAutomation(headers: MailHeaders): AutomationVerdict {
  const submitted = headers.get('auto-submitted')?.toLowerCase().trim() ?? 'no';
  const contentType = headers.get('content-type')?.toLowerCase() ?? '';
  if (contentType.includes('report-type') && contentType.includes('delivery-status')) {
    return { kind: 'bounce', isAutoReply: false, isBounce: true, automated: true, reason: 'delivery status report' };
  }
  if (submitted.startsWith('auto-replied')) {
    return {
      kind: 'auto_reply',
      isAutoReply: true,
      isBounce: false,
      automated: true,
      reason: `Auto-Submitted: ${submitted}`,
    };
  }
  if (submitted !== 'no' && submitted !== '') {
    return { kind: 'notification', ...NOBODY, reason: `Auto-Submitted: ${submitted}` };
  }
  if (headers.has('list-id')) return { kind: 'list', ...NOBODY, reason: 'List-Id' };
  return { kind: 'none', isAutoReply: false, isBounce: false, automated: false, reason: '' };
}
