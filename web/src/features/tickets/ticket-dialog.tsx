import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { PickerList, type PickerOption } from '../../components/picker-list.tsx';
import { useStore } from '../../lib/store.ts';
import { MergeList } from './merge-list.tsx';
import { knownRow } from './ticket-cache.ts';
import { type TicketDialogKind, ticketDialog } from './ticket-dialog-store.ts';
import {
  useAssigneeOptions,
  useLanguageOptions,
  usePriorityOptions,
  useSnoozeOptions,
  useStatusOptions,
  useTagOptions,
  useTeamOptions,
} from './ticket-options.tsx';
import { useTicketActions } from './use-ticket-actions.ts';

/** Choices for one ticket or many, opened by key: type, Enter, done. Focus goes back to where it was. */
export function TicketDialog() {
  const { t } = useTranslation('inbox');
  const dialog = useStore(ticketDialog, (d) => d);
  const client = useQueryClient();
  const rows = dialog?.ids.flatMap((id) => knownRow(client, id) ?? []) ?? [];
  const close = () => ticketDialog.set(null);
  return (
    <Modal
      opened={dialog !== null}
      onClose={close}
      withCloseButton={false}
      padding={0}
      centered={false}
      yOffset="16vh"
      size={420}
      attributes={{ content: { 'aria-label': t(`dialog.${dialog?.kind ?? 'assign'}`) } }}
    >
      {dialog?.kind === 'merge' && dialog.ids[0] ? (
        <MergeList fromId={dialog.ids[0]} onDone={close} />
      ) : (
        dialog && <Choices kind={dialog.kind} ids={dialog.ids} rows={rows} onDone={close} />
      )}
    </Modal>
  );
}

function Choices({
  kind,
  ids,
  rows,
  onDone,
}: {
  kind: TicketDialogKind;
  ids: readonly string[];
  rows: readonly TicketRow[];
  onDone: () => void;
}) {
  const { t } = useTranslation('inbox');
  const only = rows.length === 1 ? rows[0] : undefined;
  const actions = useTicketActions();
  const options: Record<Exclude<TicketDialogKind, 'merge'>, PickerOption[]> = {
    assign: useAssigneeOptions(only?.language ?? null),
    team: useTeamOptions(),
    status: useStatusOptions(),
    priority: usePriorityOptions(),
    snooze: useSnoozeOptions(only),
    tags: useTagOptions(),
    language: useLanguageOptions(only?.language ? [only.language] : []),
  };
  const selected: Partial<Record<TicketDialogKind, (string | null)[]>> = {
    assign: [only?.assigneeId ?? null],
    team: [only?.teamId ?? null],
    status: [only?.status ?? null],
    priority: [only?.priority ?? null],
    tags: only?.tags ?? [],
    language: [only?.language ?? null],
  };
  if (kind === 'merge') return null;
  return (
    <PickerList
      label={t(`dialog.${kind}`)}
      options={options[kind]}
      selected={selected[kind] ?? []}
      onChoose={(value) => {
        onDone();
        void actions[kind](ids, value);
      }}
      {...(kind === 'tags'
        ? {
            onCreate: (text: string) => {
              onDone();
              void actions.tags(ids, text);
            },
          }
        : {})}
    />
  );
}
