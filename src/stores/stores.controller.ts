import { Controller } from '@nestjs/common';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/stores.ts';
import { Input, Serve } from '../platform/index.ts';
import { StoresService } from './stores.service.ts';

@Controller('api/v1')
export class StoresController {
  constructor(private readonly stores: StoresService) {}

  @Serve(contract.listStores)
  async list() {
    return { items: await this.stores.list() };
  }

  @Serve(contract.createStore)
  create(@Input(contract.createStore) { body }: InputOf<typeof contract.createStore>) {
    return this.stores.create(body);
  }

  @Serve(contract.updateStore)
  update(@Input(contract.updateStore) { params, body }: InputOf<typeof contract.updateStore>) {
    return this.stores.update(params.id, body);
  }

  @Serve(contract.deleteStore)
  remove(@Input(contract.deleteStore) { params }: InputOf<typeof contract.deleteStore>) {
    return this.stores.remove(params.id);
  }
}
