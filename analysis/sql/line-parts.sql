-- line_parts: what each code of a granted request comes to: its whole cents, or in untold why not. A rate per case counts
-- once. part_of_period is the authorization that may leave its dollars to its codes.
WITH terms AS (
  SELECT
    a.case_no, a.row_no, a.period_row, a.code_key, a.modifier_key, a.rate AS own_rate, a.units AS own_units,
    a.unit_basis, a.own_benchmark, a.billed_charge, a.benchmark, p.period_no, p.units_authorized,
    COUNT(*) OVER (PARTITION BY a.case_no) AS lines_of_case,
    CASE WHEN p.outcome IN ('denied', 'pending', 'withdrawn') THEN 0 ELSE 1 END AS counts,
    CASE WHEN a.model IS NOT NULL THEN a.model WHEN p.rate_model = 'not stated' THEN NULL
      WHEN p.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
        THEN p.rate_model
      WHEN c.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
        THEN c.rate_model END AS model,
    CASE WHEN a.rate IS NOT NULL THEN a.rate WHEN p.rate_left_open = 1 THEN NULL
      ELSE COALESCE(p.agreed_rate, c.agreed_rate) END AS rate,
    CASE WHEN a.asks_dollars = 1 OR p.asks_dollars = 1 OR c.asks_rate + c.asks_model + c.asks_other > 0
      THEN 1 ELSE 0 END AS asks
  FROM agreed_lines a
  JOIN case_facts c ON c.case_no = a.case_no
  LEFT JOIN period_facts p ON p.row_no = a.period_row
),
counted AS (
  SELECT
    t.case_no, t.row_no, t.period_row, t.own_rate, t.own_units, t.lines_of_case, t.model, t.rate, t.asks,
    t.units_authorized, t.billed_charge,
    CASE WHEN t.period_row IS NULL THEN NULL
      ELSE COUNT(*) OVER (PARTITION BY t.period_row) END AS lines_of_period,
    CASE WHEN t.model = 'per case' THEN ROW_NUMBER() OVER (
      PARTITION BY t.case_no, t.code_key, t.modifier_key
      ORDER BY COALESCE(t.period_no, 0), COALESCE(t.period_row, 0), t.row_no) END AS place_of_code,
    -- What the percent is taken of: her own benchmark, else Medicare's where the unit is one service of the code.
    CASE WHEN t.own_benchmark >= 0.005 THEN t.own_benchmark
      WHEN COALESCE(t.unit_basis, '') NOT IN ('day', 'hour', '15 minutes') THEN t.benchmark END AS benchmark
  FROM terms t WHERE t.counts = 1
),
units_of_case AS (
  SELECT
    p.case_no,
    SUM(CASE WHEN p.asks_dollars = 0 THEN p.units_authorized END) AS units,
    SUM(p.asks_dollars) AS open_periods
  FROM period_facts p
  WHERE COALESCE(p.outcome, '') NOT IN ('denied', 'pending', 'withdrawn')
  GROUP BY p.case_no
),
priced AS (
  SELECT
    c.case_no, c.row_no, c.period_row, c.model, c.asks,
    CASE WHEN c.model = 'per case' AND c.own_rate IS NULL AND c.lines_of_case > 1 THEN NULL ELSE c.rate END AS rate,
    CASE
      WHEN c.model = 'per case' THEN 1
      WHEN c.own_units IS NOT NULL THEN c.own_units
      WHEN c.period_row IS NOT NULL THEN CASE WHEN c.lines_of_period = 1 THEN c.units_authorized END
      WHEN c.lines_of_case = 1 AND u.units > 0 THEN u.units
    END AS units,
    CASE
      WHEN c.model = 'percent of billed' THEN (c.rate / 100) * c.billed_charge
      WHEN c.model = 'percent of medicare' THEN
        FLOOR(c.rate * (FLOOR(c.benchmark * 100) + CASE WHEN c.benchmark >= (FLOOR(c.benchmark * 100) + 0.5) / 100
          THEN 1 ELSE 0 END) / 100 * 1.000000000000002 + 0.5) / 100
      ELSE c.rate
    END AS dollars,
    -- For the only code of a request without one authorization, those that are asked about stay open beside it.
    CASE WHEN COALESCE(c.model, '') <> 'per case' AND c.period_row IS NULL AND c.own_units IS NULL AND c.lines_of_case = 1
      THEN COALESCE(u.open_periods, 0) ELSE 0 END AS open_periods
  FROM counted c
  LEFT JOIN units_of_case u ON u.case_no = c.case_no
  WHERE COALESCE(c.model, '') <> 'per case' OR c.place_of_code = 1 OR (c.own_rate IS NULL AND c.lines_of_case > 1)
),
judged AS (
  SELECT
    p.case_no, p.row_no, p.period_row, p.dollars, p.units, p.open_periods,
    CASE
      WHEN p.asks = 1 THEN 'asked'
      WHEN p.rate IS NULL THEN 'noRate'
      WHEN p.model IS NULL THEN 'noModel'
      WHEN p.dollars IS NULL THEN 'percentRate'
      WHEN p.units IS NULL THEN 'noUnits'
    END AS untold
  FROM priced p
)
SELECT
  j.case_no, j.row_no, j.period_row, j.open_periods, j.untold,
  CASE WHEN j.untold IS NULL THEN FLOOR(j.dollars * j.units * 100 * 1.000000000000002 + 0.5) END AS cents
FROM judged j
