import { Button } from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import { WorkbookProblem } from "../../excel/excel-workbook.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useWorkedOut } from "../frame/use-worked-out.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { BusyNote } from "../parts/busy-note.tsx";
import { EmptyNote } from "../parts/empty-note.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { LeftOutPart } from "../parts/left-out-part.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { WithAnswer } from "../parts/with-answer.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";
import { LEVERAGE_SHEET, leverageCharts } from "./leverage-charts.ts";
import { type LeveragePage, type LeverageRow, leverageFacts, leverageHeadline } from "./leverage-page.ts";
import { offerFile } from "./offer-file.ts";
import { ReportPart } from "./report-part.tsx";

/** The view "Leverage": each payer's record, charts in the workbook, and the page to hand around. */
export function LeverageView(): ReactNode {
  return (
    <ViewFrame view="leverage">
      <WithLedger>{(content) => <Leverage content={content} />}</WithLedger>
    </ViewFrame>
  );
}

function Leverage({ content }: { readonly content: LedgerContent }): ReactNode {
  const found = useWorkedOut("leverage", content, "leverage");
  return (
    <WithAnswer of={found} what="Working out each payer's record">
      {(page) => (page === null ? <NoCases /> : <Record content={content} page={page} />)}
    </WithAnswer>
  );
}

/** The table was renamed or taken out, or its column of ids: Structure looks after that. */
function NoCases(): ReactNode {
  const { navigation } = usePane();
  const toStructure = (
    <Button appearance="primary" onClick={() => navigation.open("structure")}>
      Open Structure
    </Button>
  );
  return (
    <EmptyNote title="Nothing can be counted" action={toStructure}>
      The ledger has no table Cases with a column Case id. Structure says what is missing, and repairs what can be.
    </EmptyNote>
  );
}

function Record({ content, page }: { readonly content: LedgerContent; readonly page: LeveragePage }): ReactNode {
  return (
    <>
      <p>{leverageHeadline(page)}</p>
      <LeftOutPart words={page.leftOut} />
      <LeverageActions content={content} page={page} />
      <ReportPart content={content} asOf={page.asOf} payers={named(page)} />
      <Payer row={page.all} />
      <ul className="plain-list">
        {page.payers.map((row) => (
          <li key={row.name}>
            <Payer row={row} />
          </li>
        ))}
      </ul>
      <p className="muted small">
        Approved are approvals in full, in part and on appeal, out of all decided requests. The interval says how far
        chance alone could carry the rate: the fewer decided, the wider. Expected dollars are agreed rate times units
        authorized, not money received. Small counts can point to a patient: these figures are for the practice.
      </p>
    </>
  );
}

/** Payers that a report can be about. */
function named({ payers }: LeveragePage): string[] {
  return payers.map(({ name }) => name).filter((name) => name !== PAYER_NOT_SETTLED);
}

function Payer({ row }: { readonly row: LeverageRow }): ReactNode {
  return (
    <article className="card" aria-label={row.name}>
      <h3>{row.name}</h3>
      <FactList facts={leverageFacts(row)} />
    </article>
  );
}

function LeverageActions({
  content,
  page,
}: {
  readonly content: LedgerContent;
  readonly page: LeveragePage;
}): ReactNode {
  const { workbook, makeReport, today, say } = usePane();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const charts = useMemo(() => leverageCharts(page), [page]);
  const run = async (what: string, work: () => Promise<string>): Promise<void> => {
    if (busy !== null) return;
    setBusy(what);
    setProblem(null);
    say(`${what} …`);
    try {
      say(await work());
    } catch (error) {
      setProblem(problemWords(error));
      say(`${what} did not work.`);
    } finally {
      setBusy(null);
    }
  };
  const draw = async (): Promise<string> => {
    const sheet = await workbook.showCharts(LEVERAGE_SHEET, charts);
    return `${charts.length} ${charts.length === 1 ? "chart is" : "charts are"} on the sheet ${sheet}.`;
  };
  const download = async (): Promise<string> => {
    const file = await workbook.fileName();
    const made = await makeReport({ edition: "payerPage", content, file, today: today() });
    if (made.kind === "refused") throw new WorkbookProblem("no-ledger", made.words);
    offerFile(made.name, made.html, "text/html");
    return `The payer page is offered as ${made.name}: your browser or Excel asks where to keep it.`;
  };
  return (
    <>
      <div className="actions">
        <Button
          appearance="primary"
          disabledFocusable={busy !== null || charts.length === 0}
          onClick={() => void run("Drawing the charts", draw)}
        >
          Charts on a sheet
        </Button>
        <Button disabledFocusable={busy !== null} onClick={() => void run("Making the payer page", download)}>
          Download the payer page
        </Button>
      </div>
      {charts.length === 0 ? <p className="small">Nothing is decided yet, so there is nothing to chart.</p> : null}
      {busy === null ? null : <BusyNote what={busy} />}
      {problem === null ? null : <ProblemNote words={problem} />}
    </>
  );
}
