import { escapeUTF8 as inHtml } from 'entities';
import type { Evidence } from './collect.ts';

const time = (at: Date | null): string => (at ? `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC` : '');

interface Entry {
  at: Date;
  html: string;
}

/** The story in the order of time, one page without scripts that any browser shows from the disk. */
export function overviewPage(evidence: Evidence, files: ReadonlyMap<string, string>): string {
  const entries: Entry[] = [
    ...evidence.messages.map((m) => ({ at: m.receivedAt, html: messageEntry(m, files.get(m.id)) })),
    ...evidence.specifications.flatMap(specificationEntries),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const { ticket } = evidence;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ticket ${ticket.number}</title>
<style>
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1a1f24; }
section { margin: 0 0 1rem; padding: .75rem 1rem; border-inline-start: 4px solid #b6bec6; background: #f6f7f8; }
section.out { border-color: #2f6f4f; } section.version { border-color: #8a5a00; } section.approved { border-color: #1d4ed8; }
h2 { margin: 0; font-size: 1rem; } p { margin: .25rem 0; } pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
code { overflow-wrap: anywhere; } .soft { color: #5b6670; }
</style>
<h1>${inHtml(ticket.subject)}</h1>
<p class="soft">Ticket ${ticket.number}${ticket.orderId ? ` · order ${inHtml(ticket.orderId)}` : ''}${ticket.store ? ` · ${inHtml(ticket.store)}` : ''} · opened ${time(ticket.createdAt)}</p>
${entries.map((e) => e.html).join('\n')}
</html>
`;
}

function messageEntry(m: Evidence['messages'][number], file: string | undefined): string {
  const delivery = [m.deliveryState, m.serverWords].filter(Boolean).join(': ');
  return `<section class="${m.direction}">
<h2>${m.direction === 'in' ? 'Received' : 'Sent'} · ${time(m.receivedAt)}</h2>
<p class="soft"><bdi>${inHtml(m.from ?? '')}</bdi> → <bdi>${inHtml(m.to.join(', '))}</bdi>${delivery ? ` · ${inHtml(delivery)}` : ''}${file ? ` · <a href="${file}">${file}</a>` : ''}</p>
<p><strong dir="auto">${inHtml(m.subject)}</strong></p>
<pre dir="auto">${inHtml(m.text)}</pre>
${m.translations.map((t) => `<p class="soft">Translation (${inHtml(t.target)}, ${inHtml(t.engine)}, ${time(t.at)})</p><pre dir="auto" lang="${inHtml(t.target)}">${inHtml(t.translated)}</pre>`).join('\n')}
</section>`;
}

function specificationEntries(s: Evidence['specifications'][number]): Entry[] {
  return [
    ...s.versions.map((v) => ({
      at: v.createdAt,
      html: `<section class="version"><h2>Specification ${s.number}, version ${v.version} handed to production · ${time(v.createdAt)}</h2>
<p>${inHtml(v.createdBy)}${v.note ? ` · <span dir="auto">${inHtml(v.note)}</span>` : ''} · <a href="specifications/${s.number}-v${v.version}.json">JSON</a></p><p class="soft">SHA-256 <code>${v.hash}</code></p></section>`,
    })),
    ...s.versions.flatMap((v) =>
      v.approvedAt
        ? [
            {
              at: v.approvedAt,
              html: `<section class="approved"><h2>Version ${v.version} of ${s.number} approved by the buyer · ${time(v.approvedAt)}</h2>
<p>${v.approvedName ? `<bdi>${inHtml(v.approvedName)}</bdi>` : 'through the signed link'}</p><p class="soft">SHA-256 <code>${v.approvedHash ?? ''}</code></p></section>`,
            },
          ]
        : [],
    ),
    ...s.questions.flatMap((q) => [
      {
        at: q.at,
        html: `<section><h2>Production asked about ${s.number} · ${time(q.at)}</h2><pre dir="auto">${inHtml(q.text)}</pre>${q.answer ? `<p class="soft">answered ${time(q.answeredAt)}</p><pre dir="auto">${inHtml(q.answer)}</pre>` : ''}</section>`,
      },
    ]),
    ...s.moves
      .filter((m) => m.from !== m.to && m.from !== null)
      .map((m) => ({
        at: m.at,
        html: `<section><h2>${s.number}: ${inHtml(m.from ?? '')} → ${inHtml(m.to)} · ${time(m.at)}</h2><p class="soft">${inHtml(m.by)}${m.note ? ` · <span dir="auto">${inHtml(m.note)}</span>` : ''}</p></section>`,
      })),
  ];
}
