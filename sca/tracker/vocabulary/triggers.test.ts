import { describe, expect, it } from "vitest";
import { readTrigger } from "./triggers.ts";

describe("why a patient is seen out of network", () => {
  it.each([
    ["gap exception - no contracted provider", "networkGap"],
    ["GAP", "networkGap"],
    ["0 INN providers in plan directory", "networkGap"],
    ["no INN ABA – 6+ mo WL", "networkGap"],
    ["INN waitlist 5+ months", "networkGap"],
    ["only par IOP w/ evening hrs has 7 wk waitlist", "networkGap"],
    ["no_innet_avail", "networkGap"],
    ["network inadequcy", "networkGap"],
    ["No contracted lab offers WGS", "networkGap"],
    ["Contracted lab closed", "networkGap"],
    ["TOC - active tx", "continuity"],
    ["Mid-treatment, plan changed 1/1", "continuity"],
    ["already my client, new insurer 1 January", "continuity"],
    ["2 yrs with me already, new job = new plan Jan 1", "continuity"],
    ["been here since 2/24, ins changed 3/1", "continuity"],
    ["Step-down from our own RTC", "continuity"],
    ["Specialized program (trauma track)", "specialty"],
    ["Adolescent DBT IOP", "specialty"],
    ["Only one doing this procedure", "specialty"],
    ["SPEC", "specialty"],
    ["Nearest INN 84 mi", "geographic"],
    ["No contracted child program within 60 miles", "geographic"],
    ["INN is 1 hr 20 each way", "geographic"],
    ["rural - travel distance", "geographic"],
    ["IN clinic 2h15 away", "geographic"],
    ["closest INN is 3½ hrs", "geographic"],
    ["Cheaper than inpatient alternative", "costAlternative"],
    ["Only INN option is inpatient (higher cost)", "costAlternative"],
    ["Avoids residential admit", "costAlternative"],
    ["else = inpatient medical admit $$$", "costAlternative"],
    ["Credentialing in process", "other"],
    ["patient preference", "other"],
  ])("%s: %s", (text, trigger) => {
    expect(readTrigger(text)?.trigger).toBe(trigger);
  });

  it("names what else the words give reason for", () => {
    const reading = readTrigger("No contracted child program within 60 miles");
    expect(reading?.alternatives).toContain("networkGap");
  });

  it("finds no reason in words that give none", () => {
    for (const text of [
      "",
      "n/a",
      "per diem",
      "Aetna",
      "call ref 1316637",
      "letter is in the drive",
      "copy on our shared drive",
      "Optum wants a second opinion from a Centre of Excellence first",
    ])
      expect(readTrigger(text)).toBeNull();
  });
});
