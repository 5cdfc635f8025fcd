-- multiples: what was agreed over Medicare, of granted lines with a benchmark: sums in whole cents, and the middle, lowest
-- and highest line. Equal multiples are counted first and only the different ones put in order; the median is the mean of
-- the first that half of the lines reach and the first that more than half reach: whole numbers only, no percentile
-- function, whose meaning differs from engine to engine.
WITH by_payer AS (
  SELECT
    c.scope_key, l.multiple, COUNT(*) AS lines_compared, SUM(l.agreed_cents) AS agreed_cents,
    SUM(l.medicare_cents) AS medicare_cents
  FROM line_facts l
  JOIN case_facts c ON c.case_no = l.case_no
  WHERE l.is_granted = 1 AND l.agreed_cents IS NOT NULL AND l.medicare_cents IS NOT NULL AND l.multiple IS NOT NULL
  GROUP BY c.scope_key, l.multiple
),
scoped AS (
  SELECT b.scope_key, b.multiple, b.lines_compared, b.agreed_cents, b.medicare_cents FROM by_payer b
  UNION ALL
  SELECT 'all', b.multiple, SUM(b.lines_compared), SUM(b.agreed_cents), SUM(b.medicare_cents)
  FROM by_payer b GROUP BY b.multiple
),
placed AS (
  SELECT
    s.scope_key, s.multiple, s.lines_compared, s.agreed_cents, s.medicare_cents,
    SUM(s.lines_compared) OVER (PARTITION BY s.scope_key ORDER BY s.multiple
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
    SUM(s.lines_compared) OVER (PARTITION BY s.scope_key) AS all_lines
  FROM scoped s
)
SELECT
  p.scope_key,
  SUM(p.agreed_cents) AS agreed_cents,
  SUM(p.medicare_cents) AS medicare_cents,
  SUM(p.lines_compared) AS lines_compared,
  (MIN(CASE WHEN 2 * p.up_to >= p.all_lines THEN p.multiple END)
    + MIN(CASE WHEN 2 * p.up_to > p.all_lines THEN p.multiple END)) / 2 AS median,
  MIN(p.multiple) AS low,
  MAX(p.multiple) AS high
FROM placed p
GROUP BY p.scope_key
