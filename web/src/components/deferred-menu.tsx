import {
  type ComponentType,
  cloneElement,
  type LazyExoticComponent,
  type ReactElement,
  Suspense,
  useState,
} from 'react';

type Button = ReactElement<{
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
}>;

/** What a deferred menu gets: the button it belongs to. It opens at once. */
export interface DeferredMenuProps {
  button: ReactElement;
}

/**
 * A button whose menu is fetched when somebody is about to press it: menus are no part of the first view.
 * @param load fetches the menu's code ahead
 */
export function DeferredMenu<P extends object>({
  button,
  menu: FullMenu,
  load,
  menuProps,
}: {
  button: Button;
  menu: LazyExoticComponent<ComponentType<P & DeferredMenuProps>>;
  load: () => Promise<unknown>;
  menuProps: P;
}) {
  const [isWanted, setIsWanted] = useState(false);
  const fetchAhead = () => void load();
  const closed = cloneElement(button, {
    onClick: () => setIsWanted(true),
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <FullMenu {...menuProps} button={button} />
    </Suspense>
  );
}
