-- line_facts: service lines as measures count them: what applies, the agreed rate, and whole cents. A line that Review
-- asks about has no rate.
WITH applied AS (
  SELECT
    l.row_no, l.case_no, l.line_key, l.period_key, l.code_key, l.units_requested, l.units_authorized, l.units_used, l.billed_charge,
    l.own_benchmark,
    CASE WHEN l.stated_question IS NULL THEN 0 ELSE 1 END AS in_question,
    l.stated_outcome AS outcome_applies, l.stated_model AS model, l.stated_rate AS rate, l.stated_units AS units_apply,
    l.stated_unit AS other_unit, l.stated_medicare_rate AS benchmark,
    l.stated_expected AS expected, l.stated_medicare AS medicare, l.stated_multiple AS multiple
  FROM line_rows l
  LEFT JOIN stale_cases s ON s.case_no = l.case_no
  WHERE s.case_no IS NULL
  UNION ALL
  SELECT
    l.row_no, l.case_no, l.line_key, l.period_key, l.code_key, l.units_requested, l.units_authorized, l.units_used, l.billed_charge,
    l.own_benchmark,
    r.in_question, r.outcome_applies, r.model, r.rate, r.units, r.other_unit, r.benchmark, r.expected, r.medicare,
    r.multiple
  FROM line_rows l
  JOIN reckoned_lines r ON r.row_no = l.row_no
),
settled AS (
  SELECT
    a.row_no, a.case_no, a.line_key, a.period_key, a.code_key, a.units_requested, a.units_used, a.billed_charge,
    a.own_benchmark, a.other_unit, a.benchmark, a.expected, a.medicare, a.multiple,
    CASE WHEN a.outcome_applies IS NULL THEN 0 ELSE 1 END AS has_outcome,
    COALESCE(a.units_apply, a.units_authorized) AS units_authorized, a.units_apply,
    CASE WHEN a.in_question = 0 AND a.outcome_applies IN ('approved', 'partially approved', 'approved on appeal')
      THEN 1 ELSE 0 END AS is_granted,
    CASE WHEN a.in_question = 0 AND a.outcome_applies = 'denied' THEN 1 ELSE 0 END AS is_denied,
    CASE WHEN a.in_question = 0 AND a.rate IS NOT NULL
      AND a.model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit') THEN a.model END AS model,
    CASE WHEN a.in_question = 0 THEN a.rate END AS rate
  FROM applied a
)
-- Whole cents, halves away from zero: (k + 0.5) / 100 is the very number that "k.xx5" is read as. Past 10^12 dollars a
-- product is a slip of the hand.
SELECT
  s.row_no, s.case_no, s.line_key, s.period_key, s.code_key, s.units_requested, s.units_authorized, s.units_apply,
  s.units_used, s.benchmark, s.has_outcome, s.is_granted,
  s.is_granted + s.is_denied AS is_decided,
  s.model, CASE WHEN s.model IS NULL THEN NULL ELSE s.rate END AS rate, s.other_unit,
  -- A percent of Medicare is rounded to the cent for one unit; the factor takes back what binary fractions lose.
  CASE
    WHEN s.model IN ('per unit', 'per day') THEN s.rate
    WHEN s.model = 'percent of billed' THEN s.rate * s.billed_charge / 100
    WHEN s.model = 'percent of medicare' AND (s.other_unit IS NULL OR s.own_benchmark >= 0.005)
      THEN FLOOR(s.rate * (FLOOR(s.benchmark * 100) + CASE WHEN s.benchmark >= (FLOOR(s.benchmark * 100) + 0.5) / 100
        THEN 1 ELSE 0 END) / 100 * 1.000000000000002 + 0.5) / 100
  END AS dollars_per_unit,
  CASE WHEN ABS(s.expected) <= 1000000000000 THEN
    (FLOOR(ABS(s.expected) * 100) + CASE WHEN ABS(s.expected) >= (FLOOR(ABS(s.expected) * 100) + 0.5) / 100
      THEN 1 ELSE 0 END) * CASE WHEN s.expected < 0 THEN -1 ELSE 1 END END AS agreed_cents,
  CASE WHEN s.multiple IS NOT NULL AND ABS(s.medicare) <= 1000000000000 THEN
    (FLOOR(ABS(s.medicare) * 100) + CASE WHEN ABS(s.medicare) >= (FLOOR(ABS(s.medicare) * 100) + 0.5) / 100
      THEN 1 ELSE 0 END) * CASE WHEN s.medicare < 0 THEN -1 ELSE 1 END END AS medicare_cents,
  CASE WHEN ABS(s.medicare) <= 1000000000000 THEN s.multiple END AS multiple
FROM settled s
