import { Field, Input, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A labelled field for words, a day or a figure, with what is wrong with it right under it. */
export function TextField({
  label,
  value,
  onChange,
  problem,
  hint,
  type = "text",
  isLong = false,
  isRequired = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  /** A figure is typed as text: people write 1,200 and $400. */
  readonly type?: "text" | "date" | "figure";
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
}): ReactNode {
  return (
    <Field
      label={label}
      size="small"
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: "error" as const })}
    >
      {isLong ? (
        <Textarea size="small" value={value} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Input
          size="small"
          type={type === "date" ? "date" : "text"}
          {...(type === "figure" ? { inputMode: "decimal" as const } : {})}
          autoComplete="off"
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
}
