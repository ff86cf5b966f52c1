import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/kbd.tsx';
import { focusTicket } from '../../lib/focus-ticket.ts';
import { useCommands } from '../../lib/use-commands.ts';

/** A pause in typing after which is searched. */
const pauseMs = 220;

/** Searches subjects, texts, names and numbers in every script; the text stands in the address. */
export function SearchBox() {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const { view = 'all', ticketId } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const [text, setText] = useState(search.q ?? '');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isComposing = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Whoever went to another view is done searching.
    if (search.q === undefined && document.activeElement !== input.current) setText('');
  }, [search.q]);

  const look = (q: string) => {
    clearTimeout(timer.current);
    void navigate({
      to: '/inbox/$view/{-$ticketId}',
      params: { view, ticketId },
      search: { ...search, q: q.trim() === '' ? undefined : q.trim() },
      replace: search.q !== undefined,
    });
  };
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    // Half a Chinese word is no search.
    if (!isComposing.current) timer.current = setTimeout(() => look(next), pauseMs);
  };
  const clear = () => {
    setText('');
    look('');
  };
  useCommands([
    {
      id: 'search',
      title: t('search.focus'),
      group: 'move',
      keys: ['f', 'mod+/'],
      icon: IconSearch,
      run: () => input.current?.focus(),
    },
  ]);
  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      aria-label={t('search.label')}
      placeholder={t('search.label')}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      rightSection={text ? <CloseButton size="sm" aria-label={t('search.clear')} onClick={clear} /> : <Kbd keys="f" />}
      rightSectionWidth={36}
      value={text}
      onChange={(e) => change(e.currentTarget.value)}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(e) => {
        isComposing.current = false;
        change(e.currentTarget.value);
      }}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && !e.nativeEvent.isComposing) look(text);
        if (e.key === 'Escape') {
          if (text) clear();
          input.current?.blur();
          focusTicket();
        }
        // Into what was found, or into the list.
        if (e.key === 'ArrowDown' && !e.nativeEvent.isComposing) {
          e.preventDefault();
          document.querySelector<HTMLElement>('[data-hit="0"], [data-ticket-list] [data-row][tabindex="0"]')?.focus();
        }
      }}
    />
  );
}
