const digit = '[\\d٠-٩۰-۹]';
const contacts: readonly RegExp[] = [
  /(?<![^\s<>()"',;:@])[^\s<>()"',;:@]+@[^\s<>()"',;:@]+\.[^\s<>()"',;:@]+/g,
  /https?:\/\/\S+|www\.\S+/gi,
  new RegExp(`(?:\\+|00)\\s?${digit}[${digit.slice(1, -1)} ()./-]{6,}${digit}`, 'g'),
  // Behind a word for telephone, whatever the figure looks like.
  new RegExp(
    `(?:tel|phone|fon|mobile?|mob|cell|whats\\s?app|wechat|fax|t[eé]l[eé]phone|portable|gsm|тел|моб|电话|電話|手机|手機|هاتف|جوال|simu)[^\\n\\p{L}${digit.slice(1, -1)}+]{0,6}\\+?${digit}[${digit.slice(1, -1)} ()./-]{5,}${digit}`,
    'giu',
  ),
  /\(\d{3}\) ?\d{3}[ .-]\d{4}(?!\d)|(?<![\d-])\d{3}[.-]\d{3}[.-]\d{4}(?!\d)/g,
  // 06 12 34 56 78, 0384 000 000: no measure begins with a nought and another figure.
  /(?<![\d.,])\(?0\d{1,4}\)?(?:[ ./-]?\d{2,4}){2,5}(?!\d)/g,
  new RegExp(`(?<!${digit})${digit}{9,15}(?!${digit})`, 'g'),
];

/**
 * The text with e-mail addresses, web addresses and telephone numbers covered, of the same length, so that places in it are
 * places in the text. Names and postal addresses stay.
 */
export const withoutContacts = (text: string): string =>
  contacts.reduce((covered, pattern) => covered.replace(pattern, (found) => found.replace(/\S/g, '_')), text);
