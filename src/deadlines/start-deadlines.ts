import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeadlineKind } from '../../libs/contracts/index.ts';
import { newId } from '../platform/index.ts';
import { clocksFor } from './choose-target.ts';
import { ServiceTargetsService } from './service-targets.service.ts';

export interface InboundForDeadline {
  ticketId: string;
  storeId: string | null;
  channelId: string | null;
  priority?: string | null;
  receivedAt: Date;
  isNew: boolean;
}

export interface NextDeadline {
  ticketId: string;
  nextDeadlineAt: Date | null;
  kind: DeadlineKind | null;
}

/** Starts the clocks that buyers' messages start, for a whole batch, in the caller's transaction. */
@Injectable()
export class StartDeadlines {
  constructor(private readonly targets: ServiceTargetsService) {}

  /** A clock that runs already keeps its moment: a second message does not grant more time. */
  async onInbound(manager: EntityManager, inputs: readonly InboundForDeadline[]): Promise<NextDeadline[]> {
    if (inputs.length === 0) return [];
    const targets = await this.targets.known();
    const rows = inputs.flatMap((i) =>
      clocksFor(targets, i, i.receivedAt, i.isNew).map((c) => ({
        id: newId(),
        ticket_id: i.ticketId,
        kind: c.kind,
        target_name: c.targetName,
        due_at: c.dueAt,
      })),
    );
    if (rows.length > 0) {
      await manager.query(
        `INSERT INTO deadlines (id, ticket_id, kind, target_name, due_at)
         SELECT n.id, n.ticket_id, n.kind, n.target_name, n.due_at
         FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, ticket_id uuid, kind text, target_name text, due_at timestamptz)
         WHERE NOT (n.kind = 'next_response' AND EXISTS (SELECT 1 FROM deadlines d WHERE d.ticket_id = n.ticket_id AND d.kind = 'first_response' AND d.met_at IS NULL))
         ON CONFLICT (ticket_id, kind) WHERE met_at IS NULL DO NOTHING`,
        [JSON.stringify(rows)],
      );
    }
    const earliest = new Map<string, { due_at: Date; kind: DeadlineKind }>();
    const existing = inputs.some((i) => !i.isNew) ? await running(manager, inputs) : [];
    for (const row of [...existing, ...rows.filter((r) => inputs.some((i) => i.isNew && i.ticketId === r.ticket_id))]) {
      const known = earliest.get(row.ticket_id);
      if (!known || row.due_at < known.due_at) earliest.set(row.ticket_id, row);
    }
    return inputs.map((i) => ({
      ticketId: i.ticketId,
      nextDeadlineAt: earliest.get(i.ticketId)?.due_at ?? null,
      kind: earliest.get(i.ticketId)?.kind ?? null,
    }));
  }
}

const running = (
  manager: EntityManager,
  inputs: readonly InboundForDeadline[],
): Promise<{ ticket_id: string; due_at: Date; kind: DeadlineKind }[]> =>
  manager.query('SELECT ticket_id, due_at, kind FROM deadlines WHERE ticket_id = ANY ($1) AND met_at IS NULL', [
    inputs.filter((i) => !i.isNew).map((i) => i.ticketId),
  ]);
