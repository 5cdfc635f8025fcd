-- agreed_lines: the codes of granted requests, as dollars are agreed for them: one a line where codes are listed by
-- authorization, else one a code. A rate that is stated once for a code stands on each of its lines; with one
-- authorization every code belongs to it. period_row is the authorization's place in AuthorizationPeriods.
WITH periods_of_case AS (
  SELECT p.case_no, COUNT(*) AS periods, MIN(p.row_no) AS only_row FROM period_facts p GROUP BY p.case_no
),
typed AS (
  SELECT
    l.row_no, l.case_no, COALESCE(l.code_key, '') AS code_key, COALESCE(l.modifier_key, '') AS modifier_key,
    l.agreed_rate, l.own_benchmark, l.billed_charge, l.unit_basis, l.units_authorized, f.benchmark,
    CASE WHEN l.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
      THEN l.rate_model END AS model,
    CASE WHEN l.asked LIKE '%;outcome;%' OR l.asked LIKE '%;agreed rate;%' OR l.asked LIKE '%;rate model;%'
      OR l.asked LIKE '%;codes;%' OR l.asked LIKE '%;code;%' THEN 1 ELSE 0 END AS asks_terms,
    CASE WHEN l.asked LIKE '%;units authorized;%' THEN 1 ELSE 0 END AS asks_units,
    CASE WHEN l.asked IS NULL THEN 0 ELSE 1 END AS asks_anything,
    CASE WHEN l.period_key IS NULL THEN 1 ELSE 0 END AS is_loose,
    p.row_no AS period_row,
    CASE WHEN n.periods = 1 THEN 1 ELSE 0 END AS has_one_period,
    CASE WHEN n.periods = 1 THEN n.only_row END AS only_row,
    -- Counts beside a code of the whole request hold for the code.
    CASE WHEN l.period_key IS NULL OR n.periods = 1 THEN 1 ELSE 0 END AS counts_for_code
  FROM line_rows l
  JOIN case_facts c ON c.case_no = l.case_no
  JOIN line_facts f ON f.row_no = l.row_no
  LEFT JOIN periods_of_case n ON n.case_no = l.case_no
  LEFT JOIN period_facts p ON p.case_no = l.case_no AND p.period_key = l.period_key AND p.is_first = 1
  WHERE c.is_granted = 1
),
-- Few codes stand on several lines: only these are looked at twice.
repeated AS (
  SELECT t.case_no, t.code_key, t.modifier_key, MAX(CASE WHEN t.period_row IS NULL THEN 0 ELSE 1 END) AS has_period
  FROM typed t GROUP BY t.case_no, t.code_key, t.modifier_key HAVING COUNT(*) > 1
),
placed AS (
  SELECT
    t.row_no, t.case_no, t.code_key, t.modifier_key, t.agreed_rate, t.model, t.units_authorized, t.unit_basis,
    t.own_benchmark, t.billed_charge, t.benchmark, t.asks_terms, t.asks_units, t.only_row, r.has_period,
    MIN(CASE WHEN t.agreed_rate IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS rate_row,
    MIN(CASE WHEN t.model IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS model_row,
    MIN(CASE WHEN t.asks_anything = 1 THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS asked_row,
    MAX(CASE WHEN t.counts_for_code = 1 AND t.units_authorized IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS units_row,
    MAX(CASE WHEN t.counts_for_code = 1 AND t.unit_basis IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS basis_row,
    MAX(CASE WHEN t.counts_for_code = 1 AND t.own_benchmark IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS own_row,
    MAX(CASE WHEN t.counts_for_code = 1 AND t.billed_charge IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS charge_row,
    MAX(CASE WHEN t.is_loose = 1 AND t.benchmark IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key) AS loose_row,
    MAX(CASE WHEN t.benchmark IS NOT NULL THEN t.row_no END)
      OVER (PARTITION BY t.case_no, t.code_key, t.modifier_key, t.period_row) AS benchmark_row
  FROM typed t
  JOIN repeated r ON r.case_no = t.case_no AND r.code_key = t.code_key AND r.modifier_key = t.modifier_key
),
terms AS (
  SELECT
    p.case_no, p.code_key, p.modifier_key, MIN(p.row_no) AS row_no, MAX(p.has_period) AS has_period,
    MAX(p.only_row) AS only_row,
    MAX(CASE WHEN p.row_no = p.rate_row THEN p.agreed_rate END) AS rate,
    MAX(CASE WHEN p.row_no = p.model_row THEN p.model END) AS model,
    MAX(CASE WHEN p.row_no = p.asked_row THEN p.asks_terms ELSE 0 END) AS asks_terms,
    MAX(CASE WHEN p.row_no = p.asked_row THEN p.asks_units ELSE 0 END) AS asks_units,
    MAX(CASE WHEN p.row_no = p.units_row THEN p.units_authorized END) AS units,
    MAX(CASE WHEN p.row_no = p.basis_row THEN p.unit_basis END) AS unit_basis,
    MAX(CASE WHEN p.row_no = p.own_row THEN p.own_benchmark END) AS own_benchmark,
    MAX(CASE WHEN p.row_no = p.charge_row THEN p.billed_charge END) AS billed_charge,
    MAX(CASE WHEN p.row_no = p.loose_row THEN p.benchmark END) AS loose_benchmark
  FROM placed p GROUP BY p.case_no, p.code_key, p.modifier_key
)
-- Lines under an authorization.
SELECT
  t.case_no, t.row_no, t.period_row, t.code_key, t.modifier_key,
  COALESCE(t.agreed_rate, r.rate) AS rate,
  COALESCE(t.model, r.model) AS model,
  COALESCE(t.units_authorized, CASE WHEN t.has_one_period = 1 THEN r.units END) AS units,
  COALESCE(t.unit_basis, CASE WHEN t.has_one_period = 1 THEN r.unit_basis END) AS unit_basis,
  COALESCE(t.own_benchmark, CASE WHEN t.has_one_period = 1 THEN r.own_benchmark END) AS own_benchmark,
  COALESCE(t.billed_charge, CASE WHEN t.has_one_period = 1 THEN r.billed_charge END) AS billed_charge,
  CASE WHEN r.row_no IS NULL THEN t.benchmark ELSE COALESCE(b.benchmark, r.loose_benchmark) END AS benchmark,
  CASE WHEN t.asks_terms = 1 OR t.asks_units = 1 OR r.asks_terms = 1 OR (t.has_one_period = 1 AND r.asks_units = 1)
    THEN 1 ELSE 0 END AS asks_dollars
FROM typed t
LEFT JOIN terms r ON r.case_no = t.case_no AND r.code_key = t.code_key AND r.modifier_key = t.modifier_key
LEFT JOIN placed w ON w.row_no = t.row_no
LEFT JOIN line_facts b ON b.row_no = w.benchmark_row
WHERE t.period_row IS NOT NULL
UNION ALL
-- Codes of the whole request, on one line each.
SELECT
  t.case_no, t.row_no, t.only_row, t.code_key, t.modifier_key, t.agreed_rate, t.model,
  CASE WHEN t.counts_for_code = 1 THEN t.units_authorized END,
  CASE WHEN t.counts_for_code = 1 THEN t.unit_basis END,
  CASE WHEN t.counts_for_code = 1 THEN t.own_benchmark END,
  CASE WHEN t.counts_for_code = 1 THEN t.billed_charge END,
  CASE WHEN t.is_loose = 1 THEN t.benchmark END,
  CASE WHEN t.asks_terms = 1 OR t.asks_units = 1 THEN 1 ELSE 0 END
FROM typed t
LEFT JOIN repeated r ON r.case_no = t.case_no AND r.code_key = t.code_key AND r.modifier_key = t.modifier_key
WHERE t.period_row IS NULL AND r.case_no IS NULL
UNION ALL
-- And on several.
SELECT
  r.case_no, r.row_no, r.only_row, r.code_key, r.modifier_key, r.rate, r.model, r.units, r.unit_basis, r.own_benchmark,
  r.billed_charge, r.loose_benchmark, CASE WHEN r.asks_terms = 1 OR r.asks_units = 1 THEN 1 ELSE 0 END
FROM terms r
WHERE r.has_period = 0
