import { type ReplyVariable, replyVariables } from '../../libs/contracts/index.ts';

const variable = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Variables of a text that no reply can have. */
export function unknownVariables(text: string): string[] {
  return [...text.matchAll(variable)]
    .map((m) => m[1]!)
    .filter((name) => !(replyVariables as readonly string[]).includes(name));
}

/** Puts the values in; a variable without one stays visible as `⟨contact.name⟩` and is reported. */
export function fillIn(
  text: string,
  values: Partial<Record<ReplyVariable, string | null>>,
): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(variable, (_, name: string) => {
    const value = values[name as ReplyVariable];
    if (value) return value;
    missing.add(name);
    return `⟨${name}⟩`;
  });
  return { text: filled, missing: [...missing] };
}
