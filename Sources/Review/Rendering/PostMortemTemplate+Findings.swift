extension PostMortemTemplate {
  /// What follows from it: factors, actions, figures, people.
  static let findings = #"""
    ## 8. Contributing factors

    {{#own_factors}}
    {{{own_factors}}}

    {{/own_factors}}
    {{^own_factors}}
    {{^has_factors}}
    _Conditions, not people and not one single cause. Each with its type (technical, process, organisation, environment,
    detection, latent) and its evidence._

    {{/has_factors}}
    {{/own_factors}}
    | factor | type | evidence |
    |---|---|---|
    {{#factors}}
    | {{factor}} | {{factor_type}} | {{factor_evidence}} |
    {{/factors}}
    {{^has_factors}}
    | | | |
    {{/has_factors}}

    ## 9. Trigger

    {{#own_trigger}}
    {{{own_trigger}}}
    {{/own_trigger}}
    {{^own_trigger}}
    _The event that turned these conditions into impact._
    {{/own_trigger}}

    ## 10. How it became possible

    {{#own_analysis}}
    {{{own_analysis}}}

    {{/own_analysis}}
    {{#has_factors}}
    {{#chain}}
    {{link}}
    {{/chain}}
    {{/has_factors}}
    {{^has_factors}}
    {{^own_analysis}}
    _Ask "how did this become possible?" of each answer again, about five times. Let the chain branch where it does._

    1.
    {{/own_analysis}}
    {{/has_factors}}

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
    {{#own_went_well}}

    {{{own_went_well}}}
    {{/own_went_well}}

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
    {{#own_went_less_well}}

    {{{own_went_less_well}}}
    {{/own_went_less_well}}

    ## 13. Where we were lucky

    {{#own_lucky}}
    {{{own_lucky}}}
    {{/own_lucky}}
    {{^own_lucky}}
    _What would have made it worse, and did not happen._
    {{/own_lucky}}

    ## 14. What surprised us, and open questions

    {{#own_surprised}}
    {{{own_surprised}}}
    {{/own_surprised}}
    {{^own_surprised}}
    _And who could answer them._
    {{/own_surprised}}

    ## 15. Action items

    {{^has_actions}}
    _Each with one owner, a date, and how anybody can see that it is done. Without these three it is a wish._

    | id | what | type (prevent, mitigate, detect, process, repair) | priority | owner | due | done when | link |
    |---|---|---|---|---|---|---|---|
    | | | | | | | | |
    {{/has_actions}}
    {{#has_actions}}
    | id | what | type | state | owner | due | done when | link |
    |---|---|---|---|---|---|---|---|
    {{#action_items}}
    | {{action_id}} | {{action}} | {{action_type}} | {{action_state}} | {{action_owner}} | {{action_due}} | {{action_done_when}} | {{action_link}} |
    {{/action_items}}
    {{/has_actions}}

    ## 16. Decisions not to act

    {{#own_decisions_not_to_act}}
    {{{own_decisions_not_to_act}}}
    {{/own_decisions_not_to_act}}
    {{^own_decisions_not_to_act}}
    _What could be done and will not be, and why._
    {{/own_decisions_not_to_act}}

    ## 17. Prevention and follow-up

    {{#own_prevention}}
    {{{own_prevention}}}

    {{/own_prevention}}
    {{^own_prevention}}
    _Each contributing factor has an action item, or is accepted in so many words._

    {{/own_prevention}}
    | factor | action item, or accepted because |
    |---|---|
    {{#factors}}
    | {{factor}} | {{factor_answer}} |
    {{/factors}}
    {{^has_factors}}
    | | |
    {{/has_factors}}

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

    {{#own_communications}}
    {{{own_communications}}}
    {{/own_communications}}
    {{^own_communications}}
    _For customers: what happened, what it meant for them, what we are doing. Exact numbers._
    {{/own_communications}}

    ## 19. Metrics

    | figure | value | meaning |
    |---|---|---|
    {{#figures}}
    | {{figure_name}} | {{figure_value}} | {{figure_meaning}} |
    {{/figures}}
    {{#statuses}}
    | Time {{stretch_name}} | {{stretch_length}} | |
    {{/statuses}}
    {{#stated}}
    | {{stated_name}}, as stated | {{stated_text}} | in the document that this came from |
    {{/stated}}

    ## 20. Attendees and appendix

    {{#has_attendees}}
    | person | {{#is_public}}was{{/is_public}}{{^is_public}}in this text{{/is_public}} |
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
    {{#has_explanations}}

    Left open, and why:

    {{#explanations}}
    - {{gap_section}}: {{gap_reason}}
    {{/explanations}}
    {{/has_explanations}}
    {{#has_accepted}}

    Findings of the check that stand, each with a reason on record: {{accepted_count}}.
    {{/has_accepted}}

    """#
}
