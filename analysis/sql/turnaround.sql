-- turnaround: the Kaplan-Meier median of business days to the decision: who still waits is at risk up to the day that it
-- has waited. The curve is a product of shares, here the sum of their logarithms; the last digits of that sum are rounded
-- away, so that exactly one half is one half. NULL where the curve stays above one half.
WITH by_payer AS (
  SELECT c.scope_key, c.wait_days, SUM(c.is_decided) AS ended, COUNT(*) AS waits
  FROM case_facts c WHERE c.wait_days IS NOT NULL GROUP BY c.scope_key, c.wait_days
),
scoped AS (
  SELECT b.scope_key, b.wait_days, b.ended, b.waits FROM by_payer b
  UNION ALL
  SELECT 'all', b.wait_days, SUM(b.ended), SUM(b.waits) FROM by_payer b GROUP BY b.wait_days
),
at_risk AS (
  SELECT
    s.scope_key, s.wait_days, s.ended, s.waits,
    SUM(s.waits) OVER (PARTITION BY s.scope_key ORDER BY s.wait_days DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS waiting
  FROM scoped s
),
curve AS (
  SELECT
    r.scope_key, r.wait_days, r.ended, r.waits,
    SUM(CASE WHEN r.ended = r.waiting THEN 0e0 ELSE LN((r.waiting - r.ended) * 1e0 / r.waiting) END)
      OVER (PARTITION BY r.scope_key ORDER BY r.wait_days ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS log_share,
    MAX(CASE WHEN r.ended = r.waiting THEN 1 ELSE 0 END)
      OVER (PARTITION BY r.scope_key ORDER BY r.wait_days ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS is_over
  FROM at_risk r
),
undated_by_payer AS (
  SELECT c.scope_key, COUNT(*) AS undated
  FROM case_facts c
  WHERE c.wait_days IS NULL AND COALESCE(c.outcome, '') <> 'withdrawn' GROUP BY c.scope_key
),
undated AS (
  SELECT u.scope_key, u.undated FROM undated_by_payer u
  UNION ALL
  SELECT 'all', SUM(u.undated) FROM undated_by_payer u
),
medians AS (
  SELECT
    c.scope_key,
    MIN(CASE WHEN c.ended > 0 AND (c.is_over = 1 OR c.log_share <= LN(0.5) + 0.000000000001) THEN c.wait_days END) AS median,
    SUM(c.ended) AS decided,
    SUM(c.waits) - SUM(c.ended) AS waiting
  FROM curve c GROUP BY c.scope_key
)
SELECT
  a.scope_key, m.median, COALESCE(m.decided, 0) AS decided, COALESCE(m.waiting, 0) AS waiting,
  COALESCE(u.undated, 0) AS undated
FROM approval_counts a
LEFT JOIN medians m ON m.scope_key = a.scope_key
LEFT JOIN undated u ON u.scope_key = a.scope_key
