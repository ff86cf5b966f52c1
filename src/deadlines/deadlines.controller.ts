import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as contract from '../../libs/contracts/deadlines.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { ServiceTargetsService } from './service-targets.service.ts';

@Controller('api/v1')
export class DeadlinesController {
  constructor(
    private readonly targets: ServiceTargetsService,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Serve(contract.listServiceTargets)
  async list() {
    return { items: await this.targets.list() };
  }

  @Serve(contract.createServiceTarget)
  create(@Input(contract.createServiceTarget) { body }: InputOf<typeof contract.createServiceTarget>) {
    return this.targets.create(body);
  }

  @Serve(contract.updateServiceTarget)
  update(@Input(contract.updateServiceTarget) { params, body }: InputOf<typeof contract.updateServiceTarget>) {
    return this.targets.update(params.id, body);
  }

  @Serve(contract.deleteServiceTarget)
  remove(@Input(contract.deleteServiceTarget) { params }: InputOf<typeof contract.deleteServiceTarget>) {
    return this.targets.remove(params.id);
  }

  @Serve(contract.listTicketDeadlines)
  async ofTicket(@Input(contract.listTicketDeadlines) { params }: InputOf<typeof contract.listTicketDeadlines>) {
    const rows: {
      id: string;
      kind: string;
      targetName: string;
      dueAt: Date;
      metAt: Date | null;
      breachedAt: Date | null;
    }[] = await this.source.query(
      `SELECT id, kind, target_name AS "targetName", due_at AS "dueAt", met_at AS "metAt", breached_at AS "breachedAt"
       FROM deadlines WHERE ticket_id = $1 ORDER BY due_at`,
      [params.id],
    );
    const iso = (d: Date | null) => d?.toISOString() ?? null;
    return {
      items: rows.map((r) => ({
        ...r,
        dueAt: r.dueAt.toISOString(),
        metAt: iso(r.metAt),
        breachedAt: iso(r.breachedAt),
      })),
    };
  }
}
