/** One exchange between the client and the host. */
export interface Exchange {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The code of the error, where one was answered. */
  readonly error: string | null;
  readonly request: string;
  readonly response: string;
}

/**
 * What went to Excel and back: budgets are kept by it. A sync is one request of the code; the requests by which the client
 * only releases its ranges, at the end of `Excel.run`, are counted apart.
 */
export class Traffic {
  readonly #exchanges: Exchange[] = [];
  #cleanUps = 0;

  add(exchange: Exchange, isCleanUp: boolean): void {
    if (isCleanUp) this.#cleanUps += 1;
    else this.#exchanges.push(exchange);
  }

  get syncs(): number {
    return this.#exchanges.length;
  }
  get cleanUps(): number {
    return this.#cleanUps;
  }
  get actions(): number {
    return this.#exchanges.reduce((sum, { actions }) => sum + actions, 0);
  }
  get requestBytes(): number {
    return this.#exchanges.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  }
  get responseBytes(): number {
    return this.#exchanges.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  }
  get largestRequest(): number {
    return this.#exchanges.reduce((most, { requestBytes }) => Math.max(most, requestBytes), 0);
  }
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }
  reset(): void {
    this.#exchanges.splice(0);
    this.#cleanUps = 0;
  }
}
