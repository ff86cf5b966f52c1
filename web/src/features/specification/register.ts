import { contextSections, messageActions } from '../../lib/extension-points.ts';
import { SpecificationSection } from './specification-section.tsx';
import { StartSpecification } from './start-specification.tsx';

export function registerSpecification(): void {
  contextSections.add({ id: 'specification', order: 20, component: SpecificationSection });
  messageActions.add({ id: 'specification', order: 20, component: StartSpecification });
}
