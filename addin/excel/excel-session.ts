import { inWords } from "./excel-problem.ts";

/** What this folder takes from Office.js; a test hands in a client of its own. */
export interface ExcelRunner {
  /** A patient run waits while a person edits a cell (`delayForCellEdit`); any other is refused then. */
  readonly run: <Result>(
    batch: (context: Excel.RequestContext) => Promise<Result>,
    isPatient?: boolean,
  ) => Promise<Result>;
  /** Whether this Excel has a version of ExcelApi. */
  readonly hasExcelApi: (version: string) => boolean;
}

/** Runs work against Excel; what Excel refuses comes back in the manager's words. */
export class ExcelSession {
  readonly has: (version: string) => boolean;
  readonly #run: ExcelRunner["run"];

  constructor(runner: ExcelRunner) {
    this.#run = runner.run;
    this.has = runner.hasExcelApi;
  }

  /** Throws a WorkbookProblem for whatever Excel refuses. */
  async run<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    try {
      return await this.#run(work);
    } catch (error) {
      throw inWords(error);
    }
  }

  /** As `run`, for work that writes: this add-in hears of changes again however it ends. */
  async write<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    try {
      return await this.#run(work);
    } catch (error) {
      await this.#hearAgain();
      throw inWords(error);
    }
  }

  /** As `write`, for what has to be done to the end: while a person edits a cell, it waits. */
  async finish<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    try {
      return await this.#run(work, true);
    } catch (error) {
      await this.#hearAgain();
      throw inWords(error);
    }
  }

  /** A request that failed half-way may have left events off. */
  async #hearAgain(): Promise<void> {
    try {
      await this.#run(async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      });
    } catch {
      // Excel itself is gone: there is nothing to hear either.
    }
  }
}
