export { DeliverMessage } from './deliver-message.ts';
export { DeliveryModule } from './delivery.module.ts';
export { FindAbandoned } from './find-abandoned.ts';
