import { DateTime } from 'luxon';
import type { Letter, MailClient } from './letter.ts';

/** What stands above and in a quote. */
export interface Quote {
  name: string;
  address: string;
  to: string;
  subject: string;
  at: DateTime;
  text: string;
}

type Attribution = (quote: Quote) => string;

const on =
  (locale: string, format: string, sentence: (date: string, who: string) => string): Attribution =>
  (quote) =>
    sentence(quote.at.setLocale(locale).toFormat(format), `${quote.name} <${quote.address}>`);

/** The line over a quote as Gmail writes it, by language. */
const gmail: Record<string, Attribution> = {
  en: on('en-US', "ccc, LLL d, yyyy 'at' h:mm a", (date, who) => `On ${date} ${who} wrote:`),
  fr: on('fr', "ccc d LLL yyyy 'à' HH:mm", (date, who) => `Le ${date}, ${who} a écrit :`),
  de: on('de', "ccc, d. LLL yyyy 'um' HH:mm", (date, who) => `Am ${date} Uhr schrieb ${who}:`),
  es: on('es', "d LLL yyyy 'a las' H:mm", (date, who) => `El ${date}, ${who} escribió:`),
  pt: on('pt-BR', "ccc, d 'de' LLL 'de' yyyy 'às' HH:mm", (date, who) => `Em ${date}, ${who} escreveu:`),
  it: on('it', "ccc d LLL yyyy 'alle' 'ore' HH:mm", (date, who) => `Il giorno ${date} ${who} ha scritto:`),
  nl: on('nl', "ccc d LLL yyyy 'om' HH:mm", (date, who) => `Op ${date} schreef ${who}:`),
  pl: on('pl', "ccc, d LLL yyyy 'o' HH:mm", (date, who) => `${date} ${who} napisał(a):`),
  tr: on('tr', 'd LLL yyyy ccc, HH:mm', (date, who) => `${who}, ${date} tarihinde şunu yazdı:`),
  ar: on('ar', "ccc، d LLL yyyy 'في' h:mm a", (date, who) => `في ${date} تمت كتابة ما يلي بواسطة ${who}:`),
  ru: on('ru', "ccc, d LLL yyyy 'г. в' HH:mm", (date, who) => `${date}, ${who}:`),
  ja: on('ja', 'yyyy年M月d日(ccc) H:mm', (date, who) => `${date} ${who}:`),
  ko: on('ko', 'yyyy년 M월 d일 (ccc) a h:mm', (date, who) => `${date}, ${who}님이 작성:`),
  vi: on('vi', "HH:mm ccc, d 'thg' M, yyyy", (date, who) => `Vào lúc ${date} ${who} đã viết:`),
  sw: on('en-GB', 'd LLL yyyy, HH:mm', (date, who) => `Mnamo ${date} ${who} aliandika:`),
  zh: on('zh-CN', 'yyyy年M月d日 cccc HH:mm', (date, who) => `${who} 于${date}写道:`),
};

/** Outlook's header block: From, Sent, To, Subject. */
const outlookWords: Record<string, [string, string, string, string, locale: string]> = {
  en: ['From', 'Sent', 'To', 'Subject', 'en-US'],
  fr: ['De ', 'Envoyé ', 'À ', 'Objet ', 'fr'],
  de: ['Von', 'Gesendet', 'An', 'Betreff', 'de'],
  es: ['De', 'Enviado', 'Para', 'Asunto', 'es'],
  pt: ['De', 'Enviada em', 'Para', 'Assunto', 'pt-BR'],
  it: ['Da', 'Inviato', 'A', 'Oggetto', 'it'],
  nl: ['Van', 'Verzonden', 'Aan', 'Onderwerp', 'nl'],
  pl: ['Od', 'Wysłano', 'Do', 'Temat', 'pl'],
  tr: ['Kimden', 'Gönderildi', 'Kime', 'Konu', 'tr'],
  ar: ['من', 'تم الإرسال', 'إلى', 'الموضوع', 'ar'],
  ru: ['От', 'Отправлено', 'Кому', 'Тема', 'ru'],
  zh: ['发件人', '发送时间', '收件人', '主题', 'zh-CN'],
  ja: ['差出人', '送信日時', '宛先', '件名', 'ja'],
  ko: ['보낸 사람', '보낸 날짜', '받는 사람', '제목', 'ko'],
};

const long = (quote: Quote, locale: string) =>
  quote.at.setLocale(locale).toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY);

/** The header block of Outlook as lines. */
export function outlookBlock(quote: Quote, language: string): string[] {
  const [from, sent, to, subject, locale] = outlookWords[language] ?? outlookWords['en']!;
  return [
    `${from}: ${quote.name} <${quote.address}>`,
    `${sent}: ${long(quote, locale)}`,
    `${to}: ${quote.to}`,
    `${subject}: ${quote.subject}`,
  ];
}

