const dark = `--ink: #e8eaed; --soft: #a4abb6; --paper: #0f1115; --panel: #171a20; --line: #2a2f38; --accent: #7aa2f7; --good: #4cc38a; --warn: #f5b952; --bad: #ff8f87;
--l0: #4f6fb3; --l1: #3f8f8a; --l2: #8a6bb8; --l3: #a97a45; --smoke: #2f7d62; --build: #3d5ea8; --fail: #a63b3b; --on: #fff;`;

/** The page's style: system fonts, light and dark, any screen width, printable. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #16191d; --soft: #5b6470; --paper: #fff; --panel: #f6f7f9; --line: #e2e5ea; --accent: #2f5fd0; --good: #14764a; --warn: #8a5a00; --bad: #c2262e;
--l0: #6f93e6; --l1: #58b3a8; --l2: #ab8ee0; --l3: #dfa861; --smoke: #1f7a55; --build: #3a62c4; --fail: #b92c2c; --on: #fff; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
:root[data-theme="dark"] { color-scheme: dark; ${dark} }
:root[data-theme="light"] { color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-padding-top: 6.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
header, nav, main { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2rem); }
header { padding-top: 2rem; }
h1 { font-size: clamp(1.3rem, 2.6vw, 1.85rem); line-height: 1.2; letter-spacing: -.015em; margin: .1rem 0 .5rem; max-width: 60rem; text-wrap: balance; }
h1::before { display: inline-block; margin-right: .6rem; }
h1.good::before { content: "✓"; color: var(--good); }
h1.warned::before { content: "!"; color: var(--warn); }
h1.bad::before { content: "✗"; color: var(--bad); }
h2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 3rem 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 3; }
.project { margin: 0; color: var(--soft); font-weight: 600; letter-spacing: .06em; text-transform: uppercase; font-size: .78rem; }
.soft, small { color: var(--soft); }
.soft { margin: 0 0 .75rem; overflow-wrap: anywhere; }
small { display: block; font-weight: 400; font-size: .82rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 1.5rem; }
.tiles > div { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .6rem 1rem; min-width: 8.5rem; flex: 1 1 8.5rem; max-width: 15rem; }
dt { color: var(--soft); font-size: .8rem; }
dd { margin: 0; font-size: 1.3rem; font-weight: 600; letter-spacing: -.01em; display: flex; align-items: center; gap: .75rem; }
nav { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--line); padding-top: .5rem; padding-bottom: .5rem; z-index: 2; }
nav ul { list-style: none; display: flex; gap: .25rem 1.1rem; margin: 0 0 .5rem; padding: 0; overflow-x: auto; white-space: nowrap; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }
#controls { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
#controls[hidden] { display: none; }
input, button { font: inherit; font-size: .87rem; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 999px; padding: .25rem .8rem; }
input { border-radius: 8px; flex: 1 1 12rem; max-width: 22rem; }
input::placeholder { color: var(--soft); }
button { cursor: pointer; }
button:hover { border-color: var(--soft); }
button[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--paper); }
#theme { margin-left: auto; }
#count { color: var(--soft); font-size: .85rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.1rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; font-size: .82rem; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
tbody th a { color: inherit; text-decoration: none; }
tbody th a:hover { text-decoration: underline; }
tbody tr:hover { background: var(--panel); }
.why { min-width: 15rem; max-width: 30rem; overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; }
td.meter { min-width: 9rem; white-space: nowrap; }
td code { white-space: nowrap; }
td.number.meter { min-width: 6.5rem; }
td.wide { min-width: 18rem; width: 50%; }
code, pre { font: .87em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
header code { overflow-wrap: anywhere; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; overflow-x: auto; }
.badge { font-weight: 600; font-size: .85rem; white-space: nowrap; }
.badge::before { content: ""; display: inline-block; width: .55em; height: .55em; border-radius: 50%; background: currentColor; margin-right: .45em; vertical-align: .08em; }
.badge.published, .badge.unchanged, .badge.superseded, .badge.built, .badge.healthy, .badge.complete, td.good, li.good::marker { color: var(--good); }
.badge.failed, .badge.blocked, .badge.skipped, .badge.cancelled, .badge.unknown, .badge.unhealthy, .badge.error, .problem, small.problem, td.bad, li.bad { color: var(--bad); }
.badge.held, .badge.warning, td.warned, li.warned, .badge.in-progress { color: var(--warn); }
.badge.planned, .badge.note, .badge.pending { color: var(--soft); }
.problem { font-weight: 500; }
svg text { font: 12px system-ui, "Segoe UI", Roboto, sans-serif; fill: var(--ink); }
.bar { display: block; width: 0; min-width: 100%; margin-top: .3rem; overflow: hidden; }
.bar rect { fill: var(--accent); }
.bar.good rect { fill: var(--good); }
.bar rect.rest { fill: var(--line); }
.spark polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.spark circle { fill: var(--accent); }
.stack { display: block; border-radius: 4px; overflow: hidden; margin-top: .2rem; }
.stack rect { stroke: var(--paper); stroke-width: 1; }
.layer0 { fill: var(--l0); } .layer1 { fill: var(--l1); } .layer2 { fill: var(--l2); } .layer3 { fill: var(--l3); }
.timeline { display: block; min-width: 44rem; }
.timeline .tick, .timeline .lane { fill: var(--soft); }
.timeline .lane { font-weight: 600; }
.grid { stroke: var(--line); }
.piece rect { fill: var(--build); }
.piece.smoke rect { fill: var(--smoke); }
.piece.bad rect { fill: var(--fail); }
.piece text { fill: var(--on); }
.graph { display: block; }
.graph path { fill: none; stroke: var(--soft); stroke-opacity: .55; stroke-width: 1.3; }
.graph path.need { stroke-dasharray: 4 4; }
.node rect { fill: var(--panel); stroke: var(--line); stroke-width: 1.3; }
.node.published rect, .node.built rect, .node.unchanged rect { stroke: var(--good); }
.node.failed rect, .node.blocked rect, .node.skipped rect, .node.cancelled rect, .node.unknown rect { stroke: var(--bad); stroke-width: 2; }
.node.held rect { stroke: var(--warn); }
.dim { opacity: .15; }
details { border-bottom: 1px solid var(--line); padding: .45rem 0; content-visibility: auto; contain-intrinsic-size: auto 2.4rem; }
summary { cursor: pointer; color: var(--soft); }
summary b { color: var(--ink); }
ul.checks, ul.steps { margin: .5rem 0; padding-left: 1.5rem; }
ul.checks { columns: 24rem; column-gap: 2rem; }
li { overflow-wrap: anywhere; break-inside: avoid; }
li.good::marker { content: "✓ "; }
li.bad::marker { content: "✗ "; }
li.warned::marker { content: "! "; }
li.skipped { color: var(--soft); }
li.skipped::marker { content: "- "; }
.steps { list-style: none; }
footer { height: 4rem; }
@media (max-width: 40rem) { body { font-size: 14px; } .tiles > div { min-width: 7rem; padding: .45rem .75rem; } dd { font-size: 1.1rem; } h2 { margin-top: 2.25rem; } }
@media print {
	:root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; }
	nav, .skip { display: none; }
	header, main { max-width: none; padding: 0; }
	.scroll { overflow: visible; }
	details { content-visibility: visible; }
	.timeline { min-width: 0; }
	table { font-size: .8rem; }
	tr, details, svg { break-inside: avoid; }
	.piece rect, .stack rect, .bar rect { print-color-adjust: exact; }
	.why { min-width: 0; }
}
`;
