/**
 * The style sheet of the page. Charts take their colours from the same names, so that the page
 * turns dark, light or ready to print without being drawn again. The curves' colours are the
 * colour-blind safe ones of Okabe and Ito (2008), darker or lighter to suit the ground.
 */
export const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --panel: #f4f6f8; --ink: #1a2129; --faint: #55606d;
  --line: #d5dbe1; --accent: #0b5cad; --good: #0a6b45; --bad: #b3261e; --warn: #fff6df;
  --edge: rgb(0 0 0 / 28%);
  --series-1: #0072b2; --series-2: #d55e00; --series-3: #009e73; --series-4: #b5179e;
  --series-5: #8a6d00; --series-6: #3a86c8; --series-7: #6c757d; --series-8: #7b2cbf; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #12161b; --panel: #1b2128; --ink: #e6eaee;
  --faint: #a3adb8; --line: #38424d; --accent: #7db8f2; --good: #5fcf9b; --bad: #ff8f85; --warn: #33290f;
  --edge: rgb(255 255 255 / 32%);
  --series-1: #56b4e9; --series-2: #ff9e4a; --series-3: #2fcf9d; --series-4: #f08bd8;
  --series-5: #e5c84b; --series-6: #9db7ff; --series-7: #aab4bf; --series-8: #c39bf5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; background: var(--ground);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p { margin: .25rem 0; }
a { color: var(--accent); }
.facts, .note, footer { color: var(--faint); font-size: .9rem; }
.advice { background: var(--panel); border-left: 4px solid var(--good); padding: .8rem 1rem; margin: 1.2rem 0; }
.advice.none { border-left-color: var(--bad); }
.advice strong { font-size: 1.15rem; }
.warnings { background: var(--warn); padding: .6rem 1rem .6rem 2.2rem; margin: 0; }
nav ul { list-style: none; padding: 0; margin: .8rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
/* An edge is dark where the table goes on behind it: covers that move with the table hide the edges at its ends. */
.scroll { overflow-x: auto; position: relative; scrollbar-width: thin; scrollbar-color: var(--faint) transparent;
  background: linear-gradient(to right, var(--ground) 40%, transparent) left / 2rem 100% no-repeat local,
    linear-gradient(to left, var(--ground) 40%, transparent) right / 2rem 100% no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / .7rem 100% no-repeat scroll,
    linear-gradient(to left, var(--edge), transparent) right / .7rem 100% no-repeat scroll; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; font-size: .9rem; }
th:first-child, td:first-child { padding-left: 0; }
th.name, td.name { max-width: 26rem; overflow-wrap: break-word; }
td.number, th.number { text-align: right; white-space: nowrap; }
th.number { white-space: normal; max-width: 16rem; overflow-wrap: break-word; }
thead th { vertical-align: bottom; }
tbody th { font-weight: 400; font-size: inherit; }
.flag { white-space: nowrap; }
.also { color: var(--faint); font-size: .85em; }
.spread span { display: block; }
.spread { color: var(--faint); font-size: .85em; }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.take { box-shadow: inset 0 3px 0 var(--good); }
.lists { columns: 20rem 2; column-gap: 2.5rem; margin-top: 1rem; }
.lists > div { break-inside: avoid; padding-top: .2rem; }
.lists h3 { margin-top: 1rem; }
.lists table { width: 100%; }
.lists td.number { padding-right: 0; white-space: normal; }
.lists th { width: 55%; }
.chart { width: 100%; min-height: 4rem; }
.chart svg { max-width: 100%; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; }
#tip { position: absolute; z-index: 2; max-width: 22rem; padding: .4rem .6rem; background: var(--panel); color: var(--ink);
  border: 1px solid var(--line); border-radius: 4px; font-size: .85rem; pointer-events: none; }
pre { white-space: pre-wrap; font-size: .75rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .8rem 3rem; }
  th.first, td.first { position: sticky; left: 0; background: var(--ground); min-width: 6.5rem; max-width: 9rem; }
  .also { display: block; }
}
@page { margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, details, #tip { display: none; }
  section.strategy { break-before: page; }
  figure, tr, .advice { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; background: none; }
  th, td { padding-left: .35rem; padding-right: .35rem; }
  .also { display: block; }
  .chart svg { height: auto; }
}
`;
