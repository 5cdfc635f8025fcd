/** What a worker tells the pane, in the order in which it happens. */
export type WorkerMessage<Result> =
  | { readonly kind: "progress"; readonly share: number; readonly what: string }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly words: string };
