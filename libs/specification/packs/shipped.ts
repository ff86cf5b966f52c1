import concepts from './doors-and-windows/concepts.json' with { type: 'json' };
import extraction from './doors-and-windows/extraction.json' with { type: 'json' };
import { lexicon } from './doors-and-windows/lexicon.ts';
import names from './doors-and-windows/names.json' with { type: 'json' };
import pack from './doors-and-windows/pack.json' with { type: 'json' };
import questions from './doors-and-windows/questions.json' with { type: 'json' };
import worktopConcepts from './kitchen-worktops/concepts.json' with { type: 'json' };
import worktopExtraction from './kitchen-worktops/extraction.json' with { type: 'json' };
import { lexicon as worktopLexicon } from './kitchen-worktops/lexicon.ts';
import worktopNames from './kitchen-worktops/names.json' with { type: 'json' };
import worktopPack from './kitchen-worktops/pack.json' with { type: 'json' };
import worktopQuestions from './kitchen-worktops/questions.json' with { type: 'json' };

/** `id@version` → the pack as it is written; checked when loaded. Older versions stay, since specifications name theirs. */
export const shippedPacks: Readonly<Record<string, () => unknown>> = {
  [`doors-and-windows@${pack.version}`]: () => ({ ...pack, names, questions, concepts, lexicon, extraction }),
  [`kitchen-worktops@${worktopPack.version}`]: () => ({
    ...worktopPack,
    names: worktopNames,
    questions: worktopQuestions,
    concepts: worktopConcepts,
    lexicon: worktopLexicon,
    extraction: worktopExtraction,
  }),
};
