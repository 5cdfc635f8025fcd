-- approval_counts: requests by how they ended. Requests are counted, not rows, codes or renewals.
WITH by_payer AS (
  SELECT
    c.scope_key,
    MIN(c.payer) AS payer,
    COUNT(*) AS requests,
    SUM(CASE WHEN c.asks_outcome = 0 AND c.outcome = 'approved' THEN 1 ELSE 0 END) AS approved,
    SUM(CASE WHEN c.asks_outcome = 0 AND c.outcome = 'partially approved' THEN 1 ELSE 0 END) AS partially_approved,
    SUM(CASE WHEN c.asks_outcome = 0 AND c.outcome = 'approved on appeal' THEN 1 ELSE 0 END) AS approved_on_appeal,
    SUM(c.is_denied) AS denied,
    SUM(CASE WHEN c.asks_outcome = 0 AND c.outcome = 'pending' THEN 1 ELSE 0 END) AS pending,
    SUM(CASE WHEN c.asks_outcome = 0 AND c.outcome = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn,
    SUM(c.asks_outcome) AS asked,
    SUM(CASE WHEN c.is_denied = 1 AND c.appeal_outcome = 'upheld' THEN 1 ELSE 0 END) AS appeals_lost
  FROM case_facts c GROUP BY c.scope_key
),
scoped AS (
  SELECT
    b.scope_key, b.payer, b.requests, b.approved, b.partially_approved, b.approved_on_appeal, b.denied, b.pending,
    b.withdrawn, b.asked, b.appeals_lost
  FROM by_payer b
  UNION ALL
  SELECT
    'all', NULL, COALESCE(SUM(b.requests), 0), COALESCE(SUM(b.approved), 0), COALESCE(SUM(b.partially_approved), 0),
    COALESCE(SUM(b.approved_on_appeal), 0), COALESCE(SUM(b.denied), 0), COALESCE(SUM(b.pending), 0),
    COALESCE(SUM(b.withdrawn), 0), COALESCE(SUM(b.asked), 0), COALESCE(SUM(b.appeals_lost), 0)
  FROM by_payer b
)
SELECT
  s.scope_key, s.payer, s.requests, s.approved, s.partially_approved, s.approved_on_appeal, s.denied, s.pending,
  s.withdrawn, s.asked, s.appeals_lost,
  s.requests - s.approved - s.partially_approved - s.approved_on_appeal - s.denied - s.pending - s.withdrawn - s.asked
    AS not_stated
FROM scoped s
