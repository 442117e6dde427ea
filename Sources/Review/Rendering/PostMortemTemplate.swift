/// The template that ships, so that it is at hand wherever the binary stands.
package enum PostMortemTemplate {
  /// The same text as `docs/templates/post-mortem.md.mustache`; a test holds the two together.
  package static let text = account + findings

  /// What happened: everything up to the recovery.
  private static let account = #"""
    # Post-mortem {{label}}: {{title}}

    {{#is_drill}}
    **DRILL: this was an exercise. It counts in no figure.**

    {{/is_drill}}
    | | |
    |---|---|
    | Status of this document | {{stage}} |
    | Severity reached | {{severity}} |
    | Service | {{service}} (tier {{tier}}) |
    | Incident | {{status}}, resolution: {{resolution}} |
    | Commander | {{commander}} |
    | Scribe | {{scribe}} |
    | Owner of this document | {{#owner}}{{owner}}{{/owner}}{{^owner}}_one person_{{/owner}} |
    | Review | {{#review_due}}due {{review_due}} UTC{{/review_due}}{{^review_due}}{{#owes_review}}owed once the incident is over{{/owes_review}}{{^owes_review}}not required{{/owes_review}}{{/review_due}}{{#waiver}}, waived: {{waiver}}{{/waiver}} |
    | Drafted | {{prepared_at}} UTC from revision {{revision}} |

    {{#is_public}}
    **Public form.** People stand under pseudonyms, the same in every public text of this store. What was hidden by hand,
    addresses that lead inside, and what is still missing are left out. Names that the store does not know can still stand
    in a text that somebody wrote: read it before you publish it.

    {{/is_public}}
    All times are UTC. Figures are computed from the incident's log; nobody typed them. {{^is_public}}People stand in the
    story by the role they held. {{/is_public}}This text looks for what made each action reasonable at the time, and for what
    would make the next incident smaller.

    {{#has_gaps}}
    ## Still missing ({{gap_count}})

    {{#gaps}}
    - {{gap_section}}: {{gap}}{{#gap_command}}: `{{gap_command}}`{{/gap_command}}
    {{/gaps}}

    {{/has_gaps}}
    ## 1. Summary

    {{summary}}

    ## 2. Impact

    {{#impact}}{{impact}}{{/impact}}{{^impact}}_Who could not do what, how many of how many, for how long: in numbers._{{/impact}}

    | | |
    |---|---|
    | Impact began | {{impact_started}} |
    | Impact ended for users | {{mitigated}} |
    {{#severities}}
    | Time as {{stretch_name}} | {{stretch_length}} |
    {{/severities}}
    | Recovery time objective | {{rto_verdict}}: took {{rto_measured}}, target {{rto_target}} |
    {{#own_impact}}

    {{{own_impact}}}
    {{/own_impact}}

    ## 3. Detection

    {{detection}} Detected {{detected}}, declared {{declared}}.

    {{#has_alerts}}
    | alert | says | helped |
    |---|---|---|
    {{#alerts}}
    | {{alert}} | {{alert_says}} | {{alert_use}} |
    {{/alerts}}

    {{/has_alerts}}
    {{#missing_alerts}}
    - **Detection gap:** an alert was missing: {{missing_alert}}
    {{/missing_alerts}}
    {{#has_missing_alerts}}

    {{/has_missing_alerts}}
    {{#own_detection}}
    {{{own_detection}}}
    {{/own_detection}}
    {{^own_detection}}
    {{#asks_for_alerts}}
    _Was the alert right? Should another have fired earlier?_
    {{/asks_for_alerts}}
    {{/own_detection}}

    ## 4. Background

    {{#own_background}}
    {{{own_background}}}
    {{/own_background}}
    {{^own_background}}
    _Only what a newcomer needs in order to follow. Spell out abbreviations._
    {{/own_background}}

    ## 5. Timeline

    {{#has_lines}}
    | time | kind | who | what |
    |---|---|---|---|
    {{#lines}}
    | {{at}} | {{kind}} | {{who}} | {{pin}}{{text}} |
    {{/lines}}
    {{/has_lines}}
    {{^has_lines}}
    Nothing is recorded.
    {{/has_lines}}

    {{#has_hidden}}
    Left out of this story by hand: {{hidden_entries}} of the entries. The log keeps them.

    {{/has_hidden}}
    {{#has_taken_back}}
    Left out because they were taken back: {{taken_back}} of the entries. The log keeps them.

    {{/has_taken_back}}
    ## 6. Response

    {{#has_roles}}
    | role | held by | from | until |
    |---|---|---|---|
    {{#roles}}
    | {{role}} | {{holder}} | {{role_from}} | {{role_to}} |
    {{/roles}}
    {{/has_roles}}
    {{^has_roles}}
    Nobody held a role.
    {{/has_roles}}

    {{#has_runs}}
    Procedures followed:

    {{#runs}}
    - **{{procedure}}** ({{run_title}}), started {{run_started}}, {{run_outcome}}: {{done}} of {{total}} steps done
    {{#skipped}}
      - step {{step_number}} ({{step_title}}) skipped: {{step_reason}}
    {{/skipped}}
    {{/runs}}

    {{/has_runs}}
    {{#has_decisions}}
    Decisions:

    {{#decisions}}
    - {{at}}, {{who}}: {{text}}
    {{/decisions}}

    {{/has_decisions}}
    ## 7. Resolution and recovery

    Impact ended {{mitigated}}, service fully back {{resolved}}.
    {{#verification}}Verified by: {{verification}}{{/verification}}{{^verification}}The recovery is not verified.{{/verification}}

    {{#own_resolution}}
    {{{own_resolution}}}
    {{/own_resolution}}
    {{^own_resolution}}
    _What was a stop-gap, and what lasts?_
    {{/own_resolution}}


    """#
}
