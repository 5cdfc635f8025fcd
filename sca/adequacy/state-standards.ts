import type { AdequacyStandard, CareKind } from "./adequacy-standard.ts";
import { type SharedFacts, standard } from "./standard-row.ts";

const ALL: readonly CareKind[] = ["behavioralHealth", "specialist", "primaryCare"];
const INSURED = ["stateRegulated", "exchange"] as const;
const HMO = "the plan is an HMO";

const CALIFORNIA = {
  plans: ["stateRegulated", "exchange", "medicaidManagedCare"],
  state: "CA",
  condition: null,
  source: "Cal. Health & Safety Code 1367.03; 28 CCR 1300.67.2.2",
  effective: null,
  status: "to be checked",
  read: "California Office of the Patient Advocate, Access to Care, and notices of health plans; the text of the rule is not read",
} as const;

const COLORADO = {
  plans: ["medicaidManagedCare"],
  state: "CO",
  condition: null,
  source: "Health First Colorado (Medicaid), access to care standards of the Regional Accountable Entities",
  effective: null,
  status: "to be checked",
  read: "Health Colorado RAE and Colorado Access, access to care standards; the contract with the state is not read",
} as const;

const FLORIDA = {
  plans: INSURED,
  state: "FL",
  condition: HMO,
  source: "Fla. Admin. Code 59A-12.006(3)(b)",
  effective: null,
  status: "confirmed",
  read: "Text of August 1, 2023 (managedcarelegaldatabase.org)",
} as const;

const MARYLAND = {
  plans: INSURED,
  state: "MD",
  condition: null,
  source: "COMAR 31.10.44, waiting time standards (for at least 95% of enrollees)",
  effective: null,
  status: "to be checked",
  read: "Text of 31.10.44.05 before the chapter was renumbered (dsd.state.md.us): the present text is not read",
} as const;

const MONTANA = {
  plans: INSURED,
  state: "MT",
  condition: null,
  source: "Mont. Admin. R. 37.108.227",
  effective: null,
  status: "confirmed",
  read: "Text of August 10, 2023 (managedcarelegaldatabase.org)",
} as const;

const NEW_JERSEY = {
  plans: INSURED,
  state: "NJ",
  urgency: null,
  source: "N.J.A.C. 11:24-6.2(a) (for 90% of members)",
  effective: null,
  status: "confirmed",
  read: "Text of December 18, 2024 (casetext.com); or one hour's drive, whichever is less",
} as const;

const NEW_YORK = {
  state: "NY",
  urgency: "routine",
  condition: null,
  effective: "2025-07-01",
} as const;

const TEXAS = {
  plans: INSURED,
  state: "TX",
  condition: HMO,
  source: "28 Tex. Admin. Code 11.1607(g)",
  effective: null,
  status: "confirmed",
  read: "Text of August 24, 2023 (managedcarelegaldatabase.org). Preferred provider plans are under Ins. Code 1301.00555, which is not in this list",
} as const;

const routine = <Facts extends Omit<SharedFacts, "urgency">>(facts: Facts) =>
  ({ ...facts, urgency: "routine" }) as const;
const urgent = <Facts extends Omit<SharedFacts, "urgency">>(facts: Facts) => ({ ...facts, urgency: "urgent" }) as const;

/** Standards of states, for the plans that these regulate: a first set, by state. A state that is not here may have its own. */
export const STATE_STANDARDS: readonly AdequacyStandard[] = [
  standard("ca-behavioral", "10 business days", ["behavioralHealth"], routine(CALIFORNIA)),
  standard("ca-primary", "10 business days", ["primaryCare"], routine(CALIFORNIA)),
  standard("ca-specialist", "15 business days", ["specialist"], routine(CALIFORNIA)),
  standard("ca-urgent", "96 hours", ALL, urgent(CALIFORNIA)),
  standard("ca-urgent-no-authorization", "48 hours", ALL, {
    ...urgent(CALIFORNIA),
    condition: "the visit needs no prior authorization",
  }),
  standard("co-medicaid-behavioral", "7 calendar days", ["behavioralHealth"], routine(COLORADO)),
  standard("co-medicaid-behavioral-urgent", "24 hours", ["behavioralHealth"], urgent(COLORADO)),
  standard("fl-hmo", "14 calendar days", ALL, {
    ...routine(FLORIDA),
    condition: `${HMO} and the patient has symptoms`,
  }),
  standard("fl-hmo-urgent", "24 hours", ALL, urgent(FLORIDA)),
  standard("md-behavioral", "10 calendar days", ["behavioralHealth"], routine(MARYLAND)),
  standard("md-primary", "15 calendar days", ["primaryCare"], routine(MARYLAND)),
  standard("md-specialist", "30 calendar days", ["specialist"], routine(MARYLAND)),
  standard("md-urgent", "72 hours", ALL, urgent(MARYLAND)),
  standard("mt-routine", "45 calendar days", ALL, routine(MONTANA)),
  standard("mt-symptoms", "10 calendar days", ALL, { ...routine(MONTANA), condition: "the patient has symptoms" }),
  standard("mt-urgent", "24 hours", ALL, urgent(MONTANA)),
  standard("nj-hmo-specialist", "45 miles", ["specialist"], { ...NEW_JERSEY, condition: HMO }),
  standard("nj-hmo-psychiatrist", "45 miles", ["behavioralHealth"], {
    ...NEW_JERSEY,
    condition: `${HMO} and a psychiatrist is needed`,
  }),
  standard("ny-behavioral-medicaid", "10 business days", ["behavioralHealth"], {
    ...NEW_YORK,
    plans: ["medicaidManagedCare"],
    source: "10 NYCRR 98-5.5(a) (7 calendar days after a discharge)",
    status: "confirmed",
    read: "The rule's text (regs.health.ny.gov); its first day from the state's notices. It holds for HMOs too",
  }),
  standard("ny-behavioral", "10 business days", ["behavioralHealth"], {
    ...NEW_YORK,
    plans: INSURED,
    source: "11 NYCRR 38 (Insurance Regulation 230; 7 calendar days after a discharge)",
    status: "to be checked",
    read: "The Governor's notice of February 2025 and law firms' summaries: the same waits as in 10 NYCRR 98-5.5; the text of part 38 is not read",
  }),
  standard("tx-hmo-behavioral", "14 calendar days", ["behavioralHealth"], routine(TEXAS)),
  standard("tx-hmo-medical", "21 calendar days", ["specialist", "primaryCare"], routine(TEXAS)),
  standard("tx-hmo-urgent", "24 hours", ALL, urgent(TEXAS)),
];
