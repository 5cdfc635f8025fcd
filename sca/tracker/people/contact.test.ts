import { describe, expect, it } from "vitest";
import { readContact } from "./contact.ts";
import { findContacts } from "./contact-mentions.ts";
import { findEmails } from "./emails.ts";
import { findPhones } from "./phones.ts";

describe("telephone numbers", () => {
  it.each([
    ["Greg Castle (617) 555-0131", "(617) 555-0131"],
    ["Becka F @ Premera 425-555-0117 x 204", "425-555-0117 x 204"],
    ["617-555-0110 ext. 204", "617-555-0110 ext. 204"],
    ["+1 888 555 0136 ext 7719", "+1 888 555 0136 ext 7719"],
    ["K. Baca RN 800-555-0129 opt 3", "800-555-0129"],
    ["954.555.0128", "954.555.0128"],
    ["✆ CM Garth Billings 8135550162", "8135550162"],
  ])("%j holds %s", (text, phone) => {
    expect(findPhones(text).map((found) => found.phone)).toEqual([phone]);
  });

  it.each([
    "NPI 1234567893",
    "auth 800-555-0144",
    "75987-0080-10",
    "20250203-771",
    "009-884-1234",
    "2505-00418",
    "4/14-7/13",
    "ID 5035550199",
  ])("%j holds none", (text) => {
    expect(findPhones(text)).toEqual([]);
  });

  it("are told from fax numbers by the word beside them", () => {
    expect(findPhones("ph 503-555-0141 fax 503-555-0142").map(({ kind }) => kind)).toEqual(["phone", "fax"]);
    expect(findPhones("503-555-0142 (fax)")[0]?.kind).toBe("fax");
  });

  it("of ten bare digits are doubtful without a word for them", () => {
    expect(findPhones("8135550162")[0]?.confidence).toBeLessThan(0.5);
  });
});

describe("mail addresses", () => {
  it("are found in brackets and before a full stop, and a bare @ is none", () => {
    expect(findEmails("Greg <ghobbs@magellan-um.example>, or x.y@plan.example.").map(({ text }) => text)).toEqual([
      "ghobbs@magellan-um.example",
      "x.y@plan.example",
    ]);
    expect(findEmails("Becka F @ Premera, 90868 x30 @235")).toEqual([]);
  });
});

describe("a contact cell", () => {
  it.each([
    ["Greg Castle (617) 555-0131", "Greg Castle"],
    ["K. BOONE RN", "K. Boone"],
    ["CASTLE, GREG RN 617-555-0131", "Greg Castle"],
    ["Becka F @ Premera 425-555-0117 x 204", "Becka F"],
    ["Optum CM Meg Lafferty meg.l@optum.example", "Meg Lafferty"],
    ["Optum care adv. Beth Rooney 866-555-0104 x7731", "Beth Rooney"],
    ["Dr Amin did P2P. CM: Joelle Fitch 425-555-0143", "Joelle Fitch"],
    ["CM: Dorrance (first name?) 800-555-0139", "Dorrance"],
    ["Premera: Odell 425-555-0150", "Odell"],
    ["Oscar – Kim", "Kim"],
    ["Stacy @ Molina", "Stacy"],
    ["Ms. Okafor 214-555-0119", "Okafor"],
    ["Terri in Network Mgmt", "Terri"],
    ["Nurse Toby Lang x118", "Toby Lang"],
    ['Agent "Dee"', "Dee"],
    ["Jo in appeals, then nobody", "Jo"],
    ["Sheri - fax only", "Sheri"],
    ["trina 800-555-0101", "Trina"],
    ["maria lopez, um nurse, mlopez@plan.example", "Maria Lopez"],
    ["Network Development – Alonzo W.", "Alonzo W."],
    ["Optum Case Manager: Tomás Ávila ext 4412", "Tomás Ávila"],
    ["M. Ostrow RN / mostrow@um.example", "M. Ostrow"],
  ])("%j names %s", (text, name) => {
    expect(readContact(text)?.name).toBe(name);
  });

  it.each([
    "Unit 4 intake desk",
    "provider contracting, 503-555-0141",
    "ivf desk",
    "Rx exceptions desk",
    "Rep never left name, 206-555-0177",
    "Medica UM desk 952-555-0186",
    "Mercy Care provider line 602-555-0122",
    "sca-intake@payer.example",
    "Contracting Dept",
    "portal",
    "n/a",
  ])("%j names nobody", (text) => {
    expect(readContact(text)?.name).toBeUndefined();
  });

  it("keeps number, address, role and insurer apart", () => {
    expect(readContact("Optum CM Meg Lafferty 860-555-0166 meg.l@optum.example")).toMatchObject({
      name: "Meg Lafferty",
      phone: "860-555-0166",
      email: "meg.l@optum.example",
      role: "CM",
      org: "Optum",
    });
  });

  it("asks where it names two people to choose from", () => {
    const reading = readContact("Kathy or Jim, 800-555-0144");
    expect(reading?.others).toHaveLength(1);
    expect(reading?.confidence).toBeLessThan(0.5);
  });
});

describe("people in notes", () => {
  it.each([
    ["agreed 10/21. Trina (860-555-0166) agreed to 285 a day", "Trina"],
    ["Optum CM Meg Lafferty meg.l@optum.example okayed it", "Meg Lafferty"],
    ["Rep: Oneida Marsh, omarsh@umr.example", "Oneida Marsh"],
    ["e-mail from Gil confirming terms, no formal LOA", "Gil"],
    ["s/w Marla at Cigna contracting 4/2", "Marla"],
    ["spoke with CM Dana Whitlock RN (800-555-0144 x12)", "Dana Whitlock"],
    ["called Aetna, Renee said 10 business days", "Renee"],
    ["supervisor Mr. Tran approved", "Tran"],
    ["network mgr Ilse Brandt 201-555-0144. pt pays OON coins", "Ilse Brandt"],
  ])("%j names %s", (text, name) => {
    expect(findContacts(text).map((found) => found.name)).toEqual([name]);
  });

  it.each([
    "pt's mom Candace called 3/1, very upset",
    "per Dr. Patel p2p sched 4/5",
    "Dr Hsu to do doc-to-doc",
    "parent contact: Mrs. Amina Abdi 206-555-0199",
    "dad (John Smith) is subscriber",
    "Our biller Jan faxed records",
    "Will call Monday",
    "Denied per HNFS",
    "Regence says 10 days",
    "last updated by Jo 10/3/25",
    "rate email in ticket",
    "Sam's wife called, very unhappy w/ UHC",
  ])("%j names no contact", (text) => {
    expect(findContacts(text)).toEqual([]);
  });

  it("leave the patient out", () => {
    expect(findContacts("called from Kayla Renn today", { patient: "Kayla Renn" })).toEqual([]);
  });
});
