/// The template of the HTML document that ships, so that it is at hand wherever the binary stands.
package enum HTMLPostMortemTemplate {
  /// The same text as `docs/templates/post-mortem.html.mustache`; a test holds the two together.
  package static let text =
    HTMLPage.beginning(title: "Post-mortem {{label}}: {{title}}", style: "{{{style}}}") + account + findings
    + HTMLPage.end

  /// What happened: everything up to the recovery.
  private static let account = #"""
    <h1>Post-mortem {{label}}: {{title}}</h1>
    {{#is_drill}}
    <p class="drill">DRILL: this was an exercise. It counts in no figure.</p>
    {{/is_drill}}
    <table>
    <tbody>
    <tr><th scope="row">Status of this document</th><td>{{stage}}</td></tr>
    <tr><th scope="row">Severity reached</th><td>{{severity}}</td></tr>
    <tr><th scope="row">Service</th><td>{{service}} (tier {{tier}})</td></tr>
    <tr><th scope="row">Incident</th><td>{{status}}, resolution: {{resolution}}</td></tr>
    <tr><th scope="row">Commander</th><td>{{commander}}</td></tr>
    <tr><th scope="row">Scribe</th><td>{{scribe}}</td></tr>
    <tr><th scope="row">Owner of this document</th><td>{{#owner}}{{owner}}{{/owner}}{{^owner}}<em>one person</em>{{/owner}}</td></tr>
    <tr><th scope="row">Review</th><td>{{#review_due}}due {{review_due}} UTC{{/review_due}}{{^review_due}}{{#owes_review}}owed once the incident is over{{/owes_review}}{{^owes_review}}not required{{/owes_review}}{{/review_due}}{{#waiver}}, waived: {{waiver}}{{/waiver}}</td></tr>
    <tr><th scope="row">Drafted</th><td>{{prepared_at}} UTC from revision {{revision}}</td></tr>
    </tbody>
    </table>
    {{#is_public}}
    <p class="public"><strong>Public form.</strong> People stand under pseudonyms, the same in every public text of this
    store. What was hidden by hand, addresses that lead inside, and what is still missing are left out. Names that the store
    does not know can still stand in a text that somebody wrote: read it before you publish it.</p>
    {{/is_public}}
    <p>All times are UTC. Figures are computed from the incident's log; nobody typed them. {{^is_public}}People stand in the
    story by the role they held. {{/is_public}}This text looks for what made each action reasonable at the time, and for what
    would make the next incident smaller.</p>
    {{#has_gaps}}
    <div class="missing">
    <h2>Still missing ({{gap_count}})</h2>
    <ul>
    {{#gaps}}
    <li>{{gap_section}}: {{gap}}{{#gap_command}}: <code>{{gap_command}}</code>{{/gap_command}}</li>
    {{/gaps}}
    </ul>
    </div>
    {{/has_gaps}}

    <h2>1. Summary</h2>
    <p>{{summary}}</p>

    <h2>2. Impact</h2>
    {{#impact}}
    <p>{{impact}}</p>
    {{/impact}}
    {{^impact}}
    <p class="open">Who could not do what, how many of how many, for how long: in numbers.</p>
    {{/impact}}
    <table>
    <tbody>
    <tr><th scope="row">Impact began</th><td>{{impact_started}}</td></tr>
    <tr><th scope="row">Impact ended for users</th><td>{{mitigated}}</td></tr>
    {{#severities}}
    <tr><th scope="row">Time as {{stretch_name}}</th><td>{{stretch_length}}</td></tr>
    {{/severities}}
    <tr><th scope="row">Recovery time objective</th><td>{{rto_verdict}}: took {{rto_measured}}, target {{rto_target}}</td></tr>
    </tbody>
    </table>
    {{#own_impact}}
    {{{own_impact}}}
    {{/own_impact}}

    <h2>3. Detection</h2>
    <p>{{detection}} Detected {{detected}}, declared {{declared}}.</p>
    {{#has_alerts}}
    <table>
    <thead><tr><th>alert</th><th>says</th><th>helped</th></tr></thead>
    <tbody>
    {{#alerts}}
    <tr><td>{{alert}}</td><td>{{alert_says}}</td><td>{{alert_use}}</td></tr>
    {{/alerts}}
    </tbody>
    </table>
    {{/has_alerts}}
    {{#has_missing_alerts}}
    <ul>
    {{#missing_alerts}}
    <li><strong>Detection gap:</strong> an alert was missing: {{missing_alert}}</li>
    {{/missing_alerts}}
    </ul>
    {{/has_missing_alerts}}
    {{#own_detection}}
    {{{own_detection}}}
    {{/own_detection}}
    {{^own_detection}}
    {{#asks_for_alerts}}
    <p class="open">Was the alert right? Should another have fired earlier?</p>
    {{/asks_for_alerts}}
    {{/own_detection}}

    <h2>4. Background</h2>
    {{#own_background}}
    {{{own_background}}}
    {{/own_background}}
    {{^own_background}}
    <p class="open">Only what a newcomer needs in order to follow. Spell out abbreviations.</p>
    {{/own_background}}

    <h2>5. Timeline</h2>
    {{#drawing}}
    <figure>
    {{{drawing}}}
    {{#has_notes}}
    <figcaption>{{drawing_notes}}</figcaption>
    {{/has_notes}}
    </figure>
    {{/drawing}}
    {{#has_lines}}
    <table class="rows">
    <thead><tr><th>time</th><th>kind</th><th>who</th><th>what</th></tr></thead>
    <tbody>
    {{#lines}}
    <tr><td class="at">{{at}}</td><td class="kind">{{kind}}</td><td class="who">{{who}}</td><td class="text">{{pin}}{{{text}}}</td></tr>
    {{/lines}}
    </tbody>
    </table>
    {{/has_lines}}
    {{^has_lines}}
    <p>Nothing is recorded.</p>
    {{/has_lines}}
    {{#has_hidden}}
    <p class="note">Left out of this story by hand: {{hidden_entries}} of the entries. The log keeps them.</p>
    {{/has_hidden}}
    {{#has_taken_back}}
    <p class="note">Left out because they were taken back: {{taken_back}} of the entries. The log keeps them.</p>
    {{/has_taken_back}}

    <h2>6. Response</h2>
    {{#has_roles}}
    <table class="rows">
    <thead><tr><th>role</th><th>held by</th><th>from</th><th>until</th></tr></thead>
    <tbody>
    {{#roles}}
    <tr><td class="text">{{role}}</td><td>{{holder}}</td><td class="at">{{role_from}}</td><td class="at">{{role_to}}</td></tr>
    {{/roles}}
    </tbody>
    </table>
    {{/has_roles}}
    {{^has_roles}}
    <p>Nobody held a role.</p>
    {{/has_roles}}
    {{#has_runs}}
    <h3>Procedures followed</h3>
    <ul>
    {{#runs}}
    <li><strong>{{procedure}}</strong> ({{run_title}}), started {{run_started}}, {{run_outcome}}: {{done}} of {{total}} steps done
    {{#skipped}}
    <br/>step {{step_number}} ({{step_title}}) skipped: {{step_reason}}
    {{/skipped}}
    </li>
    {{/runs}}
    </ul>
    {{/has_runs}}
    {{#has_decisions}}
    <h3>Decisions</h3>
    <ul>
    {{#decisions}}
    <li>{{at}}, {{who}}: {{{text}}}</li>
    {{/decisions}}
    </ul>
    {{/has_decisions}}

    <h2>7. Resolution and recovery</h2>
    <p>Impact ended {{mitigated}}, service fully back {{resolved}}.
    {{#verification}}Verified by: {{verification}}{{/verification}}{{^verification}}The recovery is not verified.{{/verification}}</p>
    {{#own_resolution}}
    {{{own_resolution}}}
    {{/own_resolution}}
    {{^own_resolution}}
    <p class="open">What was a stop-gap, and what lasts?</p>
    {{/own_resolution}}


    """#
}
