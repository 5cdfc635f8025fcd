-- reckoned_lines: the calculated columns of the service lines of stale_cases, as the formulas of the ledger give them.
-- Amounts stay dollars here, with the fractions of a cent that a product has.
WITH per_period AS (
  SELECT l.period_key, COUNT(*) AS lines_of_period
  FROM line_rows l JOIN stale_cases s ON s.case_no = l.case_no
  WHERE l.period_key IS NOT NULL GROUP BY l.period_key
),
per_case AS (
  SELECT l.case_no, COUNT(*) AS lines_of_case
  FROM line_rows l JOIN stale_cases s ON s.case_no = l.case_no GROUP BY l.case_no
),
units_of_case AS (
  SELECT p.case_no, SUM(p.units_authorized) AS units
  FROM period_facts p JOIN stale_cases s ON s.case_no = p.case_no
  WHERE p.is_in_force = 1 AND p.in_question = 0 GROUP BY p.case_no
),
applied AS (
  SELECT
    l.row_no, l.case_no, l.code_key, l.modifiers, l.agreed_rate, l.billed_charge, l.unit_basis,
    n.lines_of_case,
    CASE WHEN l.period_key IS NULL THEN c.outcome ELSE p.outcome_applies END AS outcome_applies,
    COALESCE(l.rate_model, p.rate_model, c.rate_model) AS model_stated,
    CASE
      WHEN l.agreed_rate IS NOT NULL THEN l.agreed_rate
      WHEN l.rate_left_open = 1 THEN NULL
      WHEN p.agreed_rate IS NOT NULL THEN p.agreed_rate
      WHEN p.rate_left_open = 1 THEN NULL
      ELSE c.agreed_rate
    END AS rate,
    CASE WHEN c.names_dollars = 1 OR COALESCE(p.names_dollars, 0) = 1 OR l.asked LIKE '%outcome%'
      OR l.asked LIKE '%agreed rate%' OR l.asked LIKE '%rate model%' OR l.asked LIKE '%units authorized%'
      OR l.asked LIKE '%code%' THEN 1 ELSE 0 END AS in_question,
    CASE
      WHEN l.units_authorized IS NOT NULL THEN l.units_authorized
      WHEN l.period_key IS NOT NULL THEN CASE WHEN o.lines_of_period = 1 THEN p.units_authorized END
      WHEN n.lines_of_case = 1 AND u.units > 0 THEN u.units
    END AS units_if_in_force,
    CASE WHEN l.own_benchmark >= 0.005 THEN 1 ELSE 0 END AS is_own,
    CASE WHEN l.own_benchmark >= 0.005 THEN l.own_benchmark WHEN m.amount > 0 THEN m.amount END AS benchmark
  FROM line_rows l
  JOIN stale_cases s ON s.case_no = l.case_no
  JOIN case_facts c ON c.case_no = l.case_no
  JOIN per_case n ON n.case_no = l.case_no
  LEFT JOIN per_period o ON o.period_key = l.period_key
  LEFT JOIN period_facts p ON p.period_key = l.period_key AND p.is_first = 1
  LEFT JOIN units_of_case u ON u.case_no = l.case_no
  LEFT JOIN medicare_rates m ON m.benchmark_key = l.benchmark_key
),
compared AS (
  SELECT
    a.row_no, a.case_no, a.code_key, a.modifiers, a.agreed_rate, a.billed_charge, a.lines_of_case, a.rate,
    a.in_question, a.outcome_applies,
    CASE WHEN a.model_stated = 'not stated' THEN NULL ELSE a.model_stated END AS model,
    CASE WHEN a.outcome_applies IN ('pending', 'denied', 'withdrawn') THEN 0 ELSE 1 END AS is_in_force,
    CASE WHEN a.outcome_applies IN ('pending', 'denied', 'withdrawn') THEN NULL ELSE a.units_if_in_force END AS units,
    a.is_own,
    -- To the nearest cent, halves up: (k + 0.5) / 100 is the very number that "k.xx5" is read as.
    FLOOR(a.benchmark * 100) + CASE WHEN a.benchmark >= (FLOOR(a.benchmark * 100) + 0.5) / 100
      THEN 1 ELSE 0 END AS benchmark_cents,
    a.benchmark AS benchmark_typed,
    CASE
      WHEN a.unit_basis IN ('day', 'hour', '15 minutes') THEN a.unit_basis
      WHEN a.model_stated = 'per day' AND COALESCE(a.unit_basis, '') NOT IN ('visit', 'session', 'unit') THEN 'day'
    END AS other_unit
  FROM applied a
),
priced AS (
  SELECT
    c.row_no, c.case_no, c.code_key, c.modifiers, c.agreed_rate, c.billed_charge, c.lines_of_case, c.rate,
    c.in_question, c.outcome_applies, c.model, c.is_in_force, c.units, c.is_own, c.other_unit, c.benchmark_cents,
    CASE WHEN c.is_own = 1 THEN c.benchmark_cents / 100 ELSE c.benchmark_typed END AS benchmark
  FROM compared c
),
worth AS (
  SELECT
    c.row_no, c.case_no, c.code_key, c.modifiers, c.agreed_rate, c.rate, c.in_question, c.outcome_applies, c.model,
    c.is_in_force, c.units, c.is_own, c.benchmark, c.other_unit,
    CASE
      WHEN c.in_question = 1 OR c.rate IS NULL THEN NULL
      WHEN c.model = 'percent of medicare' THEN c.rate / 100
      WHEN c.benchmark IS NULL OR (c.other_unit IS NOT NULL AND c.is_own = 0) THEN NULL
      WHEN c.model = 'percent of billed' THEN (c.rate / 100) * c.billed_charge / c.benchmark
      WHEN c.model IN ('per unit', 'per day') THEN c.rate / c.benchmark
    END AS multiple,
    CASE
      WHEN c.is_in_force = 0 OR c.in_question = 1 OR c.rate IS NULL THEN NULL
      WHEN c.model = 'per case' THEN CASE WHEN c.agreed_rate IS NOT NULL OR c.lines_of_case = 1 THEN c.rate END
      WHEN c.model IN ('per unit', 'per day') THEN c.rate * c.units
      WHEN c.model = 'percent of billed' THEN (c.rate / 100) * c.billed_charge * c.units
      -- A percent of Medicare is rounded to the cent for one unit; the factor takes back what binary fractions lose.
      WHEN c.model = 'percent of medicare' AND (c.other_unit IS NULL OR c.is_own = 1)
        THEN (FLOOR(c.rate * c.benchmark_cents / 100 * 1.000000000000002 + 0.5) / 100) * c.units
    END AS expected
  FROM priced c
),
-- A rate per case is all in: it stands on the first line in force of its code only.
first_of_code AS (
  SELECT w.case_no, w.code_key, w.modifiers, MIN(w.row_no) AS row_no
  FROM worth w
  WHERE w.is_in_force = 1
    AND w.case_no IN (SELECT v.case_no FROM worth v WHERE v.model = 'per case' AND v.agreed_rate IS NOT NULL)
  GROUP BY w.case_no, w.code_key, w.modifiers
),
once AS (
  SELECT
    w.row_no, w.rate, w.in_question, w.outcome_applies, w.model, w.units, w.is_own, w.benchmark, w.other_unit,
    w.multiple,
    CASE WHEN w.model = 'per case' AND w.agreed_rate IS NOT NULL AND f.row_no IS NULL THEN NULL
      ELSE w.expected END AS expected
  FROM worth w
  LEFT JOIN first_of_code f ON f.row_no = w.row_no
)
SELECT
  o.row_no, o.rate, o.in_question, o.outcome_applies, o.model, o.units, o.benchmark, o.other_unit, o.multiple, o.expected,
  CASE WHEN o.multiple IS NOT NULL AND o.expected IS NOT NULL AND (o.is_own = 0 OR {{count_own}} = 1)
    AND o.outcome_applies IN ('approved', 'partially approved', 'approved on appeal')
    THEN o.benchmark * o.units END AS medicare
FROM once o
