import { Textarea } from '@mantine/core';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './editor.module.css';
import type { SuggestionKeys } from './suggestion-keys.ts';
import { replaceTrigger, type Trigger, triggerAt } from './trigger.ts';

export interface EditorHandle {
  focus(): void;
  select(start: number, end: number): void;
  /** Puts text at the caret. */
  insert(text: string): void;
}

/** A text field that grows, with suggestions above it while a sign (`/` or `@`) is being typed. */
export function Editor({
  value,
  onChange,
  sign,
  suggest,
  language,
  label,
  placeholder,
  onSend,
  onEscape,
  onFiles,
  onTyping,
  handle,
}: {
  value: string;
  onChange: (text: string) => void;
  sign: '/' | '@';
  /** The suggestions for what was typed behind the sign; `put` replaces both. */
  suggest: (query: string, put: (text: string) => void, keys: Ref<SuggestionKeys>) => ReactNode;
  language: string | null;
  label: string;
  placeholder: string;
  onSend: (isWithDone: boolean) => void;
  onEscape: () => void;
  onFiles: (files: File[]) => void;
  onTyping: () => void;
  handle: Ref<EditorHandle>;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const keys = useRef<SuggestionKeys>(null);
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const look = () => {
    const element = field.current;
    if (element) setTrigger(triggerAt(element.value, element.selectionStart, sign));
  };
  /** Where the caret belongs once the text is there; set before the next key can be pressed. */
  const caretAfter = useRef<number | null>(null);
  const put = (text: string, caret: number) => {
    setTrigger(null);
    caretAfter.current = caret;
    field.current?.focus();
    onChange(text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret follows a text that was put in
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
    look();
  }, [value]);
  useImperativeHandle(handle, () => ({
    focus: () => {
      const element = field.current;
      // A draft is gone on with, unless the caret was put elsewhere.
      if (element && element.selectionEnd === 0) element.setSelectionRange(element.value.length, element.value.length);
      element?.focus();
    },
    select: (start, end) => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    },
    insert: (text) => {
      const at = field.current?.selectionStart ?? value.length;
      put(value.slice(0, at) + text + value.slice(at), at + text.length);
    },
  }));
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (trigger && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      keys.current?.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (trigger && (event.key === 'Enter' || event.key === 'Tab') && keys.current?.choose()) setTrigger(null);
    else if (trigger && event.key === 'Escape') setTrigger(null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend(event.shiftKey);
    else if (event.key === 'Escape') {
      field.current?.blur();
      onEscape();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div className={styles.editor}>
      {trigger && (
        <div className={styles.suggestions}>
          {suggest(
            trigger.query,
            (text) => {
              const replaced = replaceTrigger(field.current?.value ?? value, trigger, text);
              put(replaced.text, replaced.caret);
            },
            keys,
          )}
        </div>
      )}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={3}
        maxRows={14}
        value={value}
        aria-label={label}
        placeholder={placeholder}
        lang={language ?? undefined}
        spellCheck
        classNames={{ input: styles.field! }}
        onChange={(e) => {
          onChange(e.currentTarget.value);
          onTyping();
          look();
        }}
        onSelect={look}
        onBlur={() => setTrigger(null)}
        onKeyDown={press}
        onPaste={paste}
      />
    </div>
  );
}
