import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Which languages are covered by whom, and what waits in each. */
@Injectable()
export class CoverageQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async coverage() {
    const [languages, agents] = await Promise.all([
      this.source.query(
        `WITH speakers AS (
           SELECT split_part(l->>'language', '-', 1) AS language, count(*)::int AS agents, count(*) FILTER (WHERE u.presence = 'online')::int AS online
           FROM users u, jsonb_array_elements(u.languages) l WHERE u.is_active AND u.role <> 'production' GROUP BY 1
         ), waiting AS (
           SELECT split_part(language, '-', 1) AS language, count(*)::int AS open, count(*) FILTER (WHERE assignee_id IS NULL)::int AS unassigned
           FROM tickets WHERE status IN ('new', 'open', 'pending') AND language IS NOT NULL GROUP BY 1
         )
         SELECT coalesce(s.language, w.language) AS language, coalesce(s.agents, 0) AS agents, coalesce(s.online, 0) AS online,
                coalesce(w.open, 0) AS "openTickets", coalesce(w.unassigned, 0) AS unassigned
         FROM speakers s FULL JOIN waiting w ON w.language = s.language ORDER BY "openTickets" DESC, language`,
      ),
      this.source.query(
        `SELECT u.id AS "userId", u.capacity, count(t.id)::int AS "openTickets"
         FROM users u LEFT JOIN tickets t ON t.assignee_id = u.id AND t.status IN ('new', 'open', 'pending')
         WHERE u.is_active AND u.role <> 'production' GROUP BY u.id ORDER BY 3 DESC`,
      ),
    ]);
    return { languages, agents };
  }
}
