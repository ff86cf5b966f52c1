import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InputOf, previewRoutingRule, RoutingPreviewItem, RoutingRule } from '../../libs/contracts/index.ts';
import { decideRoute, type RoutingInput, ruleMatches } from './decide-route.ts';
import { inputColumns } from './routing-input.ts';
import { RoutingSnapshots } from './routing-snapshot.ts';

type Preview = { examined: number; items: RoutingPreviewItem[] };
type Row = RoutingInput & { number: number; subject: string; teamId: string | null; assigneeId: string | null };

const newest = 50;
const unsaved = '00000000-0000-0000-0000-000000000000';

/** Tries a rule that is still being written on the newest tickets. Writes nothing. */
@Injectable()
export class PreviewRule {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly snapshots: RoutingSnapshots,
  ) {}

  async preview({ id, ...input }: InputOf<typeof previewRoutingRule>['body']): Promise<Preview> {
    const [snapshot, rows] = await Promise.all([
      this.snapshots.take(),
      this.source.query(
        `SELECT ${inputColumns}, number::int AS number, team_id AS "teamId", assignee_id AS "assigneeId"
         FROM tickets WHERE merged_into IS NULL ORDER BY number DESC LIMIT $1`,
        [newest],
      ) as Promise<Row[]>,
    ]);
    const rule: RoutingRule = { ...input, id: id ?? unsaved, position: 0, isActive: true };
    const isKnown = snapshot.rules.some((r) => r.id === rule.id);
    const rules = isKnown ? snapshot.rules.map((r) => (r.id === rule.id ? rule : r)) : [...snapshot.rules, rule];
    const items = rows
      .filter((row) => ruleMatches(rule, row))
      .map((row) => {
        const deciding = rules.find((r) => ruleMatches(r, row));
        return {
          ticketId: row.ticketId,
          number: row.number,
          subject: row.subject,
          language: row.language,
          teamId: row.teamId,
          assigneeId: row.assigneeId,
          decidedByRule: deciding === rule ? null : (deciding?.name ?? null),
          decision: decideRoute(row, { ...snapshot, rules }),
        };
      });
    return { examined: rows.length, items };
  }
}
