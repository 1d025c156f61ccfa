/** The stylesheet of the annotated page: the palette and patterns of the workbench, in light, in dark and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--serif:"Source Serif 4",Georgia,"Times New Roman",serif;--sans:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--paper:#fbfaf7;--surface:#fff;--sunk:#f3f1ec;--ink:#1d1b18;--ink-2:#57524a;--ink-3:#6b665f;--line:#e4e0d7;--line-2:#d3cec3;--accent:#2b4c7e;--focus:#2b6cb0;
--true:#17697a;--mostly-true:#3f8f80;--half:#b7860b;--mostly-false:#c9641f;--false:#b83a24;--off:#6c5f99;--open:#6d7480;--skipped:#938c81;--wash:16%}
@media screen and (prefers-color-scheme:dark){:root{
--paper:#161513;--surface:#1e1c1a;--sunk:#242220;--ink:#ece8e0;--ink-2:#b7b0a4;--ink-3:#a09989;--line:#302d29;--line-2:#433f39;--accent:#8fb3e6;--focus:#8fb3e6;
--true:#58b5c6;--mostly-true:#74c2b1;--half:#e0b445;--mostly-false:#ee9657;--false:#f07d68;--off:#b2a5e0;--open:#a3aab6;--skipped:#8b857b;--wash:24%}}
.t-true{--c:var(--true);--p:3px solid}.t-mostly-true{--c:var(--mostly-true);--p:1px solid}.t-half{--c:var(--half);--p:2px dashed}.t-mostly-false{--c:var(--mostly-false);--p:2px double}
.t-false{--c:var(--false);--p:2px wavy}.t-off{--c:var(--off);--p:2px dotted}.t-open{--c:var(--open);--p:2px dotted}.t-skipped{--c:var(--skipped);--p:2px dotted}
*{box-sizing:border-box}
:lang(ar),:lang(fa),:lang(ur){--serif:"Noto Naskh Arabic","Geeza Pro","Times New Roman",serif}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:1.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-font-smoothing:antialiased;overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,dl,dd,blockquote,pre{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
svg.i{inline-size:1.15em;block-size:1.15em;flex:none;color:var(--c);fill:currentColor}
.sprite{position:absolute;inline-size:0;block-size:0}
.skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;background:var(--surface);padding:.5rem .75rem;border:1px solid var(--line-2);border-radius:6px}
.skip:focus{inset-block-start:1rem}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.page{max-inline-size:63rem;margin-inline:auto;padding:2.5rem 1.25rem 4rem}
.warn{margin-block-end:1.5rem;padding:.625rem .875rem;border:1px solid var(--false);border-inline-start-width:4px;border-radius:6px;background:var(--surface);font-size:.875rem}
.head{max-inline-size:38rem}
.kicker{font-size:.8125rem;color:var(--ink-3);margin-block-end:.875rem}
body{border-block-start:3px solid var(--brand,transparent)}
.kicker a{color:inherit;text-decoration:none}.kicker a:hover{text-decoration:underline}
.logo{block-size:1.5rem;inline-size:auto;max-inline-size:8rem;vertical-align:middle;margin-inline-end:.5rem}
.kicker b{color:var(--ink);font-weight:600}
h1{font:600 2.125rem/1.18 var(--serif);letter-spacing:-.015em;text-wrap:balance;margin-block-end:.75rem}
.by{font-size:.8125rem;color:var(--ink-3)}
.by,.meta,.said{display:flex;flex-wrap:wrap;column-gap:1.2em;clip-path:inset(-.4em -.3em)}
.by>*,.meta>*,.said>*{position:relative;min-inline-size:0}
.by>*+*::before,.meta>*+*::before,.said>*+*::before{content:"·";position:absolute;inset-inline-start:-.75em;color:var(--ink-3)}
.sum{margin-block:1.5rem 0;padding-block:1.125rem 1.25rem;border-block:1px solid var(--line)}
.bar{display:block;inline-size:100%;block-size:6px;border-radius:3px;margin-block-end:.75rem}
.bar rect{fill:var(--c)}
[dir=rtl] .bar{transform:scaleX(-1)}
.count{font-size:.875rem;font-weight:600}
.chips{display:flex;flex-wrap:wrap;gap:.375rem 1.25rem;margin-block-start:.375rem;font-size:.875rem;font-variant-numeric:tabular-nums}
.chips li,.chips a{display:inline-flex;align-items:center;gap:.375rem}
.chips a{color:inherit;text-decoration:none}
.chips a:hover{text-decoration:underline}
.chips b{font-weight:500;color:var(--ink-3)}
.filter{margin-block-start:.75rem;font-size:.8125rem}
.filter fieldset{border:0;margin:0;padding:0;min-inline-size:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.filter legend{float:inline-start;padding:0;color:var(--ink-3);margin-inline-end:.25rem}
.filter label{display:inline-flex;align-items:center;gap:.375rem;min-block-size:1.5rem}
.filter input{accent-color:var(--accent);inline-size:1rem;block-size:1rem;margin:0}
.filter .aside{margin:0;font-size:inherit}
.note[data-off],.side p[data-off]{display:none}
mark[data-off],mark[data-off] .in{background:none;text-decoration:none}
.jump{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block-start:.875rem;font-size:.8125rem}
.text{margin-block-start:2.25rem;font:1.1875rem/1.68 var(--serif)}
.text>*{margin-block-end:1.25rem;min-inline-size:0}
.text p{text-wrap:pretty}
.text h2,.text h3,.text h4,.text h5,.text h6{font:600 1.4375rem/1.3 var(--serif);letter-spacing:-.01em;margin-block:1.25rem .625rem}
.text h3{font-size:1.25rem}.text h4,.text h5,.text h6{font-size:1.125rem}
.text blockquote{border-inline-start:3px solid var(--line-2);padding-inline-start:1.125rem;color:var(--ink-2)}
.text blockquote p+p{margin-block-start:.75rem}
.text ul{list-style:disc;padding-inline-start:1.375rem}
.text li+li{margin-block-start:.375rem}
.text li::marker{color:var(--ink-3)}
.text pre{font:.875rem/1.6 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;background:var(--sunk);border-radius:6px;padding:.875rem 1rem;white-space:pre-wrap}
code{font:.9em/1 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;background:var(--sunk);border-radius:4px;padding:.1em .3em}
pre code{font:inherit;background:none;padding:0}
.who{display:flex;gap:.75rem;align-items:baseline;font:600 .8125rem/1.5 var(--sans);letter-spacing:.02em;margin-block-end:.125rem}
.who span{font-weight:400;color:var(--ink-3);font-variant-numeric:tabular-nums}
mark,.in{color:inherit;background:color-mix(in oklab,var(--c) var(--wash),transparent);text-decoration:underline var(--p) var(--c);text-underline-offset:.26em;text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.in{text-underline-offset:.5em;padding-block-end:.14em}
.y{--wash:32%}
mark a{color:inherit}
.at{scroll-margin-block-start:30vh}
.at:target+mark,.at:target+.at+mark{outline:2px solid var(--focus);outline-offset:3px}
sup{font:600 .6875rem/1 var(--sans);vertical-align:super;margin-inline-start:.15em;font-variant-numeric:tabular-nums;letter-spacing:0;color:var(--ink-3)}
sup a{color:color-mix(in oklab,var(--c) 62%,var(--ink));text-decoration:none;padding-inline:.1em}
sup a:hover{text-decoration:underline}
.text .side{display:grid;gap:.625rem;align-content:start;font:.8125rem/1.45 var(--sans);color:var(--ink-2);margin-block:-.5rem 1.5rem}
.side p{border-inline-start:2px solid var(--c);padding-inline-start:.75rem}
.side a{color:color-mix(in oklab,var(--c) 62%,var(--ink));font-weight:600;text-decoration:none;display:flex;inline-size:fit-content;gap:.375rem;align-items:center}
.side a:hover{text-decoration:underline}
h2.part{font:600 1.625rem/1.25 var(--serif);letter-spacing:-.01em;margin-block-end:.25rem}
.part+p{color:var(--ink-3);font-size:.875rem;max-inline-size:38rem}
.checks,.method{margin-block-start:3.5rem;padding-block-start:2rem;border-block-start:1px solid var(--line-2)}
.notes{margin-block-start:1.5rem}
.note{display:grid;gap:.75rem 2.5rem;padding-block:1.75rem;border-block-start:1px solid var(--line);scroll-margin-block-start:0}
.note:target{background:linear-gradient(var(--focus),var(--focus)) 0 0/100% 2px no-repeat}
.lead{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;align-content:start}
.num{font:600 1.25rem/1.4 var(--serif);color:var(--ink-3);font-variant-numeric:tabular-nums lining-nums;min-inline-size:1.5rem}
.badge{display:inline-flex;align-items:center;gap:.4375rem;font-size:.8125rem;font-weight:600;line-height:1.25rem;padding:.125rem .625rem .125rem .4375rem;border-radius:1rem;color:color-mix(in oklab,var(--c) 55%,var(--ink));background:color-mix(in oklab,var(--c) 12%,var(--surface));border:1px solid color-mix(in oklab,var(--c) 35%,var(--line))}
.tag{display:inline-block;font-size:.75rem;font-weight:500;line-height:1.25rem;padding-inline:.4375rem;border-radius:4px;background:var(--sunk);color:var(--ink-2)}
.body{max-inline-size:40rem;min-inline-size:0}
.note h3{font:600 1.1875rem/1.38 var(--serif);letter-spacing:-.005em;text-wrap:pretty}
.said{font:.9375rem/1.55 var(--serif);color:var(--ink-2);margin-block-start:.375rem}
.said q{quotes:"“" "”"}
.back{margin-inline:-.15em;font:.8125rem/1.5 var(--sans);color:var(--ink-3)}
.back a{padding-inline:.15em}
.ruling{font-weight:600;margin-block-start:1rem}
.why{margin-block-start:.375rem;display:grid;gap:.625rem;line-height:1.6}
.why>*{min-inline-size:0}
.why ul,.why ol{padding-inline-start:1.25rem}.why ul{list-style:disc}.why ol{list-style:decimal}
.why blockquote{border-inline-start:3px solid var(--line-2);padding-inline-start:.875rem;color:var(--ink-2)}
.why pre{white-space:pre-wrap}.why hr{inline-size:100%;border:0;border-block-start:1px solid var(--line)}
.why table{border-collapse:collapse;font-size:.875rem}.why th,.why td{border:1px solid var(--line);padding:.25rem .5rem;text-align:start}
.note h4{font-size:.8125rem;font-weight:600;color:var(--ink-3);margin-block:1.25rem .5rem}
.ev{display:grid;gap:.5rem}
.qs{display:grid;gap:1rem}.q{font-weight:600;margin-block-end:.5rem}.ans{margin-block:.125rem .25rem}
.ev>li{border:1px solid var(--line);background:var(--surface);border-radius:8px;padding:.75rem .875rem;display:grid;gap:.1875rem;min-inline-size:0}
.tags{display:flex;flex-wrap:wrap;gap:.375rem}
.stance{color:color-mix(in oklab,var(--c) 55%,var(--ink));background:color-mix(in oklab,var(--c) 14%,var(--surface))}
.src{font-weight:600}
.meta{font-size:.8125rem;color:var(--ink-3)}
.ev blockquote{font:.9375rem/1.55 var(--serif);color:var(--ink-2);margin-block-start:.25rem;padding-inline-start:.75rem;border-inline-start:2px solid var(--c);white-space:pre-line}
.works .src a{display:inline-block;padding-block:.125rem}
.works{margin-block-start:1.25rem;display:grid;gap:.75rem;max-inline-size:46rem}
.cor{display:grid;gap:.5rem}.cor+.warn{margin-block-start:1.5rem}
.cor>li{border-inline-start:3px solid var(--accent);padding:.125rem 0 .125rem .875rem;padding-inline:.875rem 0;display:grid;gap:.1875rem;min-inline-size:0}
.cor .why{margin:0;white-space:pre-line}.cor .aside{margin:0}.cor .tags{align-items:center;font-size:.8125rem}
.method>.cor{margin-block-start:1.25rem;max-inline-size:46rem;gap:1.25rem}
.own{font-size:.8125rem;margin-block-start:1rem}
.list{display:grid;gap:1.5rem;max-inline-size:46rem}.list h2{font:600 1.25rem/1.35 var(--serif);margin-block-end:.125rem}
.card{padding:1rem 1.25rem;display:grid;gap:.5rem;border:1px solid var(--line-2);border-inline-start:4px solid var(--c);background:var(--surface);min-block-size:calc(100vh - 3px);align-content:start}
.card h1{font-size:1.25rem;margin:0}.card a{color:inherit}.card .ruling,.card .kicker{margin:0}
.share,.versions{margin-block-start:2rem;font-size:.875rem}.share pre{margin-block-start:.5rem;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sunk);border-radius:6px;padding:.75rem}
.share code{background:none;padding:0}.versions ul{margin-block-start:.5rem;display:grid;gap:.25rem}
summary{cursor:pointer;inline-size:fit-content}
main.note{display:block;border:0;padding-block:1rem 0}main.note h3{font:600 .8125rem/1.5 var(--sans);color:var(--ink-3);margin-block:1.25rem .5rem}
.head .lead,.card .lead{flex-direction:row;align-items:center;margin-block-end:.75rem}
.report .row{display:grid;gap:.25rem;margin-block-start:1.25rem}.report label{font-weight:600;font-size:.9375rem}.report label span{font-weight:400;color:var(--ink-3)}
.report :is(select,textarea,input){font:inherit;color:inherit;background:var(--surface);border:1px solid var(--ink-3);border-radius:6px;padding:.5rem .625rem;inline-size:100%;max-inline-size:36rem}
.report button{font:600 1rem/1.5 var(--sans);color:var(--paper);background:var(--accent);border:0;border-radius:6px;padding:.5rem 1rem;justify-self:start;cursor:pointer}
.fault{color:var(--false);font-size:.875rem;margin-block-start:.25rem}
.aside{font-size:.875rem;color:var(--ink-2);margin-block-start:.625rem}
.desk{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-block-start:.875rem;padding:.625rem .875rem;background:var(--sunk);border-radius:6px;font-size:.8125rem}
.desk div{display:flex;gap:.375rem}.desk dt{color:var(--ink-2)}.desk dd{font-weight:500;white-space:pre-line}
.scale{margin-block:1.25rem 0;display:grid;gap:.875rem;max-inline-size:46rem}
.scale>div{display:grid;gap:.125rem 1.5rem}
.scale dt{font:600 1rem/1.6 var(--serif)}
.scale dd{font-size:.9375rem}
.scale .rule{font-size:.875rem;color:var(--ink-3)}
.method h3{font-size:.9375rem;font-weight:600;margin-block:1.75rem .375rem}
.method h3+p{max-inline-size:40rem;font-size:.9375rem;color:var(--ink-2)}
.foot{margin-block-start:3rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:.8125rem;color:var(--ink-3)}
@media screen and (min-width:62rem){
.page{padding-block-start:4rem}
.text{display:grid;grid-template-columns:minmax(0,38rem) minmax(0,1fr);column-gap:3.5rem}
.text>*{grid-column:1}
.text .side{grid-column:2;margin-block:.3125rem 1rem}
.r2{grid-row-end:span 2}.r3{grid-row-end:span 3}.r4{grid-row-end:span 4}.r5{grid-row-end:span 5}.r6{grid-row-end:span 6}.r7{grid-row-end:span 7}.r8{grid-row-end:span 8}
.note{grid-template-columns:12rem minmax(0,1fr)}
.note>.lead{flex-direction:column;align-items:flex-start}
.scale>div{grid-template-columns:12rem minmax(0,1fr)}.scale dt{grid-row:span 3}
}
@media (max-width:30rem){h1{font-size:1.6875rem}.text{font-size:1.125rem;line-height:1.66}.page{padding-block-start:1.5rem}}
@media screen and (max-height:17rem){
.card{padding-block:.75rem}.card .lead{margin:0}.card h1,.card .ruling{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}.card .ruling{-webkit-line-clamp:2}
.card .said{flex-wrap:nowrap;white-space:nowrap}.card .said>*{flex:none}.card .said>q{flex:0 1 auto;overflow:hidden;text-overflow:ellipsis}
}
@media (forced-colors:active){mark{background:Mark;color:MarkText;forced-color-adjust:auto}.bar{forced-color-adjust:none}}
@media print{
@page{margin:18mm 20mm 20mm}
:root{--paper:#fff;--wash:18%}
html{font-size:10.5pt}
body,mark,.badge,.tag,.stance,.bar,.desk{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-inline-size:none;padding:0}.jump,.skip,.back,.filter,.own,.bar-top,.report{display:none}
.head,.body{max-inline-size:none}
.text{font-size:1.1rem;line-height:1.55}
.side p,.ev>li,.scale>div,.lead,.who{break-inside:avoid}
h2,h3,h4,.who,.lead,.ruling{break-after:avoid}
.text .side{margin-inline-start:1.5rem}
.checks,.method{break-before:page;border:0;margin:0;padding:0}
.note{display:block}.note h3{margin-block-start:.375rem}
a{color:inherit}
.src a[href^=http]::after,.arc[href^=http]::after{content:" <" attr(href) ">";font-weight:400;font-size:.8125rem;color:var(--ink-3);overflow-wrap:anywhere}
p{orphans:3;widows:3}
}
`;
