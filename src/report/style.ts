/** The page's style: system fonts, light and dark by the reader's setting, readable when printed. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --paper: #fff; --line: #e0e1e6; --shade: #f7f7f9; --good: #18794e; --bad: #c62a2f; --bar: #8da4ef; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --paper: #111113; --line: #363a3f; --shade: #18191b; --good: #3dd68c; --bad: #ff9592; --bar: #3e63dd; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: clamp(1.3rem, 3.5vw, 2rem); line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
h1.good::before { content: "✓ "; color: var(--good); }
h1.bad::before { content: "✗ "; color: var(--bad); }
h2 { font-size: 1.05rem; margin: 2.5rem 0 .75rem; }
.project { margin: 0; color: var(--soft); letter-spacing: .04em; text-transform: uppercase; font-size: .8rem; }
.source, small { color: var(--soft); }
.source code { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; font-size: .85rem; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
small { display: block; font-weight: 400; font-size: .82rem; }
.why small { min-width: 14rem; max-width: 26rem; }
th.number, td.number { text-align: right; white-space: nowrap; }
code, pre { font: .87em/1.5 ui-monospace, monospace; }
pre { background: var(--shade); padding: .75rem; overflow-x: auto; }
.bar { display: block; height: 3px; background: var(--bar); margin: .25rem 0 0 auto; }
h1, h2, .source { max-width: 46rem; }
.badge { font-weight: 600; }
.published.badge, .unchanged.badge, .built.badge, li.good::marker { color: var(--good); }
.failed.badge, .unknown.badge, .problem, li.bad { color: var(--bad); }
li.good::marker { content: "✓ "; }
li.bad::marker { content: "✗ "; }
li.warned::marker { content: "! "; }
li.skipped { color: var(--soft); }
li.skipped::marker { content: "- "; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; color: var(--soft); }
summary b { color: var(--ink); }
ul { margin: .5rem 0; padding-left: 1.5rem; }
li { overflow-wrap: anywhere; }
@media print { main { max-width: none; padding: 0; } .scroll { overflow: visible; } }
`;
