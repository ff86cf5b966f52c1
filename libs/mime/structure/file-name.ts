import type { Part } from './part.ts';

const MAX_NAME = 250;
const EXTENSIONS: Record<string, string> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/rtf': 'rtf',
  'text/rfc822-headers': 'txt',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/pjpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'audio/mpeg': 'mp3',
  'audio/x-wav': 'wav',
  'video/quicktime': 'mov',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'application/octet-stream': 'bin',
  'application/ics': 'ics',
  'application/pgp-signature': 'asc',
  'application/pgp-keys': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/ms-tnef': 'dat',
};

/** A file name that is safe to show and to save: no path, no control or direction-changing characters. */
export function cleanFileName(raw: string): string {
  const name = raw
    .slice(0, 4_000)
    .replace(/[\x00-\x1f\x7f\u2028-\u202e\u2066-\u2069]/g, '')
    .replace(/^.*[\\/](?=[^\\/])/s, '')
    .replace(/[\\/]+$/, '')
    .trim();
  if (name.length <= MAX_NAME) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > name.length - 12 ? name.slice(dot) : '';
  return name.slice(0, MAX_NAME - extension.length) + extension;
}

/** The name a part carries (Content-Disposition before Content-Type), cleaned; null when there is none. */
export function fileNameOf(part: Part): string | null {
  const filename = part.dispositionParams.get('filename') || part.dispositionParams.get('name') || '';
  const typed = part.params.get('name') || '';
  // A question mark stands for a letter that the charset of this copy of the name could not hold.
  const lossy = filename.includes('?') && typed !== '' && !typed.includes('?');
  const name = cleanFileName(lossy ? typed : filename || typed);
  return name === '' ? null : name;
}

/** The usual ending of a media type, 'bin' where none is known. */
export function extensionOf(type: string): string {
  const known = EXTENSIONS[type];
  if (known) return known;
  const subtype = type.slice(type.indexOf('/') + 1).replace(/^x-/, '');
  return /^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin';
}
