import { loadPack } from './pack.ts';
import { readAnswer } from './read-answer.ts';

const pack = loadPack('doors-and-windows');

describe('a short answer to one question', () => {
  it.each([
    ['threshold_height_mm', '20 mm please', 'en', 20],
    ['wall_thickness_mm', '48 cm', 'fr', 480],
    ['wall_thickness_mm|frame_depth_mm', 'около 25 см', 'ru', 250],
    ['reinforcement_plate', 'Oui, bien sûr', 'fr', true],
    ['reinforcement_plate', '不要', 'zh', false],
    ['swing', 'inward, into the hall', 'en', 'inward'],
    ['quantity', '3', 'en', 3],
  ])('%s: %s', (attribute, text, language, value) => {
    const read = readAnswer(pack, attribute, text, language);
    expect(read?.value).toBe(value);
    expect(text.slice(read!.start, read!.end).trim()).not.toBe('');
  });

  it.each([
    ['wall_thickness_mm', 'about 25', 'en'],
    ['swing', 'as usual', 'en'],
    ['reinforcement_plate', 'I will ask my wife', 'en'],
  ])('%s: %s says nothing that could be taken', (attribute, text, language) => {
    expect(readAnswer(pack, attribute, text, language)).toBeNull();
  });
});
