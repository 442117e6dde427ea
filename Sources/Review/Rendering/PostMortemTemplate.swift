/// The template that ships, so that it is at hand wherever the binary stands.
package enum PostMortemTemplate {
  /// The same text as `docs/templates/post-mortem.md.mustache`; a test holds the two together.
  package static let text = #"""
    # Post-mortem {{label}}: {{title}}

    {{#is_drill}}
    **DRILL: this was an exercise. It counts in no figure.**

    {{/is_drill}}
    | | |
    |---|---|
    | Status of this document | Draft |
    | Severity reached | {{severity}} |
    | Service | {{service}} (tier {{tier}}) |
    | Incident | {{status}}, resolution: {{resolution}} |
    | Commander | {{commander}} |
    | Scribe | {{scribe}} |
    | Owner of this document | _one person_ |
    | Review | {{#review_due}}due {{review_due}} UTC{{/review_due}}{{^review_due}}{{#owes_review}}owed once the incident is over{{/owes_review}}{{^owes_review}}not required{{/owes_review}}{{/review_due}}{{#waiver}}, waived: {{waiver}}{{/waiver}} |
    | Drafted | {{prepared_at}} UTC from revision {{revision}} |

    All times are UTC. Figures are computed from the incident's log; nobody typed them. People stand in the story by the
    role they held: this text looks for what made each action reasonable at the time, and for what would make the next
    incident smaller.

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

    ## 3. Detection

    {{detection}} Detected {{detected}}, declared {{declared}}.

    _Was the alert right? Should another have fired earlier?_

    ## 4. Background

    _Only what a newcomer needs in order to follow. Spell out abbreviations._

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

    _What was a stop-gap, and what lasts?_

    ## 8. Contributing factors

    _Conditions, not people and not one single cause. Each with its type (technical, process, organisation, environment,
    detection, latent) and its evidence._

    | factor | type | evidence |
    |---|---|---|
    | | | |

    ## 9. Trigger

    _The event that turned these conditions into impact._

    ## 10. How it became possible

    _Ask "how did this become possible?" of each answer again, about five times. Let the chain branch where it does._

    1.

    ## 11. What went well

    {{#has_kept}}
    Promises kept:

    {{#kept}}
    - {{promise_rule}} (due {{promise_due}}, {{promise_margin}})
    {{/kept}}
    {{/has_kept}}
    {{^has_kept}}
    No promise on a clock was kept.
    {{/has_kept}}

    ## 12. What went less well

    {{#has_broken}}
    Promises broken:

    {{#broken}}
    - {{promise_rule}} (due {{promise_due}}, {{promise_margin}}; {{promise_owner}})
    {{/broken}}
    {{/has_broken}}
    {{^has_broken}}
    No promise on a clock was broken.
    {{/has_broken}}

    ## 13. Where we were lucky

    _What would have made it worse, and did not happen._

    ## 14. What surprised us, and open questions

    _And who could answer them._

    ## 15. Action items

    _Each with one owner, a date, and how anybody can see that it is done. Without these three it is a wish._

    | id | what | type (prevent, mitigate, detect, process, repair) | priority | owner | due | done when | link |
    |---|---|---|---|---|---|---|---|
    | | | | | | | | |

    ## 16. Decisions not to act

    _What could be done and will not be, and why._

    ## 17. Prevention and follow-up

    _Each contributing factor has an action item, or is accepted in so many words._

    | factor | action item, or accepted because |
    |---|---|
    | | |

    ## 18. Communications

    {{#has_updates}}
    {{updates_kept}} of {{updates_due}} updates went out on time.

    {{/has_updates}}
    {{#has_messages}}
    {{#messages}}
    - {{at}}, {{who}}: {{text}}
    {{/messages}}
    {{/has_messages}}
    {{^has_messages}}
    No message to others is recorded.
    {{/has_messages}}

    _For customers: what happened, what it meant for them, what we are doing. Exact numbers._

    ## 19. Metrics

    | figure | value | meaning |
    |---|---|---|
    {{#figures}}
    | {{figure_name}} | {{figure_value}} | {{figure_meaning}} |
    {{/figures}}
    {{#statuses}}
    | Time {{stretch_name}} | {{stretch_length}} | |
    {{/statuses}}

    ## 20. Attendees and appendix

    {{#has_attendees}}
    | person | in this text |
    |---|---|
    {{#attendees}}
    | {{attendee}} | {{alias}} |
    {{/attendees}}
    {{/has_attendees}}
    {{^has_attendees}}
    Nobody is on record.
    {{/has_attendees}}

    _Queries and graphs that the figures in the text come from._
    {{#chain_head}}

    Head of the log: {{chain_head}}
    {{/chain_head}}

    ## 21. On blame

    Everybody acted on what they saw, knew and had at that moment. Where a sentence here could only be answered with a name,
    ask instead which cue, tool or limit would have led anybody to act otherwise.

    """#
}
