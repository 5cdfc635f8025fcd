-- period_parts: what each authorization of a granted request comes to, the same way. One without a count of its own, or
-- with a percent rate, leaves its dollars to its codes.
WITH codes AS (
  SELECT
    a.period_row, COUNT(*) AS lines_of_period, MIN(a.model) AS model, MAX(a.asks_dollars) AS asks_dollars
  FROM agreed_lines a WHERE a.period_row IS NOT NULL GROUP BY a.period_row
),
terms AS (
  SELECT
    p.row_no, p.case_no, p.units_authorized, p.agreed_rate,
    COALESCE(o.lines_of_period, 0) AS lines_of_period,
    CASE WHEN p.rate_model = 'not stated' THEN NULL
      WHEN p.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
        THEN p.rate_model
      WHEN o.lines_of_period = 1 AND o.model IS NOT NULL THEN o.model
      WHEN c.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
        THEN c.rate_model END AS model,
    CASE WHEN p.rate_left_open = 1 THEN NULL ELSE COALESCE(p.agreed_rate, c.agreed_rate) END AS rate,
    CASE
      WHEN p.asks_dollars = 1 OR c.asks_other = 1 THEN 1
      WHEN c.asks_rate = 1 AND p.agreed_rate IS NULL AND p.rate_left_open = 0 THEN 1
      WHEN c.asks_model = 1 AND COALESCE(p.rate_model, '')
        NOT IN ('not stated', 'percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit') THEN 1
      WHEN o.lines_of_period = 1 AND o.asks_dollars = 1 THEN 1
      ELSE 0
    END AS asks
  FROM period_facts p
  JOIN case_facts c ON c.case_no = p.case_no
  LEFT JOIN codes o ON o.period_row = p.row_no
  WHERE c.is_granted = 1 AND COALESCE(p.outcome, '') NOT IN ('denied', 'pending', 'withdrawn')
),
own_parts AS (
  SELECT
    t.row_no, t.case_no, t.model, t.asks,
    CASE WHEN t.model = 'per case' THEN t.agreed_rate ELSE t.rate END AS rate,
    CASE WHEN t.model = 'per case' AND t.agreed_rate IS NOT NULL THEN 1 ELSE t.units_authorized END AS units
  FROM terms t
  WHERE t.lines_of_period = 0 OR (t.model = 'per case' AND t.agreed_rate IS NOT NULL)
    OR (t.units_authorized IS NOT NULL AND COALESCE(t.model, '') NOT IN ('percent of medicare', 'percent of billed'))
),
judged AS (
  SELECT
    o.case_no, o.rate, o.units,
    CASE
      WHEN o.asks = 1 THEN 'asked'
      WHEN o.rate IS NULL THEN 'noRate'
      WHEN o.model IS NULL THEN 'noModel'
      WHEN o.model IN ('percent of medicare', 'percent of billed') THEN 'percentRate'
      WHEN o.units IS NULL THEN 'noUnits'
    END AS untold
  FROM own_parts o
)
SELECT
  j.case_no, 0 AS open_periods, j.untold,
  CASE WHEN j.untold IS NULL THEN FLOOR(j.rate * j.units * 100 * 1.000000000000002 + 0.5) END AS cents
FROM judged j
UNION ALL
SELECT l.case_no, l.open_periods, l.untold, l.cents
FROM line_parts l
JOIN terms t ON t.row_no = l.period_row
LEFT JOIN own_parts o ON o.row_no = l.period_row
WHERE o.row_no IS NULL
