import { Controller, Get, Header, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import { collectDefaultMetrics, register } from 'prom-client';
import type { DataSource } from 'typeorm';
import { servedEndpoints } from '../http/endpoint.decorator.ts';
import { openApiDocument } from '../http/openapi.ts';

collectDefaultMetrics();

/** For load balancers and monitoring; outside /api/v1 and without a session, so it names nothing confidential. */
@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res() response: Response): Promise<void> {
    try {
      await this.source.query('SELECT 1');
      response.json({ status: 'ok' });
    } catch {
      response.status(503).json({ status: 'database unreachable' });
    }
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }

  @Get('api/openapi.json')
  openApi(): object {
    return openApiDocument(servedEndpoints);
  }
}
