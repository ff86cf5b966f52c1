/**
 * The workshop sheet in Typst. All data come in as JSON through `sys.inputs`, never as source: a buyer's words cannot
 * become markup. Big sizes and handing first, because the sheet is read from three metres.
 */
export const sheetTemplate = `
#let d = json(bytes(sys.inputs.data))
#let t = d.labels
#let accent = rgb("#1c5fb8")
#let soft = rgb("#667085")
#set page(paper: "a4", margin: (x: 15mm, top: 14mm, bottom: 16mm), footer: context [
  #set text(7.5pt, fill: soft)
  #grid(columns: (1fr, auto), [#t.fingerprint #raw(d.hash)], counter(page).display("1 / 1", both: true))
])
#set text(font: ("Noto Sans", "Noto Sans SC", "Noto Sans Arabic"), size: 9.5pt, lang: d.lang, dir: if d.rtl { rtl } else { ltr })
#set table(stroke: (x, y) => (bottom: 0.4pt + rgb("#d0d5dd")), inset: (x: 4pt, y: 4.2pt))
#grid(columns: (1fr, auto), column-gutter: 8mm,
  [
    #text(18pt, weight: "semibold")[#t.title #d.number]
    #v(-3mm)
    #text(11pt)[#text(fill: accent, weight: "semibold")[#t.version] · #t.created #d.created #if d.due != none [ · #text(weight: "semibold")[#t.due #d.due]]]
    #v(-2mm)
    #text(8.5pt, fill: soft)[#t.mm]
  ],
  if d.qr != none [#align(center)[#image(bytes(d.qr), width: 19mm) #v(-3mm) #text(6.5pt, fill: soft)[#t.live]]],
)
#if d.changes.len() > 0 [
  #block(width: 100%, fill: rgb("#fff4e5"), stroke: (left: 2.5pt + rgb("#d97706")), inset: 7pt)[
    #text(weight: "semibold")[#t.changes]
    #for c in d.changes [
      #linebreak() #text(fill: soft)[#c.where] #text(weight: "semibold")[#c.label]: #if c.before != none [#strike(c.before)] #if c.after != none [→ #text(fill: rgb("#b42318"), weight: "semibold")[#c.after]]
    ]
  ]
]
#for item in d.items [
  #block(breakable: false)[
    #v(1mm)
    #line(length: 100%, stroke: 1.2pt + accent)
    #grid(columns: (1fr, 62mm), column-gutter: 6mm,
      [
        #text(9pt, fill: soft)[#item.label]
        #v(-2mm)
        #text(15pt, weight: "semibold")[#item.title]
        #if item.size != none [#v(-2mm) #text(20pt, weight: "semibold", fill: accent)[#item.size]]
        #if item.quantity != none [#v(-2mm) #text(13pt)[#t.quantity: #text(weight: "semibold")[#item.quantity]]]
        #if item.facts != none [#v(-1mm) #text(11pt, weight: "semibold")[#item.facts]]
      ],
      if item.drawing != none [#align(center, image(bytes(item.drawing), format: "svg", width: 60mm, height: 62mm, fit: "contain"))],
    )
  ]
  #table(columns: (30%, 34%, 1fr),
    table.header(
      text(8pt, fill: soft)[#t.attribute], text(8pt, fill: soft)[#t.value], text(8pt, fill: soft)[#t.stated]),
    ..item.groups.map(g => (
      table.cell(colspan: 3, fill: rgb("#f2f4f7"))[#text(8.5pt, weight: "semibold")[#g.label]],
      ..g.rows.map(r => (
        [#r.label#if r.mandatory [#text(fill: rgb("#b42318"))[ \\*]]],
        if r.missing [#text(fill: if r.mandatory { rgb("#b42318") } else { soft })[#r.text]] else if r.changed [#box(fill: rgb("#fff4e5"), outset: 2pt)[#text(weight: "semibold")[#r.text]] #if r.before != none [#text(8pt, fill: soft)[ #r.before]]] else [#text(weight: "semibold")[#r.text]],
        text(8.5pt, fill: soft)[#if r.stated != none [“#r.stated”]],
      )).flatten()
    )).flatten()
  )
]
#if d.pictures.len() > 0 [
  #v(2mm)
  #block(sticky: true, text(11pt, weight: "semibold")[#t.pictures])
  #grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 5mm,
    ..d.pictures.map(p => block(breakable: false)[
      #if p.path != none [#image(p.path, width: 100%, height: 72mm, fit: "contain")] else [#rect(width: 100%, height: 30mm, stroke: 0.6pt + soft)[#align(center + horizon)[#t.pictureMissing]]]
      #v(-2mm)
      #text(8pt, fill: soft)[#p.name #if p.caption != "" [ · #p.caption]]
    ]))
]
`;
