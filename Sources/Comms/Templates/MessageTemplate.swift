package import Incidents

/// The templates that ship, so that they are at hand wherever the binary stands: one for each audience, for every
/// occasion. The same texts as in `docs/templates/comms`; a test holds the two together.
package enum MessageTemplate {
  /// The one that ships for an audience.
  package static func text(for audience: Audience) -> String {
    switch audience {
    case .team: team
    case .everyone: everyone
    case .customers: customers
    case .management: management
    case .vip: vip
    }
  }

  private static let team = #"""
    {{#is_drill}}DRILL. {{/is_drill}}{{#is_correction}}Correction. {{/is_correction}}{{severity}} #{{incident}} {{title}}: {{status}}
    {{sentence}}
    Impact: {{impact}}{{#users_affected}} ({{users_affected}}){{/users_affected}}, since {{started_at}} UTC
    {{#actions}}
    Under way: {{actions}}
    {{/actions}}
    {{#needs}}
    Needed: {{needs}}
    {{/needs}}
    {{#workaround}}
    Meanwhile: {{workaround}}
    {{/workaround}}
    {{#is_final}}
    Data lost: {{data_loss}}
    {{/is_final}}
    Commander: {{ic}}{{#link}}, {{link}}{{/link}}
    {{#eta}}
    Expected: {{eta}}
    {{/eta}}
    {{#next_update_at}}
    Next update by {{next_update_at}} UTC
    {{/next_update_at}}

    """#

  private static let everyone = #"""
    {{#is_correction}}Correction. {{/is_correction}}{{status}}: {{sentence}}

    What you may notice: {{impact}}{{#users_affected}} ({{users_affected}}){{/users_affected}}
    Since: {{started_at}} UTC
    {{#workaround}}
    What helps meanwhile: {{workaround}}
    {{/workaround}}
    {{#is_final}}
    Recovery: {{recovery}}
    Data lost: {{data_loss}}
    {{/is_final}}
    {{#next_update_at}}

    Next update by {{next_update_at}} UTC
    {{/next_update_at}}

    """#

  private static let customers = #"""
    Hello,

    {{#is_correction}}
    we have to correct what we wrote to you before.
    {{/is_correction}}
    {{sentence}}

    What you may notice: {{impact}}{{#users_affected}} ({{users_affected}}){{/users_affected}}
    Since: {{started_at}} UTC
    Where it stands: {{status}}
    {{#workaround}}
    What helps meanwhile: {{workaround}}
    {{/workaround}}
    {{#is_final}}
    Recovery: {{recovery}}
    Data lost: {{data_loss}}

    We will tell you what we change so that it does not come back.
    {{/is_final}}
    {{#next_update_at}}

    We write again by {{next_update_at}} UTC, also if nothing has changed.
    {{/next_update_at}}

    """#

  private static let management = #"""
    {{#is_drill}}DRILL. {{/is_drill}}{{#is_correction}}Correction. {{/is_correction}}{{severity}} {{title}}: {{status}}

    {{sentence}}
    For customers: {{impact}}{{#users_affected}} ({{users_affected}}){{/users_affected}}
    Since: {{started_at}} UTC
    {{#actions}}
    Under way: {{actions}}
    {{/actions}}
    {{#needs}}
    Needed from you: {{needs}}
    {{/needs}}
    {{#is_final}}
    Data lost: {{data_loss}}
    {{/is_final}}
    {{#eta}}
    Expected: {{eta}}
    {{/eta}}
    Commander: {{ic}}
    {{#next_update_at}}
    Next update by {{next_update_at}} UTC
    {{/next_update_at}}

    """#

  private static let vip = #"""
    {{#is_correction}}I have to correct what I told you before. {{/is_correction}}{{sentence}}
    What you may notice: {{impact}}{{#users_affected}} ({{users_affected}}){{/users_affected}}, since {{started_at}} UTC.
    {{#workaround}}
    What helps meanwhile: {{workaround}}
    {{/workaround}}
    {{#is_final}}
    Recovery: {{recovery}}
    Data lost: {{data_loss}}
    {{/is_final}}
    {{#next_update_at}}
    I call again by {{next_update_at}} UTC.
    {{/next_update_at}}

    """#
}
