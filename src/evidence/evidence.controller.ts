import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import * as contract from '../../libs/contracts/evidence.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { DisputeFile } from './dispute-file.ts';

@Controller('api/v1')
export class EvidenceController {
  constructor(private readonly disputes: DisputeFile) {}

  @Serve(contract.getDisputeFile)
  async dispute(
    @Input(contract.getDisputeFile) { params }: InputOf<typeof contract.getDisputeFile>,
    @Res() response: Response,
  ) {
    const { name, bytes } = await this.disputes.make(params.id);
    response.set({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    });
    response.send(bytes);
  }
}
