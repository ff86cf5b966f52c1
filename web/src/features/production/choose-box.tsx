import { useTranslation } from 'react-i18next';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { chooseRange, toggleChosen } from './board-selection.ts';

/** The box with which a card is chosen; with Shift all up to it. */
export function ChooseBox({
  card,
  ids,
  isChosen,
  className,
}: {
  card: BoardCard;
  ids: readonly string[];
  isChosen: boolean;
  className: string | undefined;
}) {
  const { t } = useTranslation('board');
  return (
    <label className={className}>
      <input
        type="checkbox"
        checked={isChosen}
        tabIndex={-1}
        aria-label={t('choose', { number: card.number })}
        onChange={() => undefined}
        onClick={(e) => (e.shiftKey ? chooseRange(ids, card.id) : toggleChosen(card.id))}
      />
    </label>
  );
}
