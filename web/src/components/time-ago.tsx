import { fullMoment, moment, relative, shortMoment } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import { useLanguage } from './use-language.ts';

/** A moment: short in lists, with date in conversations, or relative; in full on hover, also in the zone of the other side. */
export function TimeAgo({
  at,
  form = 'short',
  theirZone,
}: {
  at: string;
  form?: 'short' | 'moment' | 'relative';
  theirZone?: string | null;
}) {
  const language = useLanguage();
  const now = useNow();
  const text =
    form === 'short'
      ? shortMoment(at, language, now)
      : form === 'moment'
        ? moment(at, language)
        : relative(at, language, now);
  const title = theirZone
    ? `${fullMoment(at, language)}\n${theirZone}: ${fullMoment(at, language, theirZone)}`
    : fullMoment(at, language);
  return (
    <time dateTime={at} title={title} style={{ whiteSpace: 'nowrap' }}>
      <bdi>{text}</bdi>
    </time>
  );
}
