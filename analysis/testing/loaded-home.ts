import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOfficialFiles } from "../medicare/load-official-files.ts";
import { inventedIndicesCsv, inventedValuesCsv, inventedZips } from "./official-texts.ts";

const DAY_RATES = `APC,Group Title,SI,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment
5851,x,P,1.0000,100.00,,20.00
5852,x,P,1.0000,150.00,,30.00
5853,x,P,1.0000,100.00,,20.00
5854,x,P,1.0000,150.00,,30.00
5861,x,P,2.0000,250.00,,50.00
5862,x,P,3.0000,400.00,,80.00
5863,x,P,2.0000,250.00,,50.00
5864,x,P,3.0000,400.00,,80.00
`;

/** A new folder for SCA_HOME into which the invented release of October 2025 was loaded, with places, ZIP codes and day rates. */
export async function loadedHome(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "sca home "));
  const downloads = mkdtempSync(join(tmpdir(), "sca downloads "));
  try {
    writeFileSync(join(downloads, "PPRRVU2025_Oct.csv"), inventedValuesCsv(2025, "D", "32.3465"));
    writeFileSync(join(downloads, "GPCI2025.csv"), inventedIndicesCsv(2025));
    writeFileSync(join(downloads, "ZIP5_OCT2025.txt"), inventedZips(2025, 4));
    writeFileSync(join(downloads, "January 2025 Web Addendum A.csv"), DAY_RATES);
    const to = { folder: join(home, "medicare"), releaseHint: undefined };
    await loadOfficialFiles([downloads], to, () => undefined);
    return home;
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}
