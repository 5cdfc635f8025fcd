import type { Outcome } from "../../sca/tracker/tracked-case.ts";
import type { WorkedRequest } from "./worked-requests.ts";

const HEADINGS = [
  "Case #",
  "Patient",
  "DOB",
  "Member ID",
  "Payer",
  "Level of care",
  "Reason OON",
  "Code",
  "Request sent",
  "Outcome",
  "Decision date",
  "Denial reason",
  "Agreed rate",
  "Auth #",
  "Auth start",
  "Auth end",
  "Units authorized",
  "Units used",
  "In writing",
];

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  approved: "Approved",
  partiallyApproved: "Partially approved",
  denied: "Denied",
  pending: "Pending",
  withdrawn: "Withdrawn",
  approvedOnAppeal: "Approved on appeal",
};

/** The practice's own list, as text: one row an authorization; a request without one has a row of its own. */
export function workedTracker(requests: readonly WorkedRequest[]): string {
  const rows = requests.flatMap((request, number) => {
    const periods = request.periods.length === 0 ? [undefined] : request.periods;
    const written = request.rateText === "" ? "" : number % 9 === 4 ? "No" : "Yes";
    return periods.map((period) => [
      `SCA-${String(number + 1).padStart(3, "0")}`,
      request.patient,
      request.dob,
      request.memberId,
      request.payer.name,
      request.service.level,
      request.trigger,
      request.service.code,
      request.submitted,
      OUTCOMES[request.outcome],
      request.decided ?? "",
      request.denialReason,
      request.rateText,
      period?.number ?? "",
      period?.first ?? "",
      period?.last ?? "",
      period?.units ?? "",
      period?.used ?? "",
      written,
    ]);
  });
  return [HEADINGS, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
