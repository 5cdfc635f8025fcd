-- agreed_amounts: one row a granted request: what was agreed in whole cents, in how many parts, and which reasons leave
-- parts untold. Where codes have rates of their own the parts are the codes; a rate per case counts once; otherwise the
-- parts are the authorizations, and where these tell nothing the codes.
WITH own_rates AS (
  SELECT a.case_no, MAX(CASE WHEN a.rate IS NULL THEN 0 ELSE 1 END) AS has_rate
  FROM agreed_lines a GROUP BY a.case_no
),
told_by AS (
  SELECT 'codes' AS told_by, l.case_no, l.open_periods, l.untold, l.cents FROM line_parts l
  UNION ALL
  SELECT 'periods' AS told_by, p.case_no, p.open_periods, p.untold, p.cents FROM period_parts p
),
summed AS (
  SELECT
    t.told_by, t.case_no, COUNT(*) AS all_parts, COUNT(t.cents) AS parts, SUM(t.cents) AS cents,
    MAX(CASE WHEN t.untold = 'percentRate' THEN 1 ELSE 0 END) AS percent_rate,
    MAX(CASE WHEN t.untold = 'noRate' THEN 1 ELSE 0 END) AS no_rate,
    MAX(CASE WHEN t.untold = 'noModel' THEN 1 ELSE 0 END) AS no_model,
    MAX(CASE WHEN t.untold = 'noUnits' THEN 1 ELSE 0 END) AS no_units,
    MAX(CASE WHEN t.untold = 'asked' OR t.open_periods > 0 THEN 1 ELSE 0 END) AS asked
  FROM told_by t GROUP BY t.told_by, t.case_no
),
-- Codes that count: those of authorizations that were not denied, are not pending and were not withdrawn.
code_counts AS (
  SELECT a.case_no, COUNT(*) AS lines_counted
  FROM agreed_lines a
  LEFT JOIN period_facts p ON p.row_no = a.period_row
  WHERE COALESCE(p.outcome, '') NOT IN ('denied', 'pending', 'withdrawn')
  GROUP BY a.case_no
),
chosen AS (
  SELECT
    c.case_no, c.agreed_rate, c.asks_rate + c.asks_model + c.asks_other AS asks,
    CASE WHEN c.rate_model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
      THEN c.rate_model END AS model,
    CASE
      WHEN r.has_rate = 1 THEN 'codes'
      WHEN c.rate_model = 'per case' THEN 'case'
      WHEN p.parts > 0 THEN 'periods'
      WHEN n.lines_counted > 0 THEN 'codes'
      WHEN p.all_parts > 0 THEN 'periods'
      ELSE 'case'
    END AS told_by
  FROM case_facts c
  LEFT JOIN own_rates r ON r.case_no = c.case_no
  LEFT JOIN code_counts n ON n.case_no = c.case_no
  LEFT JOIN summed p ON p.case_no = c.case_no AND p.told_by = 'periods'
  WHERE c.is_granted = 1
),
of_case AS (
  SELECT
    c.case_no, c.told_by, c.agreed_rate,
    CASE
      WHEN c.told_by <> 'case' THEN NULL
      WHEN c.asks > 0 THEN 'asked'
      WHEN c.agreed_rate IS NULL THEN 'noRate'
      WHEN c.model IS NULL THEN 'noModel'
      WHEN c.model IN ('percent of medicare', 'percent of billed') THEN 'percentRate'
      WHEN c.model <> 'per case' THEN 'noUnits'
    END AS untold
  FROM chosen c
)
SELECT
  o.case_no,
  CASE WHEN o.told_by = 'case' THEN CASE WHEN o.untold IS NULL THEN FLOOR(o.agreed_rate * 100 * 1.000000000000002 + 0.5) ELSE 0 END
    ELSE COALESCE(s.cents, 0) END AS cents,
  CASE WHEN o.told_by = 'case' THEN CASE WHEN o.untold IS NULL THEN 1 ELSE 0 END
    ELSE COALESCE(s.parts, 0) END AS parts,
  CASE WHEN o.untold = 'percentRate' OR s.percent_rate = 1 THEN 1 ELSE 0 END AS percent_rate,
  CASE WHEN o.untold = 'noRate' OR s.no_rate = 1 THEN 1 ELSE 0 END AS no_rate,
  CASE WHEN o.untold = 'noModel' OR s.no_model = 1 THEN 1 ELSE 0 END AS no_model,
  CASE WHEN o.untold = 'noUnits' OR s.no_units = 1 THEN 1 ELSE 0 END AS no_units,
  CASE WHEN o.untold = 'asked' OR s.asked = 1 THEN 1 ELSE 0 END AS asked
FROM of_case o
LEFT JOIN summed s ON s.case_no = o.case_no AND s.told_by = o.told_by
