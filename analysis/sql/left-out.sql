-- left_out: what of the ledger no measure counts, or not as it stands, and why: how many, and the place of the first in
-- its table: order_no is that place, or for rows that are looked at request by request the request's place times 10^10
-- and that place. Cells that are no number or day are told by whoever loads the tables.
WITH first_rows AS (
  SELECT c.case_key, c.case_no AS row_no FROM case_facts c
),
case_keys AS (
  SELECT DISTINCT c.case_key FROM cases c WHERE c.case_key IS NOT NULL
),
-- Rows of one id, and claim lines that name their claim, day and code and are alike in all else. All of them count, as
-- they do in the sums of the workbook. A payment that was taken back may be made again.
same_periods AS (
  SELECT p.period_key, MIN(p.row_no) AS row_no
  FROM period_rows p WHERE p.period_key IS NOT NULL GROUP BY p.period_key HAVING COUNT(*) > 1
),
same_lines AS (
  SELECT l.line_key, MIN(l.row_no) AS row_no
  FROM line_facts l WHERE l.line_key IS NOT NULL GROUP BY l.line_key HAVING COUNT(*) > 1
),
claims_with_copies AS (
  SELECT m.case_key, m.claim_key, m.service_day, m.code_key
  FROM claims m
  WHERE m.case_key IS NOT NULL AND m.claim_key IS NOT NULL AND m.code_key IS NOT NULL AND m.service_day <= {{as_of}}
  GROUP BY m.case_key, m.claim_key, m.service_day, m.code_key
  HAVING COUNT(*) > 1
),
taken_back AS (
  SELECT DISTINCT m.case_key, m.claim_key
  FROM claims m
  WHERE m.claim_key IS NOT NULL AND m.code_key IS NOT NULL AND m.service_day <= {{as_of}} AND m.paid < 0
),
placed_claims AS (
  SELECT
    m.row_no,
    ROW_NUMBER() OVER (PARTITION BY m.case_key, m.claim_key, m.service_day, m.code_key, m.units, m.billed, m.paid
      ORDER BY m.row_no) AS place
  FROM claims m
  JOIN claims_with_copies d ON d.case_key = m.case_key AND d.claim_key = m.claim_key
    AND d.service_day = m.service_day AND d.code_key = m.code_key
  JOIN case_facts c ON c.case_key = m.case_key
  LEFT JOIN taken_back t ON t.case_key = m.case_key AND t.claim_key = m.claim_key
  WHERE c.is_granted = 1 AND t.case_key IS NULL
),
found AS (
  SELECT 'no-case-id' AS reason, 'Cases' AS in_table, 'Case id' AS in_column, c.row_no AS order_no FROM cases c WHERE c.case_key IS NULL
  UNION ALL
  SELECT 'same-case-id', 'Cases', 'Case id', c.row_no
  FROM cases c JOIN first_rows f ON f.case_key = c.case_key WHERE c.row_no > f.row_no
  UNION ALL
  SELECT 'sent-later', 'Cases', 'Submitted', c.row_no
  FROM cases c LEFT JOIN first_rows f ON f.case_key = c.case_key
  WHERE c.case_key IS NOT NULL AND c.submitted > {{as_of}} AND (f.row_no IS NULL OR c.row_no < f.row_no)
  UNION ALL
  SELECT 'decided-later', 'Cases', 'Decided', c.case_no FROM case_facts c WHERE c.is_reopened = 1
  UNION ALL
  SELECT 'decided-later', 'AuthorizationPeriods', 'Decided', p.row_no
  FROM authorization_periods p JOIN period_rows r ON r.row_no = p.row_no WHERE r.is_reopened = 1 AND p.decided IS NOT NULL
  UNION ALL
  SELECT 'no-case-id', 'AuthorizationPeriods', 'Case id', p.row_no FROM authorization_periods p WHERE p.case_key IS NULL
  UNION ALL
  SELECT 'no-case-id', 'ServiceLines', 'Case id', l.row_no FROM service_lines l WHERE l.case_key IS NULL
  UNION ALL
  -- What hangs on a request that is not sent yet goes with it, without a word of its own.
  SELECT 'unknown-case', 'AuthorizationPeriods', 'Case id', p.row_no
  FROM authorization_periods p LEFT JOIN case_keys k ON k.case_key = p.case_key
  WHERE p.case_key IS NOT NULL AND k.case_key IS NULL
  UNION ALL
  SELECT 'unknown-case', 'ServiceLines', 'Case id', l.row_no
  FROM service_lines l LEFT JOIN case_keys k ON k.case_key = l.case_key
  WHERE l.case_key IS NOT NULL AND k.case_key IS NULL
  UNION ALL
  SELECT 'renewal-later', 'AuthorizationPeriods', 'Submitted', p.row_no
  FROM authorization_periods p JOIN first_rows f ON f.case_key = p.case_key WHERE p.submitted > {{as_of}}
  UNION ALL
  SELECT 'asked-outcome', 'Cases', 'Outcome', c.case_no FROM case_facts c WHERE c.asks_outcome = 1
  UNION ALL
  SELECT 'unknown-outcome', 'Cases', 'Outcome', c.case_no FROM case_facts c
  WHERE c.asks_outcome = 0 AND c.outcome NOT IN
    ('approved', 'partially approved', 'approved on appeal', 'denied', 'pending', 'withdrawn')
  UNION ALL
  SELECT 'won-but-denied', 'Cases', 'Appeal outcome', c.case_no FROM case_facts c
  WHERE c.outcome = 'denied' AND c.appeal_outcome IN ('overturned', 'partly overturned')
  UNION ALL
  SELECT o.left_out, 'Offers',
    CASE o.left_out WHEN 'offered-later' THEN 'Date' WHEN 'offer-without-side' THEN 'Side' ELSE 'Code' END,
    o.case_no * 10000000000 + o.row_no
  FROM offer_facts o WHERE o.left_out IS NOT NULL
  UNION ALL
  SELECT 'no-case-id', 'Claims', 'Case id', m.row_no FROM claims m WHERE m.case_key IS NULL
  UNION ALL
  SELECT 'no-case-id', 'Offers', 'Case id', o.row_no FROM offers o WHERE o.case_key IS NULL
  UNION ALL
  SELECT 'served-later', 'Claims', 'Date of service', m.row_no FROM claims m
  WHERE m.case_key IS NOT NULL AND m.service_day > {{as_of}}
  UNION ALL
  SELECT CASE WHEN c.is_granted = 0 THEN 'not-under-agreement' ELSE 'taken-back' END, 'Claims',
    CASE WHEN c.is_granted = 0 THEN 'Case id' ELSE 'Paid' END, c.case_no * 10000000000 + m.row_no
  FROM claims m JOIN case_facts c ON c.case_key = m.case_key
  WHERE (m.service_day IS NULL OR m.service_day <= {{as_of}}) AND (c.is_granted = 0 OR m.paid < 0)
  UNION ALL
  SELECT 'unknown-case', 'Claims', 'Case id', m.row_no
  FROM claims m LEFT JOIN first_rows f ON f.case_key = m.case_key WHERE m.case_key IS NOT NULL AND f.case_key IS NULL
  UNION ALL
  SELECT 'unknown-case', 'Offers', 'Case id', o.row_no
  FROM offers o LEFT JOIN first_rows f ON f.case_key = o.case_key WHERE o.case_key IS NOT NULL AND f.case_key IS NULL
  UNION ALL
  -- Where an outcome stands there all the same, it counts.
  SELECT 'unknown-period', 'ServiceLines', 'Period id', l.row_no
  FROM line_facts l LEFT JOIN authorization_periods p ON p.period_key = l.period_key
  WHERE l.period_key IS NOT NULL AND l.has_outcome = 0 AND p.row_no IS NULL
  UNION ALL
  SELECT 'same-period-id', 'AuthorizationPeriods', 'Period id', p.row_no
  FROM period_rows p JOIN same_periods s ON s.period_key = p.period_key WHERE p.row_no > s.row_no
  UNION ALL
  SELECT 'same-line-id', 'ServiceLines', 'Line id', l.row_no
  FROM line_facts l JOIN same_lines s ON s.line_key = l.line_key WHERE l.row_no > s.row_no
  UNION ALL
  SELECT 'same-claim', 'Claims', 'Claim number', m.row_no FROM placed_claims m WHERE m.place > 1
)
SELECT f.reason, f.in_table, f.in_column, COUNT(*) AS times, MIN(f.order_no) AS order_no
FROM found f
GROUP BY f.reason, f.in_table, f.in_column
