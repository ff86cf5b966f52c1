export { BuyerSection } from './buyer-section.tsx';
export { FilesSection } from './files-section.tsx';
export { OrdersSection } from './orders-section.tsx';
export { TicketsSection } from './tickets-section.tsx';
