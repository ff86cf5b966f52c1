import { type BeforeApplicationShutdown, Controller, Get, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { servedEndpoints } from '../http/endpoint.decorator.ts';
import { openApiDocument } from '../http/openapi.ts';
import { Metrics } from './metrics.ts';

/** For load balancers and monitoring; outside /api/v1 and without a session, so it names nothing confidential. */
@Controller()
export class HealthController implements BeforeApplicationShutdown {
  private isLeaving = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /** From the signal on, load balancers send nobody here any more. */
  beforeApplicationShutdown(): void {
    this.isLeaving = true;
  }

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res() response: Response): Promise<void> {
    if (this.isLeaving) {
      response.status(503).json({ status: 'shutting down' });
      return;
    }
    try {
      await this.source.query('SELECT 1');
      response.json({ status: 'ok' });
    } catch {
      response.status(503).json({ status: 'database unreachable' });
    }
  }

  @Get('metrics')
  async read(@Res() response: Response): Promise<void> {
    const text = await this.metrics.registry.metrics();
    response.setHeader('content-type', this.metrics.registry.contentType);
    response.end(text);
  }

  @Get('api/openapi.json')
  openApi(): object {
    return openApiDocument(servedEndpoints);
  }
}
