/// How our HTML documents look: by themselves, light or dark as the reader's screen is, and on paper.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --soft: #5a6675; --line: #d5dae1;
      --shade: #f3f5f8; --link: #0b57a4; --bad: #b3261e; --good: #1b6e3c; --alerts: #b45309; --people: #1d4ed8;
      --runbook: #6d28d9; --comms: #0f766e; --impact: #f8d7d3; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181e; --soft: #9aa6b5; --line: #353d48;
      --shade: #1d232b; --link: #7db7f5; --bad: #ff8a80; --good: #6fd39a; --alerts: #f0a858; --people: #86abff;
      --runbook: #c0a2ff; --comms: #5fd0c3; --impact: #4a2524; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    p, ul, ol, table, pre, blockquote, figure { margin: 0 0 .8rem; }
    li { margin-bottom: .2rem; }
    a { color: var(--link); }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
    thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
    tbody th { font-weight: 600; width: 14rem; }
    .kind, .who { overflow-wrap: normal; }
    .who { min-width: 7rem; }
    .at { white-space: nowrap; font-variant-numeric: tabular-nums; }
    pre, code { font: .88em/1.45 ui-monospace, Menlo, Consolas, monospace; background: var(--shade); }
    pre { padding: .6rem; white-space: pre-wrap; }
    code { padding: 0 .2em; }
    blockquote { padding-left: .8rem; border-left: 3px solid var(--line); color: var(--soft); }
    .open, .note, figcaption { color: var(--soft); }
    .open { font-style: italic; }
    .drill, .missing, .public { border: 2px solid var(--alerts); padding: .5rem .8rem; margin: 0 0 1rem; }
    .drill { font-weight: 700; }
    .missing h2 { border: 0; margin: 0 0 .4rem; padding: 0; }
    figure { overflow-x: auto; }
    figcaption { font-size: .85rem; }
    svg { display: block; width: 100%; min-width: 38rem; height: auto; }
    svg text { font: 14px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
    svg text.small { font-size: 12px; fill: var(--soft); }
    svg text.timename { font-weight: 600; }
    svg .tick, svg .lane { stroke: var(--line); stroke-width: 1; fill: none; }
    svg .axis { stroke: var(--soft); fill: none; }
    svg .time { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 3; fill: none; }
    svg .impact { fill: var(--impact); }
    svg .several { fill: var(--soft); }
    svg .alerts path { fill: var(--alerts); }
    svg .people path { fill: var(--people); }
    svg .runbook path { fill: var(--runbook); }
    svg .comms path { fill: var(--comms); }
    svg g path.lane { fill: none; }
    svg path.kept { fill: none; stroke: var(--good); stroke-width: 2; }
    svg path.broken { fill: none; stroke: var(--bad); stroke-width: 3.5; }
    svg .bar { fill: var(--people); }
    svg .sev1 { fill: var(--bad); } svg .sev2 { fill: var(--alerts); } svg .sev3 { fill: var(--people); }
    svg .sev4 { fill: var(--soft); } svg .keptbar { fill: var(--good); } svg .brokenbar { fill: var(--bad); }
    svg .middle { stroke: var(--ink); stroke-width: 2; fill: none; }
    svg .unrated { fill: var(--shade); stroke: var(--soft); }
    svg.inline { width: 12rem; min-width: 6rem; }
    .scroll { overflow-x: auto; margin: 0 0 .8rem; } .scroll table { width: auto; min-width: min(26rem, 100%); }
    .picture { width: 12.6rem; }
    th.number { padding-right: 1.2rem; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 1.2rem; }
    @media screen and (max-width: 44rem) {
      body { padding: 1rem; } h1 { font-size: 1.4rem; }
      tbody th { width: 40%; }
      table.rows thead { display: none; }
      table.rows tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
      table.rows td { display: inline; border: 0; padding: 0 .5rem 0 0; text-align: left; }
      table.rows td.text { display: block; }
      table.rows td:not(.text) { color: var(--soft); }
      table.rows td:empty { display: none; }
      table.rows td[data-name]::before { content: attr(data-name) " "; font-style: italic; }
    }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --soft: #444c56; --line: #b9c0c9; --shade: #f3f5f8;
        --link: #000000; --bad: #b3261e; --good: #1b6e3c; --alerts: #b45309; --people: #1d4ed8; --runbook: #6d28d9;
        --comms: #0f766e; --impact: #f8d7d3; }
      body { padding: 0; max-width: none; font-size: 10pt; }
      h1 { font-size: 17pt; } h2 { font-size: 12pt; margin-top: 1.2rem; } h2, h3 { break-after: avoid; }
      table { font-size: 8.5pt; } thead { display: table-header-group; }
      tr, li, pre, figure, .missing { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      figure, .scroll { overflow: visible; } svg { min-width: 0; print-color-adjust: exact; }
    }
    """
}
