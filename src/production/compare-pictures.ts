import type { ValueChange } from '../../libs/contracts/index.ts';
import { nearestLanguage } from '../../libs/i18n/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import type { VersionContent } from './specification.store.ts';

/** Whether other pictures go with a version than with the one before it; said of the first item. */
export function comparePictures(before: VersionContent | null, after: VersionContent, language: string): ValueChange[] {
  const first = after.items[0];
  if (!before || !first) return [];
  const [old, now] = [before.pictures ?? [], after.pictures ?? []];
  const marks = (pictures: typeof now) => pictures.map((p) => `${p.sha256} ${p.caption}`).join('\n');
  if (marks(old) === marks(now)) return [];
  const t = translator(nearestLanguage(language));
  const fresh = now.filter((p) => !old.some((o) => o.sha256 === p.sha256)).length;
  const count = (n: number): string => t('sheet:pictureCount', { count: n });
  return [
    {
      itemId: first.id,
      itemNumber: 1,
      attribute: 'pictures',
      label: t('sheet:pictures'),
      kind: old.length === 0 ? 'added' : now.length === 0 ? 'removed' : 'changed',
      before: old.length === 0 ? null : count(old.length),
      after:
        now.length === 0
          ? null
          : fresh > 0
            ? t('sheet:picturesNew', { pictures: count(now.length), fresh })
            : count(now.length),
    },
  ];
}
