import { describe, expect, it } from "vitest";
import { readOutcome, readOutcomeCode } from "./outcomes.ts";

function sure(text: string): string | null {
  const reading = readOutcome(text);
  return reading === null
    ? null
    : reading.candidates === undefined
      ? reading.outcome
      : `ask ${reading.candidates.join("|")}`;
}

describe("the outcome of a request", () => {
  it.each([
    "approved",
    "apprvd",
    "Appr",
    "ok'd",
    "OK",
    "okayed 3/4",
    "granted",
    "CERT",
    "certified",
    "AUTHD",
    "executed",
    "yes",
    "Y",
    "✔",
    "✓ 3/4",
    "came thru 10/21!!",
    "in place",
    "Active",
    "verbal ok - need letter",
    "verbal",
    "V/O",
    "Full",
    "LOA rec'd",
    "signed LOA rec'd",
    "EXECUTED, both signatures in folder",
    "aproved",
    "apporved",
    "approved 12 of 12 days",
    "ok 3/2, INN clinic has no openings til summer",
    "won",
    "Agreed",
    "approved, rate TBD",
    "approved; letter pending",
    "Phone approval",
    "asked 1/3, ok 1/9",
    "approved (exp 6/30)",
    "ja",
  ])("%s is approved", (text) => {
    expect(sure(text)).toBe("approved");
  });

  it.each([
    "partially approved",
    "approved in part",
    "MOD",
    "modified",
    "reduced",
    "Approved, reduced days",
    "½",
    "ok'd only 9 of the 18 visits",
    "Approved w/ reduced units",
    "Partial appr",
    "CUT",
    "PART",
    "Approved - qty reduced",
    "yes but only half of what we asked",
    "approved 2/17! 12 days only, not 18",
    "partial 4/11 - gave 12 of the 20",
    "Mod. - 10 of 16 hrs, 02/03/2025",
    "10 of the 24 I asked for",
    "won_partial",
    "Agreed - reduced",
    "approved - fewer units",
  ])("%s is partly approved", (text) => {
    expect(sure(text)).toBe("partiallyApproved");
  });

  it.each([
    "denied",
    "DND",
    "NEE",
    "no",
    "✘",
    "declined",
    "rejected",
    "not approved",
    "adverse determination",
    "no SCA",
    "non-cert",
    "does not do SCAs",
    "DENID",
    "Denied - INN provider available",
    "NO. they have in network people. 5/2/25",
    "lost",
    "Adverse – upheld",
    "appeal denied",
    "denied, not appealing",
    "No 2/20",
    "they said no back on 11/27/24",
    "N",
    "Denied - already approved at IOP level",
    "denied (approved once before)",
    "turned down",
  ])("%s is denied", (text) => {
    expect(sure(text)).toBe("denied");
  });

  it.each([
    "pending",
    "PEND",
    "PENDNG",
    "in process",
    "submitted",
    "still waiting",
    "under review",
    "w/ contracting dept",
    "…",
    "TBD",
    "f/u",
    "⏳",
    "LVM",
    "Open",
    "pend w/ CM",
    "P2P scheduled",
    "with plan; redlines 5/2",
    "awaiting response",
    "SUBM",
    "not yet approved",
    "approval pending",
    "no decision yet",
    "payer_review",
    "negotiating",
    "they offered 600/d, we said no",
    "offer 70/v, boss said no, waiting on counter",
    "faxed POC, waiting",
  ])("%s is pending", (text) => {
    expect(sure(text)).toBe("pending");
  });

  it.each([
    "w/d",
    "WD",
    "Withdrawn",
    "cancelled",
    "pt went elsewhere",
    "pulled request",
    "client declined",
    "no longer needed",
    "abandoned",
    "Cancelled by prescriber",
    "pulled 3/17/25, IHS paying",
    "member_withdrew",
    "pt moved",
  ])("%s is withdrawn", (text) => {
    expect(sure(text)).toBe("withdrawn");
  });

  it.each([
    "overturned",
    "P2P – o/t",
    "OVT",
    "won on appeal",
    "Denied; overturned on appeal",
    "grievance won",
    "⚖",
    "IRO overturned",
    "appeal approved",
    "AUTHD (appeal)",
    "APPROVED (APPEAL)",
    "Appvd on appeal",
    "denied > appealed > approved",
    "denied 3/4, appealed 3/18, overturned 4/9",
    "WON at fair hearing 3/28 (first said no 2/20)",
    "Overturned L1",
    "Agreed after grievance (1st: par provider available)",
    "won_on_appeal",
    "no -> appealed -> yes",
  ])("%s is approved on appeal", (text) => {
    expect(sure(text)).toBe("approvedOnAppeal");
  });

  it.each([
    "draft",
    "no letter yet",
    "no INN provider",
    "Aetna",
    "in-network",
    "12/3/2025",
    "HOPD",
    "call ref 1316637",
    "client ok with that",
    "pt of ours 6 yrs, ins flipped",
  ])("%s says no outcome", (text) => {
    expect(readOutcome(text)).toBeNull();
  });

  it("asks where the words can mean several outcomes", () => {
    for (const text of [
      "A",
      "P",
      "4/14 ltr says DENIED?? portal says approved",
      "closed",
      "expired",
      "↩",
      "✆",
      "approved, pt cancelled",
      "appealing",
    ]) {
      expect([text, readOutcome(text)?.candidates?.length ?? 0]).not.toEqual([text, 0]);
      expect(readOutcome(text)?.confidence).toBeLessThan(0.75);
    }
  });

  it("keeps the reason of a denial as written", () => {
    const reason = (text: string) => readOutcome(text)?.denialReason;
    expect(reason("DND 2/19 not MN at IP LOC, obs only; Dr Luna P2P")).toBe("not MN at IP LOC, obs only");
    expect(reason('denied 12/13 b/c "OON benefit not purchased". Appealed 12/16, WON 1/8!')).toBe(
      "OON benefit not purchased",
    );
    expect(reason("dnd - not med nec 1/18")).toBe("not med nec");
    expect(reason("Denied (lower LOC)")).toBe("lower LOC");
    expect(reason("NO. they have in network people. 5/2/25")).toBe("they have in network people");
    expect(reason("denied 2/20 (not med nec), appealed, OVERTURNED 5/6/25")).toBe("not med nec");
    expect(reason("denied 3/4, appealed 3/18")).toBeUndefined();
  });

  it("hears whether an appeal is still open", () => {
    expect(readOutcome("gap exception denied 3/10. appeal mailed 3/14, no answer")).toMatchObject({
      outcome: "denied",
      open: true,
    });
    expect(readOutcome("denied - family not appealing")?.open).toBeUndefined();
  });

  it("hears whether the answer is on paper", () => {
    expect(readOutcome("verbal ok - need letter")?.written).toBe(false);
    expect(readOutcome("approved, letter in hand")?.written).toBe(true);
    expect(readOutcome("approved")?.written).toBeUndefined();
  });

  it("reads a letter by the tracker's own legend", () => {
    expect(readOutcomeCode("A", [{ key: "A", meaning: "appeal pending" }])).toMatchObject({
      outcome: "denied",
      open: true,
    });
    expect(readOutcomeCode("p", [{ key: "P", meaning: "partial" }])?.outcome).toBe("partiallyApproved");
    expect(readOutcomeCode("Z")).toBeNull();
  });
});
