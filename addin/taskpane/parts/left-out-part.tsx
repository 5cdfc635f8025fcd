import type { ReactNode } from "react";
import { Disclosure } from "./disclosure.tsx";
import type { LeftOutWords } from "./left-out-words.ts";

/** So many sentences are shown without being asked for. */
const FEW = 3;

/** What of the ledger a view leaves out, or counts otherwise than it stands; nothing where nothing is. */
export function LeftOutPart({ words }: { readonly words: LeftOutWords | null }): ReactNode {
  if (words === null) return null;
  return (
    <section className="stack" aria-label="Left out">
      <p className="small">{words.total}</p>
      <Disclosure label="what and why" isOpenAtFirst={words.sentences.length <= FEW}>
        <ul className="sentences small">
          {words.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
