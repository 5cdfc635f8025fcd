import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Something did not work: where, what was found, what is accepted, what happens meanwhile. Read out at once. */
export function ProblemNote({ title, words }: { readonly title?: string; readonly words: string }): ReactNode {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {title === undefined ? null : <MessageBarTitle>{title}</MessageBarTitle>}
        {words}
      </MessageBarBody>
    </MessageBar>
  );
}
