import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The tier table of docs/decisions/0001: calls go down, events go up; nobody imports their own or a higher tier. */
const tiers: Record<string, number> = {
  platform: 1,
  identity: 2,
  contacts: 2,
  stores: 2,
  settings: 2,
  translation: 2,
  'language-model': 2,
  channels: 2,
  tickets: 3,
  routing: 4,
  deadlines: 4,
  'canned-replies': 4,
  production: 4,
  search: 4,
  intake: 5,
  delivery: 5,
  insights: 5,
  realtime: 5,
  evidence: 5,
  integrations: 5,
  admin: 5,
};
/** Rooms of one tier that may know each other, each with its reason. */
const allowedBeside: Record<string, string[]> = {
  // Everybody's requests carry a person: the guard and the principal are identity's.
  contacts: ['identity'],
  stores: ['identity'],
  settings: ['identity'],
  translation: ['identity'],
  'language-model': ['identity'],
  channels: ['identity'],
  // Set-up, imports and the demo put the whole house together.
  admin: ['intake', 'delivery', 'insights', 'realtime'],
};

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.tsx?$/.test(f.name))
    .map((f) => relative(root, join(f.parentPath, f.name)))
    .filter((f) => !f.includes('node_modules'));
const isTest = (file: string) => /\.(spec|test)\.tsx?$/.test(file);
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3])!);
const target = (file: string, specifier: string): string | null =>
  specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null;
const roomOf = (file: string): string | null => {
  const parts = file.split(sep);
  return parts[0] === 'src' && parts.length > 2 && parts[1] !== 'cli' ? parts[1]! : null;
};

const files = [...sources('src'), ...sources('libs'), ...sources('web/src'), ...sources('migrations')].filter(
  (f) => !isTest(f),
);
const edges = files.flatMap((file) =>
  importsOf(file)
    .flatMap((s) => target(file, s) ?? [])
    .map((to) => ({ file, to })),
);

describe('the tree', () => {
  it('names every room in the tier table', () => {
    const rooms = new Set(files.map(roomOf).filter((r) => r !== null));
    expect([...rooms].filter((r) => !(r in tiers))).toEqual([]);
  });

  it('lets calls go down only', () => {
    const wrong = edges.filter(({ file, to }) => {
      const [from, into] = [roomOf(file), roomOf(to)];
      if (!from || !into || from === into) return false;
      return tiers[into]! >= tiers[from]! && !allowedBeside[from]?.includes(into);
    });
    expect(wrong).toEqual([]);
  });

  it('enters a room through its index alone', () => {
    const wrong = edges.filter(({ file, to }) => {
      const into = roomOf(to);
      return into !== null && into !== roomOf(file) && to !== join('src', into, 'index.ts');
    });
    expect(wrong).toEqual([]);
  });

  it('keeps libs free of the framework and of src', () => {
    const wrong = files
      .filter((f) => f.startsWith(`libs${sep}`))
      .flatMap((f) =>
        importsOf(f)
          .filter((s) => /^(@nestjs|typeorm|pg$|react)/.test(s) || target(f, s)?.startsWith(`src${sep}`))
          .map((s) => `${f} → ${s}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the web off src, and migrations off everything', () => {
    const wrong = edges.filter(
      ({ file, to }) =>
        (file.startsWith(`web${sep}`) && to.startsWith(`src${sep}`)) ||
        (file.startsWith(`migrations${sep}`) && !to.startsWith(`migrations${sep}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { file, to } of edges) graph.set(file, [...(graph.get(file) ?? []), to]);
    expect(firstCycle(graph)).toBeNull();
  });

  it('has no file over 400 lines, and nine in ten within 250', () => {
    const lengths = files.map((f) => ({ f, n: readFileSync(join(root, f), 'utf8').split('\n').length }));
    expect(lengths.filter((l) => l.n > 401)).toEqual([]);
    const sorted = lengths.map((l) => l.n).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(250);
  });

  it('has no folder for odds and ends', () => {
    expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|shared)\//.test(f))).toEqual([]);
  });
});

function firstCycle(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (file: string): string[] | null => {
    if (onPath.has(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    path.push(file);
    onPath.add(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    onPath.delete(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
