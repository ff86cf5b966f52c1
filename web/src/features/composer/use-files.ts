import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../components/use-error-text.ts';
import { upload } from '../../lib/call.ts';
import type { LocalDraft } from './draft.ts';

/** Mail servers commonly refuse more. */
const largest = 25 * 1024 * 1024;

export interface FileOnItsWay {
  key: number;
  file: File;
  /** Why it is not there; null while it is on its way. */
  fault: string | null;
}
let count = 0;

/** Files on their way into the draft; one that fails stays to be tried again. */
export function useFiles(add: (file: LocalDraft['files'][number]) => void) {
  const { t } = useTranslation('composer');
  const errorText = useErrorText();
  const [pending, setPending] = useState<readonly FileOnItsWay[]>([]);
  const drop = (key: number) => setPending((all) => all.filter((p) => p.key !== key));
  const mark = (key: number, fault: string | null) =>
    setPending((all) => all.map((p) => (p.key === key ? { ...p, fault } : p)));

  const send = async ({ key, file }: FileOnItsWay) => {
    if (file.size > largest) return mark(key, t('files.tooLarge'));
    mark(key, null);
    try {
      const { id, name, size } = await upload(file);
      add({ id, name, size });
      drop(key);
    } catch (error) {
      mark(key, errorText(error));
    }
  };
  const attach = (files: Iterable<File>) => {
    const begun = [...files].map((file) => ({ key: ++count, file, fault: null }));
    setPending((all) => [...all, ...begun]);
    for (const entry of begun) void send(entry);
  };
  return { pending, attach, retry: send, drop };
}
