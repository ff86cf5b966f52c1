/** A value that the text may say, with its place in the folded text and how it was come by. */
export interface Candidate {
  attribute: string;
  value: unknown;
  /** As the buyer wrote it. */
  unit: string | null;
  start: number;
  end: number;
  /** How: `label`, `size`, `code`, `word`, `count`, `convention`, `implied` … with what it rests on. */
  derivation: { code: string; params: Record<string, string | number | boolean> };
  confidence: number;
  /** Of two candidates for one attribute the weightier is taken. */
  weight: number;
  /** Says that something is not wanted: drops what older text asked for. */
  isDenial?: boolean;
  /** Of a list: adds to what is there. */
  isListItem?: boolean;
  /** Belongs to this item alone. */
  item?: number;
}

/** A point that the buyer has to be asked about. */
export interface Doubt {
  attribute: string;
  code: string;
  at: number;
  item?: number;
}

export const candidate = (
  attribute: string,
  value: unknown,
  at: { start: number; end: number },
  code: string,
  more: Partial<Candidate> & { params?: Candidate['derivation']['params'] } = {},
): Candidate => {
  const { params, ...rest } = more;
  return {
    attribute,
    value,
    unit: null,
    start: at.start,
    end: at.end,
    derivation: { code, params: params ?? {} },
    confidence: 0.9,
    weight: 1,
    ...rest,
  };
};
