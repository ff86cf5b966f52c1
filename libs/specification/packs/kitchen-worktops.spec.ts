import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { interfaceLanguages } from '../../i18n/index.ts';
import {
  checkItem,
  drawing,
  extractSpecification,
  loadPack,
  packIds,
  question,
  shippedPack,
  validatePack,
} from '../index.ts';

const pack = loadPack('kitchen-worktops');
const read = (text: string, language: string) => extractSpecification({ text, language, pack });
const values = (text: string, language: string) =>
  Object.fromEntries(
    Object.entries(read(text, language).items[0]?.attributes ?? {}).map(([name, v]) => [name, v.value]),
  );

describe('a pack of another trade', () => {
  it.each([
    [
      'en',
      'Please quote a quartz worktop 3000 x 600 x 20 mm, polished, white, square edge, undermount sink cut-out 500 x 400 mm on the left, hob cut-out 560 x 490 mm, 1 tap hole, delivered to Dublin.',
      {
        length_mm: 3000,
        depth_mm: 600,
        thickness_mm: 20,
        material: 'quartz',
        finish: 'polished',
        edge_profile: 'square',
        sink_cutout: 'undermount',
        sink_cutout_length_mm: 500,
        sink_cutout_depth_mm: 400,
        sink_position: 'left',
        hob_cutout: true,
        hob_cutout_length_mm: 560,
        tap_holes: 1,
        delivery_country: 'IE',
      },
    ],
    [
      'de',
      'Wir brauchen eine Arbeitsplatte aus Granit, 280 x 62 cm, 3 cm stark, geschliffen, schwarz, gefaste Kante, mit Unterbauspüle und Ausschnitt für Kochfeld 56 x 49 cm.',
      {
        length_mm: 2800,
        depth_mm: 620,
        thickness_mm: 30,
        material: 'granite',
        finish: 'honed',
        edge_profile: 'bevelled',
        hob_cutout_length_mm: 560,
        hob_cutout_depth_mm: 490,
      },
    ],
    [
      'fr',
      "Je cherche un plan de travail en chêne massif huilé, longueur 2,46 m, profondeur 65 cm, épaisseur 38 mm, évier à encastrer, rainures d'égouttage.",
      {
        length_mm: 2460,
        depth_mm: 650,
        thickness_mm: 38,
        material: 'solid_wood',
        finish: 'oiled',
        sink_cutout: 'inset',
        drainer_grooves: true,
      },
    ],
    [
      'es',
      'Necesito 2 encimeras de cuarzo blanco de 180 x 60 cm, grosor 2 cm, canto recto.',
      { quantity: 2, length_mm: 1800, depth_mm: 600, thickness_mm: 20, material: 'quartz', edge_profile: 'square' },
    ],
    [
      'zh',
      '我要定做石英石台面，长3米，宽60厘米，厚20毫米，白色，抛光，直边，台下盆。',
      {
        length_mm: 3000,
        depth_mm: 600,
        thickness_mm: 20,
        material: 'quartz',
        edge_profile: 'square',
        sink_cutout: 'undermount',
      },
    ],
  ])('reads a wish in %s', (language, text, expected) => {
    const found = read(text, language);
    expect(found.is_custom_spec).toBe(true);
    expect(values(text, language)).toMatchObject(expected);
    for (const v of Object.values(found.items[0]!.attributes))
      expect(text.slice(v.source.start, v.source.end)).not.toBe('');
  });

  it('needs more once something is said, and asks for it with its own question', () => {
    expect(checkItem(pack, 'worktop', { sink_cutout: 'flush' }).missing).toContain('sink_cutout_length_mm|sink_model');
    expect(checkItem(pack, 'worktop', { sink_cutout: 'flush', sink_model: 'B 40' }).missing).not.toContain(
      'sink_cutout_length_mm|sink_model',
    );
    expect(checkItem(pack, 'worktop', { hob_cutout: false }).missing).not.toContain('hob_cutout_length_mm');
    expect(checkItem(pack, 'worktop', { hob_cutout: true }).missing).toContain('hob_cutout_length_mm');
    expect(question(pack, { attribute: 'drainer_side', code: 'missing' }, 'de')).toMatch(/Abtropfrillen/);
  });

  it('is drawn from above, with what is cut out', () => {
    const svg = drawing(
      pack,
      'worktop',
      { length_mm: 3000, depth_mm: 600, sink_cutout_length_mm: 500, sink_cutout_depth_mm: 400, sink_position: 'left' },
      'en',
    );
    expect(svg).toContain('3000');
    expect(svg).toContain('500×400');
    expect(svg).not.toContain('dasharray');
    expect(drawing(pack, 'worktop', { length_mm: 3000 }, 'en')).toBe('');
  });
});

describe('checking a pack', () => {
  it.each(packIds())('%s has no faults', (id) => {
    expect(validatePack(shippedPack(id), interfaceLanguages)).toEqual([]);
  });

  it('names every fault at once', () => {
    const broken = structuredClone(shippedPack('kitchen-worktops')) as Record<string, never> & {
      attributes: { name: string; values?: string[]; typical?: number[] }[];
      mandatory: Record<string, string[]>;
      mandatoryWhen: object[];
      lexicon: Record<string, Record<string, string>>;
    };
    broken.attributes[1]!.typical = [500, 20];
    broken.attributes[4]!.values!.push('z_shape');
    broken.mandatory['worktop']!.push('weight');
    broken.mandatoryWhen.push({ attribute: 'sink_cutout', when: { attribute: 'sink_model' } });
    broken.lexicon['en']!['teapot'] = 'teapot';
    const faults = validatePack(broken, interfaceLanguages).join('\n');
    for (const said of ['upside down', 'z_shape', 'weight', 'sink_cutout → ', 'teapot']) expect(faults).toContain(said);
  });

  it('names what is not in a language', () => {
    const half = structuredClone(shippedPack('kitchen-worktops')) as {
      names: { attributes: Record<string, Record<string, string>> };
    };
    delete half.names.attributes['joint']!['ar'];
    expect(validatePack(half, interfaceLanguages)).toEqual(['names.attributes.joint: not in ar']);
  });
});

describe('the trades are data', () => {
  it('no attribute and no product of a pack stands in the code', () => {
    const named = new Set<string>();
    for (const id of packIds()) {
      const { attributes, productTypes } = loadPack(id);
      const fields = attributes.flatMap((a) => Object.keys(a.fields ?? {}));
      for (const name of [...attributes.map((a) => a.name), ...productTypes])
        if (name.includes('_') && !fields.includes(name)) named.add(name);
    }
    const root = join(import.meta.dirname, '../../..');
    const found = ['libs/specification', 'src/production', 'src/integrations', 'web/src/features']
      .flatMap((folder) => filesIn(join(root, folder)))
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|[/]packs[/]/.test(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/['"`]([a-z]+(?:_[a-z]+)+)['"`]/g)]
          .filter((m) => named.has(m[1]!))
          .map((m) => `${file.slice(root.length)}: ${m[1]}`),
      );
    expect(found).toEqual([]);
  });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
