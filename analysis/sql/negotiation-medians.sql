-- negotiation_medians: rate yield and movement, the middle of the negotiations, by whole numbers as in multiples.
WITH by_payer AS (
  SELECT c.scope_key, 'ask' AS what, n.of_ask AS share
  FROM negotiations n JOIN case_facts c ON c.case_no = n.case_no WHERE n.of_ask IS NOT NULL
  UNION ALL
  SELECT c.scope_key, 'offer' AS what, n.over_offer AS share
  FROM negotiations n JOIN case_facts c ON c.case_no = n.case_no WHERE n.over_offer IS NOT NULL
),
scoped AS (
  SELECT b.scope_key, b.what, b.share FROM by_payer b
  UNION ALL
  SELECT 'all', b.what, b.share FROM by_payer b
),
counted AS (
  SELECT s.scope_key, s.what, s.share, COUNT(*) AS times FROM scoped s GROUP BY s.scope_key, s.what, s.share
),
placed AS (
  SELECT
    c.scope_key, c.what, c.share, c.times,
    SUM(c.times) OVER (PARTITION BY c.scope_key, c.what ORDER BY c.share
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS up_to,
    SUM(c.times) OVER (PARTITION BY c.scope_key, c.what) AS all_times
  FROM counted c
),
medians AS (
  SELECT
    p.scope_key, p.what,
    (MIN(CASE WHEN 2 * p.up_to >= p.all_times THEN p.share END)
      + MIN(CASE WHEN 2 * p.up_to > p.all_times THEN p.share END)) / 2 AS median,
    SUM(p.times) AS times
  FROM placed p GROUP BY p.scope_key, p.what
),
apart_by_payer AS (
  SELECT c.scope_key, COUNT(*) AS not_compared
  FROM negotiations n JOIN case_facts c ON c.case_no = n.case_no
  WHERE n.of_ask IS NULL AND n.over_offer IS NULL GROUP BY c.scope_key
),
apart AS (
  SELECT a.scope_key, a.not_compared FROM apart_by_payer a
  UNION ALL
  SELECT 'all', SUM(a.not_compared) FROM apart_by_payer a
)
SELECT
  a.scope_key,
  MAX(CASE WHEN m.what = 'ask' THEN m.median END) AS rate_yield,
  MAX(CASE WHEN m.what = 'ask' THEN m.times END) AS asks,
  MAX(CASE WHEN m.what = 'offer' THEN m.median END) AS movement,
  MAX(CASE WHEN m.what = 'offer' THEN m.times END) AS offers,
  MAX(x.not_compared) AS not_compared
FROM approval_counts a
LEFT JOIN medians m ON m.scope_key = a.scope_key
LEFT JOIN apart x ON x.scope_key = a.scope_key
GROUP BY a.scope_key
