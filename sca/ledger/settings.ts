import type { Look } from "./workbook-plan.ts";

/** One named cell of the Settings sheet. */
export interface Setting {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly look: Look;
  /** Null for a cell that starts blank. */
  readonly value: number | string | null;
}

export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** The day that all countdowns count from: typed here, or today's date while this cell is blank. */
export const AS_OF = "AsOf";
export const AS_OF_SET = "AsOfSet";
export const REAUTH_LEAD = "ReauthLeadDays";
export const DUE_NOTICE = "DueNoticeDays";
export const RENEWAL_OVERLAP = "RenewalOverlapDays";
export const LAPSE_ALERT = "LapseAlertDays";
export const ESCALATE_AFTER = "EscalateAfterDays";
export const LOCALITY = "Locality";
export const SITE_OF_SERVICE = "SiteOfService";
export const QUALIFYING = "QualifyingParticipant";
export const WORK_FLOOR = "WorkFloor";
/** What one session, unit or day costs us: the floor of a negotiation. */
export const COST_PER_UNIT = "CostPerUnit";
/** Of the agreed rate, in percent: what would be paid out of network without an agreement. */
export const REVENUE_BASELINE = "RevenueBaseline";
/** What a day at the level of care that patients would need otherwise costs the payer. */
export const HIGHER_DAY_RATE = "HigherLevelDayRate";
/** The practice's usual range over Medicare, in percent. */
export const BAND_LOW = "BandLow";
export const BAND_HIGH = "BandHigh";
/** What it takes us to work case by case, and to hold a contract. */
export const HOURS_PER_REQUEST = "HoursPerRequest";
export const HOUR_COST = "StaffHourCost";
export const CONTRACT_HOURS = "ContractHoursPerYear";
/** The state whose law the practice's insured patients' plans are under, and the kind of care it gives. */
export const PLAN_STATE = "PlanState";
export const CARE_KIND = "CareKind";
/** Whether lines with a benchmark of the user's own count in a payer's multiple: Yes or No. */
export const COUNT_OWN = "CountOwnBenchmarks";

export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: "Countdown",
    settings: [
      {
        name: AS_OF_SET,
        label: "Count as of this day",
        hint: "Leave blank to count from today. Type a day to see the ledger as it stands on that day.",
        look: "inputDate",
        value: null,
      },
      {
        name: REAUTH_LEAD,
        label: "Ask for the next authorization this many business days ahead",
        hint: "The request-by day is so many business days before the end. A payer's own lead on Payers comes first. The guides say 3 to 5 days; ABA programs often take 20 or more.",
        look: "input",
        value: 5,
      },
      {
        name: DUE_NOTICE,
        label: "Show as due this many business days before the request-by day",
        hint: "An authorization turns from In force to Due so many business days before its request-by day.",
        look: "input",
        value: 5,
      },
      {
        name: RENEWAL_OVERLAP,
        label: "A next authorization may start this many days before the end",
        hint: "An authorization counts as renewed when another of the same case starts no earlier than this and ends later.",
        look: "input",
        value: 14,
      },
      {
        name: LAPSE_ALERT,
        label: "Colour a lapse for this many days",
        hint: "An authorization that ended longer ago stays Lapsed in words, without the colour.",
        look: "input",
        value: 90,
      },
      {
        name: ESCALATE_AFTER,
        label: "Escalate a pending request after this many business days",
        hint: "A payer's own figure on Payers comes first.",
        look: "input",
        value: 15,
      },
    ],
  },
  {
    title: "Pricing",
    settings: [
      {
        name: LOCALITY,
        label: "Medicare locality",
        hint: "Contractor and locality such as 10112-00, a ZIP code (60601, or 60601-1234 where a ZIP code is split), or county and state (Cook County, IL). Blank: national amounts, and every amount says so.",
        look: "input",
        value: null,
      },
      {
        name: SITE_OF_SERVICE,
        label: "Setting",
        hint: "Office or facility, or a place of service code such as 11 or 53: Medicare pays the two differently. Blank: office (non-facility). A line's own place of service comes first.",
        look: "input",
        value: null,
      },
      {
        name: QUALIFYING,
        label: "Qualifying participant of an advanced payment model",
        hint: "Yes or No. From 2026 Medicare has two conversion factors; No is right for almost every practice with single case agreements.",
        look: "input",
        value: "No",
      },
      {
        name: WORK_FLOOR,
        label: "Work floor",
        hint: "As by law, With or Without: whether the work index of a locality is lifted to 1 where it is lower.",
        look: "input",
        value: "As by law",
      },
      {
        name: COUNT_OWN,
        label: "Count own benchmarks in a payer's multiple",
        hint: "Yes or No. No: lines with a benchmark that you typed yourself stay out of the payer's multiple of Medicare.",
        look: "input",
        value: "No",
      },
      {
        name: BAND_LOW,
        label: "Usual agreement, low end (percent of Medicare)",
        hint: "The guides name 100 to 130 and 120 to 150 percent of Medicare. A payer's own band on Payers comes first.",
        look: "input",
        value: 100,
      },
      {
        name: BAND_HIGH,
        label: "Usual agreement, high end (percent of Medicare)",
        hint: "See the low end.",
        look: "input",
        value: 150,
      },
      {
        name: REVENUE_BASELINE,
        label: "Without an agreement we would be paid (percent of agreed)",
        hint: "0: the patient would be lost. Otherwise the out-of-network payment you would expect, as a percent of the agreed rate.",
        look: "input",
        value: 0,
      },
      {
        name: COST_PER_UNIT,
        label: "Our cost of one unit (dollars)",
        hint: "Clinical staff, overhead and facility for one session, unit or day: the floor of a negotiation.",
        look: "input",
        value: null,
      },
      {
        name: HIGHER_DAY_RATE,
        label: "A day at the higher level of care (dollars)",
        hint: "What the payer would pay for a day at the level of care that your patients would need otherwise, such as 1,200 for residential. Blank: no avoided cost is told.",
        look: "input",
        value: null,
      },
    ],
  },
  {
    title: "Contracting",
    settings: [
      {
        name: HOURS_PER_REQUEST,
        label: "Staff hours for one request",
        hint: "From the search for an in-network office to the written agreement and its renewals. 6 is our assumption, of no source: time a few of yours.",
        look: "input",
        value: 6,
      },
      {
        name: HOUR_COST,
        label: "Cost of a staff hour (dollars)",
        hint: "Wage with taxes and benefits of who works on requests. 35 is our assumption.",
        look: "input",
        value: 35,
      },
      {
        name: CONTRACT_HOURS,
        label: "Staff hours a year for a contract",
        hint: "Credentialing, roster and renewals once you are in network. 40 is our assumption.",
        look: "input",
        value: 40,
      },
    ],
  },
  {
    title: "Access",
    settings: [
      {
        name: PLAN_STATE,
        label: "State of the practice's plans",
        hint: "Two letters or the name, such as MD: attempts at in-network offices are set against that state's standards, for plans that a state regulates. Blank: none is told.",
        look: "input",
        value: null,
      },
      {
        name: CARE_KIND,
        label: "Kind of care",
        hint: "Behavioral health, Specialist or Primary care: standards of network adequacy differ by it. Blank: none is told.",
        look: "input",
        value: null,
      },
    ],
  },
];

/** All settings, in the order of the sheet. */
export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap((group) => group.settings);
