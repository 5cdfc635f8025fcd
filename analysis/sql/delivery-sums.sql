-- delivery_sums: what delivered services should bring, in whole cents, and the days among them, in thousandths.
WITH by_payer AS (
  SELECT
    c.scope_key, SUM(d.expected_cents) AS expected, COUNT(d.expected_cents) AS used_cases,
    SUM(d.day_parts) AS day_parts, SUM(d.day_cents) AS day_cents
  FROM case_deliveries d
  JOIN case_facts c ON c.case_no = d.case_no
  GROUP BY c.scope_key
)
SELECT b.scope_key, b.expected, b.used_cases, b.day_parts, b.day_cents FROM by_payer b
UNION ALL
SELECT 'all', SUM(b.expected), SUM(b.used_cases), SUM(b.day_parts), SUM(b.day_cents) FROM by_payer b
