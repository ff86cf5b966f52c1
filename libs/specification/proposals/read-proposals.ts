import { z } from 'zod';

/** What a model says of one value; nothing in it is believed before it is verified. */
const rawProposal = z.object({
  /** From 1. */
  item: z.number().int().min(1).max(999).default(1),
  attribute: z.string().min(1).max(80),
  quote: z.string().min(1).max(300),
  /** From 1. */
  occurrence: z.number().int().min(1).max(999).default(1),
  value: z.union([z.string().max(300), z.number(), z.boolean()]).transform(String),
});
export type RawProposal = z.infer<typeof rawProposal>;

const answer = z.object({ proposals: z.array(z.unknown()) });
/** More than this says nobody of one letter. */
const most = 200;
/** Signs of an answer that is looked at. */
const longest = 200_000;

/**
 * The proposals in a model's answer, and how many had no form; null when the answer is anything else. Fences around the JSON
 * and what a model thinks aloud before it are left out.
 */
export function readProposals(content: string): { proposals: RawProposal[]; unfit: number } | null {
  if (content.length > longest) return null;
  const said = content.slice(content.lastIndexOf('</think>') + 1);
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')];
  if (from < 0 || to < from) return null;
  let value: unknown;
  try {
    value = JSON.parse(said.slice(from, to + 1));
  } catch {
    return null;
  }
  const parsed = answer.safeParse(value);
  if (!parsed.success) return null;
  const given = parsed.data.proposals.slice(0, most);
  const proposals = given.flatMap((p) => rawProposal.safeParse(p).data ?? []);
  return { proposals, unfit: parsed.data.proposals.length - proposals.length };
}
