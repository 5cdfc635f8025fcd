-- left_out: what of the ledger no measure counts, or not as it stands, and why: how many, and the place of the first in
-- its table: order_no is that place, or for rows that are looked at request by request the request's place times 10^10
-- and that place. Cells that are no number or day are told by whoever loads the tables.
WITH first_rows AS (
  SELECT c.case_key, c.case_no AS row_no FROM case_facts c
),
case_keys AS (
  SELECT DISTINCT c.case_key FROM cases c WHERE c.case_key IS NOT NULL
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
)
SELECT f.reason, f.in_table, f.in_column, COUNT(*) AS times, MIN(f.order_no) AS order_no
FROM found f
GROUP BY f.reason, f.in_table, f.in_column
