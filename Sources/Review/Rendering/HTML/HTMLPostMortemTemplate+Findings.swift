extension HTMLPostMortemTemplate {
  /// What follows from it: factors, actions, figures, people.
  static let findings = #"""
    <h2>8. Contributing factors</h2>
    {{#own_factors}}
    {{{own_factors}}}
    {{/own_factors}}
    {{^own_factors}}
    {{^has_factors}}
    <p class="open">Conditions, not people and not one single cause. Each with its type (technical, process, organisation,
    environment, detection, latent) and its evidence.</p>
    {{/has_factors}}
    {{/own_factors}}
    {{#has_factors}}
    <table class="rows">
    <thead><tr><th>factor</th><th>type</th><th>evidence</th></tr></thead>
    <tbody>
    {{#factors}}
    <tr><td class="text">{{factor}}</td><td>{{factor_type}}</td><td>{{{factor_evidence}}}</td></tr>
    {{/factors}}
    </tbody>
    </table>
    {{/has_factors}}

    <h2>9. Trigger</h2>
    {{#own_trigger}}
    {{{own_trigger}}}
    {{/own_trigger}}
    {{^own_trigger}}
    <p class="open">The event that turned these conditions into impact.</p>
    {{/own_trigger}}

    <h2>10. How it became possible</h2>
    {{#own_analysis}}
    {{{own_analysis}}}
    {{/own_analysis}}
    {{#has_factors}}
    <ul>
    {{#chain}}
    <li style="margin-left: {{link_depth}}em">{{link_text}}</li>
    {{/chain}}
    </ul>
    {{/has_factors}}
    {{^has_factors}}
    {{^own_analysis}}
    <p class="open">Ask "how did this become possible?" of each answer again, about five times. Let the chain branch where it
    does.</p>
    {{/own_analysis}}
    {{/has_factors}}

    <h2>11. What went well</h2>
    {{#has_kept}}
    <p>Promises kept:</p>
    <ul>
    {{#kept}}
    <li>{{promise_rule}} (due {{promise_due}}, {{promise_margin}})</li>
    {{/kept}}
    </ul>
    {{/has_kept}}
    {{^has_kept}}
    <p>No promise on a clock was kept.</p>
    {{/has_kept}}
    {{#own_went_well}}
    {{{own_went_well}}}
    {{/own_went_well}}

    <h2>12. What went less well</h2>
    {{#has_broken}}
    <p>Promises broken:</p>
    <ul>
    {{#broken}}
    <li>{{promise_rule}} (due {{promise_due}}, {{promise_margin}}; {{promise_owner}})</li>
    {{/broken}}
    </ul>
    {{/has_broken}}
    {{^has_broken}}
    <p>No promise on a clock was broken.</p>
    {{/has_broken}}
    {{#own_went_less_well}}
    {{{own_went_less_well}}}
    {{/own_went_less_well}}

    <h2>13. Where we were lucky</h2>
    {{#own_lucky}}
    {{{own_lucky}}}
    {{/own_lucky}}
    {{^own_lucky}}
    <p class="open">What would have made it worse, and did not happen.</p>
    {{/own_lucky}}

    <h2>14. What surprised us, and open questions</h2>
    {{#own_surprised}}
    {{{own_surprised}}}
    {{/own_surprised}}
    {{^own_surprised}}
    <p class="open">And who could answer them.</p>
    {{/own_surprised}}

    <h2>15. Action items</h2>
    {{^has_actions}}
    <p class="open">Each with one owner, a date, and how anybody can see that it is done. Without these three it is a wish.</p>
    {{/has_actions}}
    {{#has_actions}}
    <table class="rows">
    <thead><tr><th>id</th><th>what</th><th>type</th><th>state</th><th>owner</th><th>due</th><th>done when</th><th>link</th></tr></thead>
    <tbody>
    {{#action_items}}
    <tr><td>{{action_id}}</td><td class="text">{{action}}</td><td>{{action_type}}</td><td>{{action_state}}</td><td data-name="owner">{{action_owner}}</td><td class="at" data-name="due">{{action_due}}</td><td data-name="done when">{{action_done_when}}</td><td>{{{action_link}}}</td></tr>
    {{/action_items}}
    </tbody>
    </table>
    {{/has_actions}}

    <h2>16. Decisions not to act</h2>
    {{#own_decisions_not_to_act}}
    {{{own_decisions_not_to_act}}}
    {{/own_decisions_not_to_act}}
    {{^own_decisions_not_to_act}}
    <p class="open">What could be done and will not be, and why.</p>
    {{/own_decisions_not_to_act}}

    <h2>17. Prevention and follow-up</h2>
    {{#own_prevention}}
    {{{own_prevention}}}
    {{/own_prevention}}
    {{^own_prevention}}
    <p class="open">Each contributing factor has an action item, or is accepted in so many words.</p>
    {{/own_prevention}}
    {{#has_factors}}
    <table class="rows">
    <thead><tr><th>factor</th><th>action item, or accepted because</th></tr></thead>
    <tbody>
    {{#factors}}
    <tr><td class="text">{{factor}}</td><td>{{factor_answer}}</td></tr>
    {{/factors}}
    </tbody>
    </table>
    {{/has_factors}}

    <h2>18. Communications</h2>
    {{#has_updates}}
    <p>{{updates_kept}} of {{updates_due}} updates went out on time.</p>
    {{/has_updates}}
    {{#has_messages}}
    <ul>
    {{#messages}}
    <li>{{at}}, {{who}}: {{{text}}}</li>
    {{/messages}}
    </ul>
    {{/has_messages}}
    {{^has_messages}}
    <p>No message to others is recorded.</p>
    {{/has_messages}}
    {{#own_communications}}
    {{{own_communications}}}
    {{/own_communications}}
    {{^own_communications}}
    <p class="open">For customers: what happened, what it meant for them, what we are doing. Exact numbers.</p>
    {{/own_communications}}

    <h2>19. Metrics</h2>
    <table class="rows">
    <thead><tr><th>figure</th><th>value</th><th>meaning</th></tr></thead>
    <tbody>
    {{#figures}}
    <tr><td class="text">{{figure_name}}</td><td>{{figure_value}}</td><td>{{figure_meaning}}</td></tr>
    {{/figures}}
    {{#statuses}}
    <tr><td class="text">Time {{stretch_name}}</td><td>{{stretch_length}}</td><td></td></tr>
    {{/statuses}}
    {{#stated}}
    <tr><td class="text">{{stated_name}}, as stated</td><td>{{stated_text}}</td><td>in the document that this came from</td></tr>
    {{/stated}}
    </tbody>
    </table>

    <h2>20. Attendees and appendix</h2>
    {{#has_attendees}}
    <table class="rows">
    <thead><tr><th>person</th><th>{{#is_public}}was{{/is_public}}{{^is_public}}in this text{{/is_public}}</th></tr></thead>
    <tbody>
    {{#attendees}}
    <tr><td class="text">{{attendee}}</td><td>{{alias}}</td></tr>
    {{/attendees}}
    </tbody>
    </table>
    {{/has_attendees}}
    {{^has_attendees}}
    <p>Nobody is on record.</p>
    {{/has_attendees}}
    <p class="open">Queries and graphs that the figures in the text come from.</p>
    {{#chain_head}}
    <p>Head of the log: <code>{{chain_head}}</code></p>
    {{/chain_head}}

    <h2>21. On blame</h2>
    <p>Everybody acted on what they saw, knew and had at that moment. Where a sentence here could only be answered with a name,
    ask instead which cue, tool or limit would have led anybody to act otherwise.</p>
    {{#has_explanations}}
    <p>Left open, and why:</p>
    <ul>
    {{#explanations}}
    <li>{{gap_section}}: {{gap_reason}}</li>
    {{/explanations}}
    </ul>
    {{/has_explanations}}
    {{#has_accepted}}
    <p>Findings of the check that stand, each with a reason on record: {{accepted_count}}.</p>
    {{/has_accepted}}

    """#
}
