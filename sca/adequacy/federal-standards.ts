import type { AdequacyStandard } from "./adequacy-standard.ts";
import { standard } from "./standard-row.ts";

const FFE = {
  plans: ["exchange"],
  state: null,
  urgency: "routine",
  condition: null,
  source:
    "45 CFR 156.230(a)(2); CMS, 2025 Final Letter to Issuers in the Federally-facilitated Exchanges (appointment wait times, met at least 90% of the time)",
  effective: "2025-01-01",
  status: "confirmed",
  read: "CMS, Appointment Wait Time FAQs (qhpcertification.cms.gov), plan year 2025; plans of a state's own exchange are under that state's standards",
} as const;

const MEDICAID = {
  plans: ["medicaidManagedCare"],
  state: null,
  urgency: "routine",
  condition: null,
  source: "42 CFR 438.68(e)(1), 89 FR 41002 (May 10, 2024)",
  effective: "2027-07-09",
  status: "to be checked",
  read: "Myers and Stauffer, client alert on the final rule, and Policy Center for Maternal Mental Health, 2024: the longest that a state may allow; from the first rating period three years after July 9, 2024, so a plan's own day may be later",
} as const;

const ADVANTAGE = {
  plans: ["medicareAdvantage"],
  state: null,
  source: "42 CFR 422.112(a)(6)(i)",
  effective: "2024-01-01",
  status: "to be checked",
  read: "Blue Cross and Blue Shield of Texas, notice of December 7, 2023, and HealthSpring, wait time standards: both restate the rule for their networks",
} as const;

/** Standards of federal law, for plans that federal law reaches. */
export const FEDERAL_STANDARDS: readonly AdequacyStandard[] = [
  standard("us-exchange-behavioral", "10 business days", ["behavioralHealth"], FFE),
  standard("us-exchange-primary", "15 business days", ["primaryCare"], FFE),
  standard("us-exchange-specialist", "30 business days", ["specialist"], FFE),
  standard("us-medicaid-behavioral", "10 business days", ["behavioralHealth"], MEDICAID),
  standard("us-medicaid-primary", "15 business days", ["primaryCare"], MEDICAID),
  standard("us-advantage-routine", "30 business days", ["behavioralHealth", "primaryCare"], {
    ...ADVANTAGE,
    urgency: "routine",
    condition: null,
  }),
  standard("us-advantage-attention", "7 business days", ["behavioralHealth", "primaryCare"], {
    ...ADVANTAGE,
    urgency: "routine",
    condition: "the patient needs medical attention, though neither urgently nor in an emergency",
  }),
  standard("us-advantage-urgent", "24 hours", ["behavioralHealth", "primaryCare"], {
    ...ADVANTAGE,
    urgency: "urgent",
    condition: null,
  }),
];
