import { namesPatient } from "../layout/names-patient.ts";
import type { SheetLayout } from "../layout/sheet-layout.ts";
import { readPatientName } from "../people/patient-name.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";

/** The patient that a sheet is named after, where nothing on the sheet itself is headed as the patient's name. */
export function patientOfSheet(layout: SheetLayout): string | null {
  const { sheet } = layout.lines;
  if (sheet === null || looksLikePersonName(sheet) < 0.5) return null;
  if ([...layout.sets.values()].flat().some((column) => column.text !== "" && namesPatient(column.text))) return null;
  if (layout.records.some((record) => record.role === "banner")) return null;
  const reading = readPatientName(sheet);
  return reading?.name ?? null;
}
