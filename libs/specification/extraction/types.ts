export interface ExtractedValue {
  value: unknown;
  /** Unit as the buyer wrote it: mm, cm, m, in, ft; null where there is none. */
  unit: string | null;
  /** [start, end) in UTF-16 units of the text given. */
  source: { start: number; end: number };
  derivation: string;
  confidence: number;
}

export interface ExtractedItem {
  product_type: string;
  attributes: Record<string, ExtractedValue>;
}

export interface Extraction {
  language: string | null;
  country_hint: string | null;
  is_custom_spec: boolean;
  items: ExtractedItem[];
  ambiguities: { item: number; attribute: string; code: string }[];
  missing_mandatory: string[];
}
