import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMessageHtml, type Message } from '../../../../libs/contracts/tickets.ts';
import { addressOf } from '../../lib/call.ts';
import { commandBook } from '../../lib/commands.ts';
import styles from './formatted-mail.module.css';

const smallest = 40;

/**
 * The mail as it looked, in a frame that may neither run anything nor fetch anything from outside: the server cleaned it
 * and forbids the rest by policy. Pictures from outside only when asked for; quotes folded as in the text.
 */
export function FormattedMail({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const [hidden, setHidden] = useState(0);
  const [withImages, setWithImages] = useState(false);
  const [quotes, setQuotes] = useState<'none' | 'folded' | 'shown'>('none');
  const watcher = useRef<ResizeObserver | null>(null);
  useEffect(() => () => watcher.current?.disconnect(), []);

  const settle = () => {
    const page = frame.current?.contentDocument;
    if (!page?.body) return;
    setHidden(page.querySelectorAll('[data-blocked-src]').length);
    const style = page.createElement('style');
    style.textContent = 'html:not([data-quotes=shown]) [data-quoted]{display:none!important}html{overflow-y:hidden}';
    page.head.append(style);
    setQuotes(page.querySelector('[data-quoted]') ? 'folded' : 'none');
    const measure = () => setHeight(Math.max(smallest, Math.ceil(page.documentElement.getBoundingClientRect().height)));
    watcher.current?.disconnect();
    watcher.current = new ResizeObserver(measure);
    watcher.current.observe(page.documentElement);
    measure();
    // Keys pressed inside the frame are ours all the same.
    page.addEventListener('keydown', (event) => {
      commandBook.press(event);
    });
  };
  const toggleQuotes = () => {
    const page = frame.current?.contentDocument;
    const next = quotes === 'shown' ? 'folded' : 'shown';
    page?.documentElement.setAttribute('data-quotes', next);
    setQuotes(next);
  };
  return (
    <div className={styles.mail}>
      {hidden > 0 && !withImages && (
        <p className={styles.notice}>
          {t('formatted.hidden', { count: hidden })}{' '}
          <button type="button" className={styles.show} onClick={() => setWithImages(true)}>
            {t('formatted.show')}
          </button>
        </p>
      )}
      <iframe
        ref={frame}
        className={styles.frame}
        title={t('formatted.title')}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="lazy"
        src={addressOf(getMessageHtml, { params: { id: message.id }, query: withImages ? { images: 'true' } : {} })}
        style={{ blockSize: height }}
        onLoad={settle}
      />
      {quotes !== 'none' && (
        <button type="button" className={styles.show} aria-expanded={quotes === 'shown'} onClick={toggleQuotes}>
          {t('message.quoted')}
        </button>
      )}
    </div>
  );
}