const thunderbird: Record<string, Attribution> = {
  en: on('en-GB', 'dd/MM/yyyy HH:mm', (date, who) => `On ${date}, ${who.replace(/ <.*/, '')} wrote:`),
  de: on('de', "dd.MM.yy 'um' HH:mm", (date, who) => `Am ${date} schrieb ${who.replace(/ <.*/, '')}:`),
  fr: on('fr', "dd/MM/yyyy 'à' HH:mm", (date, who) => `Le ${date}, ${who.replace(/ <.*/, '')} a écrit :`),
  it: on('it', 'dd/MM/yyyy HH:mm', (date, who) => `Il ${date}, ${who.replace(/ <.*/, '')} ha scritto:`),
  nl: on('nl', "dd-MM-yyyy 'om' HH:mm", (date, who) => `Op ${date} schreef ${who.replace(/ <.*/, '')}:`),
};

const apple: Record<string, Attribution> = {
  en: on('en-GB', "d LLL yyyy, 'at' HH:mm", (date, who) => `On ${date}, ${who} wrote:`),
  fr: on('fr', "d LLL yyyy 'à' HH:mm", (date, who) => `Le ${date}, ${who} a écrit :`),
  de: on('de', "dd.MM.yyyy 'um' HH:mm", (date, who) => `Am ${date} schrieb ${who}:`),
  es: on('es', "d LLL yyyy, 'a las' H:mm", (date, who) => `El ${date}, ${who} escribió:`),
};

const numeric = (quote: Quote) => quote.at.toFormat('yyyy-MM-dd HH:mm:ss');

const oneLine: Partial<Record<MailClient, Attribution>> = {
  netease: (q) => `在 ${numeric(q)},"${q.name}" <${q.address}> 写道:`,
  yandex: (q) => `${q.at.toFormat('dd.MM.yyyy, HH:mm')}, "${q.name}" <${q.address}>:`,
  mailru: (q) => `${q.at.setLocale('ru').toFormat('cccc, d MMMM yyyy, HH:mm ZZ')} от ${q.name} <${q.address}>:`,
  yahoo: (q) =>
    `On ${q.at.setLocale('en-US').toFormat('cccc, MMMM d, yyyy, hh:mm a')}, ${q.name} <${q.address}> wrote:`,
};

/** QQ Mail's block over a quote. */
export function qqBlock(quote: Quote): string[] {
  return [
    '------------------ 原始邮件 ------------------',
    `发件人: "${quote.name}" <${quote.address}>;`,
    `发送时间: ${quote.at.setLocale('zh-CN').toFormat('yyyy年M月d日(cccc) HH:mm')}`,
    `收件人: "${quote.to}";`,
    `主题: ${quote.subject}`,
  ];
}

/** The line over a quote for the programs that write one. */
export function attributionLine(quote: Quote, client: MailClient, language: string): string {
  const own = oneLine[client];
  if (own) return own(quote);
  const table = client === 'thunderbird' ? thunderbird : client === 'apple' || client === 'iphone' ? apple : gmail;
  return (table[language] ?? gmail[language] ?? gmail['en']!)(quote);
}

export const usesOutlookBlock = (client: MailClient): boolean => client === 'outlook' || client === 'outlookMobile';

/** Quote under a plain-text letter. */
export function quoteInText(quote: Quote, letter: Letter): string {
  const client = letter.client ?? 'gmail';
  const language = letter.language ?? 'en';
  if (usesOutlookBlock(client))
    return ['________________________________', ...outlookBlock(quote, language), '', quote.text].join('\n');
  if (client === 'qq') return ['', ...qqBlock(quote), '', quote.text].join('\n');
  const quoted = quote.text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return [attributionLine(quote, client, language), ...quoted].join('\n');
}

const forwardWords: Record<string, [intro: string, from: string, date: string, subject: string, to: string]> = {
  en: ['---------- Forwarded message ---------', 'From', 'Date', 'Subject', 'To'],
  fr: ['---------- Forwarded message ---------', 'De', 'Date', 'Objet', 'À'],
  de: ['---------- Weitergeleitete Nachricht ----------', 'Von', 'Datum', 'Betreff', 'An'],
  es: ['---------- Forwarded message ---------', 'De', 'Fecha', 'Asunto', 'Para'],
  pt: ['---------- Mensagem encaminhada ---------', 'De', 'Data', 'Assunto', 'Para'],
};

/** Head of a forwarded mail with its text. */
export function forwardedInText(quote: Quote, client: MailClient, language: string): string {
  if (usesOutlookBlock(client)) return ['', ...outlookBlock(quote, language), '', quote.text].join('\n');
  const [intro, from, date, subject, to] = forwardWords[language] ?? forwardWords['en']!;
  const at = quote.at.setLocale(language).toLocaleString(DateTime.DATETIME_MED);
  return [
    intro,
    `${from}: ${quote.name} <${quote.address}>`,
    `${date}: ${at}`,
    `${subject}: ${quote.subject}`,
    `${to}: ${quote.to}`,
    '',
    quote.text,
  ].join('\n');
}
